import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { announce } from '../../ui/toast';

/** Something shown once: to be copied now. */
export function Secret({ text, note }: { text: string; note: string }) {
  const { t } = useI18n();
  const copy = () => void navigator.clipboard.writeText(text).then(() => announce(t('action.copied')));
  return <div className="stack"><p>{note}</p><div className="secret"><code>{text}</code><Button onClick={copy}>{t('action.copy')}</Button></div></div>;
}
