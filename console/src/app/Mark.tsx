/** Bars of an epidemic that grows, a gap, and what is left beyond it. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="4 4 26 24" aria-hidden="true">
      <g fill="var(--ember)"><rect x="5" y="20" width="4" height="6" rx="1" /><rect x="10.5" y="14" width="4" height="12" rx="1" /><rect x="16" y="6" width="4" height="20" rx="1" /></g>
      <rect x="25" y="22" width="4" height="4" rx="1" fill="#7fc4e6" />
    </svg>
  );
}
