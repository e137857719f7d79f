/** The console's own icons on a 16-unit grid, drawn with the text colour. */
const PATHS = {
  situation: 'M2 13.5h12M3.5 11V8M6.5 11V5M9.5 11V2.5M12.5 11V9',
  spread: 'M4.5 8a1.6 1.6 0 1 0-3.2 0 1.6 1.6 0 0 0 3.2 0zM14.7 3.5a1.6 1.6 0 1 0-3.2 0 1.6 1.6 0 0 0 3.2 0zM14.7 12.5a1.6 1.6 0 1 0-3.2 0 1.6 1.6 0 0 0 3.2 0zM4.4 7.3l7.2-3.2M4.4 8.7l7.2 3.2',
  forecast: 'M2 13.5h12M2.5 10.5l4-2.5M6.5 8l7-5M6.5 8l7 3M6.5 8l7-1',
  cases: 'M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.6h11M6 6.3V13',
  data: 'M2.5 4c0-1.1 2.5-2 5.5-2s5.5.9 5.5 2-2.5 2-5.5 2-5.5-.9-5.5-2zM2.5 4v8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2V4M2.5 8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2',
  admin: 'M2 4.5h5M11 4.5h3M9 2.7v3.6M2 11.5h2M8 11.5h6M6 9.7v3.6',
  play: 'M5 3l8 5-8 5z',
  pause: 'M5 3v10M11 3v10',
  back: 'M10 3L5 8l5 5',
  forward: 'M6 3l5 5-5 5',
  down: 'M3 6l5 5 5-5',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.7 10.7L14 14',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  check: 'M2.5 8.5L6.5 12.5 13.5 4',
  download: 'M8 2v8M4.5 7L8 10.5 11.5 7M2.5 13.5h11',
  upload: 'M8 11V3M4.5 6.5L8 3l3.5 3.5M2.5 13.5h11',
  columns: 'M2.5 3h11v10h-11zM6.2 3v10M9.9 3v10',
  filter: 'M2 3.5h12M4.5 8h7M6.5 12.5h3',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  warning: 'M8 2L1.5 13.5h13zM8 6.5v3.2M8 11.6v.2',
  sun: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 1v1.7M8 13.3V15M1 8h1.7M13.3 8H15M3 3l1.2 1.2M11.8 11.8L13 13M13 3l-1.2 1.2M4.2 11.8L3 13',
  moon: 'M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7z',
  user: 'M8 8a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 8 8zM2.5 14c.6-2.7 2.7-4 5.5-4s4.9 1.3 5.5 4',
  lock: 'M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  whole: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  genomes: 'M2 8h3M5 4.5v7M5 4.5h4M5 11.5h3M9 2.5v4M9 2.5h5M9 6.5h5M8 9.5v4M8 9.5h6M8 13.5h6',
  refresh: 'M13 5.5A5.5 5.5 0 1 0 13.5 8M13.5 2v3.5H10',
  up: 'M8 13V3M4 7l4-4 4 4',
  fall: 'M8 3v10M4 9l4 4 4-4',
  alarm: 'M8 2a4 4 0 0 0-4 4c0 4-1.5 5-1.5 5.5h11C13.5 11 12 10 12 6a4 4 0 0 0-4-4zM6.5 14h3M8 2V1',
  flag: 'M3.5 14V2.5h8l-1.6 2.8 1.6 2.8h-8',
  map: 'M2 4l4-1.5 4 1.5 4-1.5v9.5L10 13.5 6 12 2 13.5zM6 2.5V12M10 4v9.5',
  bars: 'M2.5 3.5h11M2.5 8h7M2.5 12.5h4',
  more: 'M3 8h.1M8 8h.1M13 8h.1',
  trash: 'M3 4.5h10M6 4.5V3h4v1.5M4.5 4.5l.6 9h5.8l.6-9',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  const filled = name === 'play';
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false"
      fill={filled ? 'currentColor' : 'none'} stroke="currentColor" strokeWidth={name === 'more' ? 2.2 : 1.5} strokeLinecap="round" strokeLinejoin="round">
      <path d={PATHS[name]} />
    </svg>
  );
}
