import { segments, usePlace } from '../../app/router';
import { useI18n } from '../../i18n';
import { PageHead } from '../../ui/Panel';
import { Tabs } from '../../ui/Tabs';
import { AlarmList } from './AlarmList';
import { AlarmPage } from './AlarmPage';
import { EvaluateButton } from './EvaluateButton';
import { RuleList } from './RuleList';
import './alarms.css';

export default function AlarmsRoom() {
  const { t } = useI18n();
  const { path } = usePlace();
  const [part] = segments(path, '/alarms');
  if (part && part !== 'rules') return <AlarmPage id={part} />;
  return (
    <>
      <PageHead title={t('nav.alarms')} actions={<EvaluateButton />} />
      <Tabs label={t('nav.alarms')} tabs={[
        { to: '/alarms', label: t('alarms.list'), current: part === undefined },
        { to: '/alarms/rules', label: t('alarms.rules'), current: part === 'rules' },
      ]} />
      {part === 'rules' ? <RuleList /> : <AlarmList />}
    </>
  );
}
