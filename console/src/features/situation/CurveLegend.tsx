import type { EpiCurve } from '../../api/contract';
import { useI18n } from '../../i18n';
import { classStyle } from '../../charts/palette';
import { useClassName } from './useClassName';

interface Props {
  curve: EpiCurve;
  hidden: ReadonlySet<string>;
  onToggle: (key: string) => void;
  dark: boolean;
}

/** The classes with colour, pattern, name and total; a click takes one out of the stack. */
export function CurveLegend({ curve, hidden, onToggle, dark }: Props) {
  const { f } = useI18n();
  const name = useClassName();
  return (
    <ul className="class-legend">
      {curve.classes.map((key, position) => {
        const { color, pattern } = classStyle(key, position, dark);
        const total = curve.buckets.reduce((sum, { counts }) => sum + (counts[position] ?? 0), 0);
        return (
          <li key={key}>
            <button type="button" aria-pressed={!hidden.has(key)} onClick={() => onToggle(key)}>
              <i className={`swatch pattern-${pattern}`} style={{ backgroundColor: color }} /><span>{name(key)}</span><span className="muted">{f.compact(total)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
