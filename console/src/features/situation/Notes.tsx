import { useI18n } from '../../i18n';
import { Icon } from '../../ui/Icon';
import { Panel } from '../../ui/Panel';
import type { Situation } from './useSituation';

/** Everything that makes days incomparable, in words: the marks of strip and charts. */
export function Notes({ situation }: { situation: Situation }) {
  const { t, f, say } = useI18n();
  if (situation.annotations.length === 0) return null;
  return (
    <Panel title={t('annotation.title')}>
      <ul className="notes">
        {situation.annotations.map((mark) => (
          <li key={mark.date + mark.kind + mark.region}>
            <span className={`note-mark mark-${mark.kind}`}><Icon name="flag" size={12} /></span>
            <span className="nowrap">{f.day(mark.date)}</span>
            <span className="note-kind">{t(`annotation.${mark.kind}`)}</span>
            <span>{say(mark.text)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
