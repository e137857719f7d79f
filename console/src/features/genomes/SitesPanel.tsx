import { useState, type FormEvent } from 'react';
import { useApi, useChange } from '../../api/cache';
import { useMay } from '../../app/session';
import { useI18n } from '../../i18n';
import { Button, IconButton } from '../../ui/Button';
import { TextField } from '../../ui/Field';
import { Panel } from '../../ui/Panel';
import { Loaded, useProblemText } from '../../ui/Status';
import { Tag } from '../../ui/Tag';
import type { Reference, Sighting, Site } from './types';

/** Sites under watch and where they are seen; those who may change them. */
export function SitesPanel({ reference }: { reference: Reference }) {
  const { t, f, say } = useI18n();
  const may = useMay();
  const base = `/genomes/references/${reference.id}`;
  const sites = useApi<Site[]>(`${base}/sites`);
  const sightings = useApi<Sighting[]>(`${base}/sightings`);
  const drop = useChange<number>((id) => ({ path: `${base}/sites/${id}`, method: 'DELETE' }), [`${base}/s`]);
  return (
    <Panel title={t('sites.title')} footer={<span>{t('sites.note')}</span>}>
      <Loaded query={sites}>
        {(list) => (
          <>
            {list.length === 0 && <p className="muted">{t('sites.none')}</p>}
            <ul className="site-list">
              {list.map((site) => (
                <li key={site.id}>
                  <div className="site-head">
                    <strong className="mutation">{site.site}</strong>
                    <span className="muted small">{t('sites.limits', { n: site.leastCount, share: f.percent(site.leastShare), days: site.windowDays })}</span>
                    {may('genomes:write') && <IconButton icon="trash" label={t('sites.drop', { site: site.site })} onClick={() => drop.mutate(site.id)} />}
                  </div>
                  {site.note && <p className="small">{site.note}</p>}
                  <ul className="sighting-list">
                    {sightings.data?.filter((one) => one.site === site.id).map((one) => (
                      <li key={one.place.code}>{say(one.place.name)} <span className="muted">{t('sites.seen', { n: one.count, known: one.known })}</span> {one.passed && <Tag tone="bad">{t('sites.alarm')}</Tag>}</li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
            {may('genomes:write') && <SiteForm base={base} />}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function SiteForm({ base }: { base: string }) {
  const { t } = useI18n();
  const text = useProblemText();
  const [site, setSite] = useState('');
  const [note, setNote] = useState('');
  const put = useChange<{ site: string; note: string }, Site[]>((body) => ({ path: `${base}/sites`, method: 'PUT', body }), [`${base}/s`]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    put.mutate({ site, note }, { onSuccess: () => { setSite(''); setNote(''); } });
  };
  return (
    <form className="site-form" onSubmit={submit}>
      <TextField label={t('sites.site')} value={site} required placeholder="gly:484" hint={t('sites.siteHint')} error={put.error ? text(put.error) : null} onChange={(event) => setSite(event.target.value)} />
      <TextField label={t('sites.why')} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
      <Button type="submit" icon="plus" disabled={put.isPending}>{t('sites.add')}</Button>
    </form>
  );
}
