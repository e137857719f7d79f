import type { Binding } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Tag } from '../../ui/Tag';

const SURE = 0.9;
const LIKELY = 0.6;

/** How sure a proposal is, and why. */
export function Confidence({ of }: { of: Binding }) {
  const { f, say } = useI18n();
  return (
    <span className="confidence">
      <Tag tone={of.confidence >= SURE ? 'good' : of.confidence >= LIKELY ? 'info' : 'warn'}>{f.percent(of.confidence)}</Tag>
      <span className="small muted">{say(of.reason)}</span>
    </span>
  );
}
