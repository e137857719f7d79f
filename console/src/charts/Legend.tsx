import './swatches.css';

export interface LegendItem {
  label: string;
  color: string;
  sign: 'line' | 'dashed' | 'area' | 'dot' | 'hatched';
}

/** What the colours of a chart mean. */
export function Legend({ items }: { items: readonly LegendItem[] }) {
  return (
    <ul className="class-legend">
      {items.map(({ label, color, sign }) => (
        <li key={label} className="legend-item"><i className={`swatch-${sign}`} style={{ color }} />{label}</li>
      ))}
    </ul>
  );
}
