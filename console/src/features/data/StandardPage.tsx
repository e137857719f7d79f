import { download } from '../../api/client';
import { useI18n } from '../../i18n';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { Panel } from '../../ui/Panel';
import { useStandard } from '../standards/useStandard';
import { StandardFields } from './StandardFields';

/** One standard, field by field, with an empty file to fill in. */
export function StandardPage({ standard: key }: { standard: string }) {
  const { t, lang, say } = useI18n();
  const { standard } = useStandard(key);
  const base = `/standards/${encodeURIComponent(key)}`;
  return (
    <>
      <ol className="breadcrumbs"><li><Link to="/data/standards">{t('data.standards')}</Link></li><li aria-current="page">{say(standard?.title) || key}</li></ol>
      <Panel flush title={<>{say(standard?.title) || key} {standard && <span className="muted small">{t('standard.versionN', { version: String(standard.version) })}</span>}</>}
        actions={<>
          <a className="button" href={download(`${base}/template.csv`)} download><Icon name="download" size={14} />{t('standard.template')}</a>
          <a className="button" href={download(`${base}/documentation.md?lang=${lang}`)} download={`${key}.md`}><Icon name="download" size={14} />{t('standard.documentation')}</a>
        </>}>
        {standard?.description && <p className="pad muted">{say(standard.description)}</p>}
        <StandardFields standard={key} />
      </Panel>
    </>
  );
}
