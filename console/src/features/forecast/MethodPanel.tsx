import { useI18n } from '../../i18n';
import { Panel } from '../../ui/Panel';

/** The default method in plain words, and what it does not know. */
export function MethodPanel() {
  const { t } = useI18n();
  return (
    <Panel title={t('method.title')}>
      <div className="prose">
        <p>{t('method.how')}</p>
        <p>{t('method.sure')}</p>
        <p>{t('method.score')}</p>
        <p>{t('method.not')}</p>
      </div>
    </Panel>
  );
}
