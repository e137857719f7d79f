import { useDark } from '../../app/preferences';
import { classStyle } from '../../charts/palette';
import '../../charts/swatches.css';

/** A classification with its colour and pattern, as in the curves. */
export function Classification({ value, label }: { value: string; label: string }) {
  const { color, pattern } = classStyle(value, 0, useDark());
  return <span className="classification"><i className={`swatch pattern-${pattern}`} style={{ backgroundColor: color }} />{label}</span>;
}
