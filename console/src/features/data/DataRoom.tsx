import { segments, usePlace } from '../../app/router';
import { useMay } from '../../app/session';
import { useI18n, type PlainKey } from '../../i18n';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { PageHead } from '../../ui/Panel';
import { Tabs } from '../../ui/Tabs';
import { Empty } from '../../ui/Status';
import { DatasetList } from './DatasetList';
import { DatasetPage } from './DatasetPage';
import { GeometryUpload } from './GeometryUpload';
import { ImportList } from './ImportList';
import { ImportPage } from './ImportPage';
import { ImportWizard } from './ImportWizard';
import { PullList } from './PullList';
import { SourceList } from './SourceList';
import { StandardList } from './StandardList';
import { StandardPage } from './StandardPage';
import './data.css';

const TABS: readonly [part: string, title: PlainKey][] = [
  ['datasets', 'data.datasets'], ['imports', 'data.imports'], ['standards', 'data.standards'], ['sources', 'data.sources'], ['pulls', 'data.pulls'], ['regions', 'data.regions'],
];

export default function DataRoom() {
  const { t } = useI18n();
  const may = useMay();
  const { path } = usePlace();
  const [part = 'datasets', id] = segments(path, '/data');
  return (
    <>
      <PageHead title={t('nav.data')} actions={may('data:import') && <Link className="button button-primary" to="/data/imports/new"><Icon name="upload" size={14} />{t('data.import')}</Link>} />
      <Tabs label={t('nav.data')} tabs={TABS.map(([key, title]) => ({ to: `/data/${key}`, label: t(title), current: key === part }))} />
      <Part part={part} id={id} />
    </>
  );
}

function Part({ part, id }: { part: string; id?: string }) {
  const { t } = useI18n();
  if (part === 'datasets') return id ? <DatasetPage id={id} /> : <DatasetList />;
  if (part === 'imports') return id === 'new' ? <ImportWizard /> : id ? <ImportPage id={id} /> : <ImportList />;
  if (part === 'standards') return id ? <StandardPage standard={id} /> : <StandardList />;
  if (part === 'sources') return <SourceList />;
  if (part === 'pulls') return <PullList />;
  if (part === 'regions') return <GeometryUpload />;
  return <Empty title={t('state.noPage')} />;
}
