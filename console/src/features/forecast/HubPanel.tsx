import { useRef, useState } from 'react';
import { useChange } from '../../api/cache';
import { download, path } from '../../api/client';
import type { HubImport } from '../../api/contract';
import { useMay } from '../../app/session';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { Panel } from '../../ui/Panel';
import { ProblemNote } from '../../ui/Status';
import type { Situation } from '../situation/useSituation';
import type { Forecasts } from './useForecasts';

/** Forecasts out and in as files of the forecast hubs. */
export function HubPanel({ situation, forecasts }: { situation: Situation; forecasts: Forecasts }) {
  const { t } = useI18n();
  const may = useMay()('forecasts:write');
  const origin = forecasts.newest?.forecast.origin;
  const file = (format: string) => download(path('/forecasts/hub.csv', { region: situation.code, children: true, indicator: situation.indicator?.key, kind: forecasts.kind, origin, format }));
  return (
    <Panel title={t('hub.title')}>
      <div className="stack">
        <p className="small muted">{t('hub.why')}</p>
        {origin && (
          <div className="row">
            <a className="button" href={file('forecast-hub')} download><Icon name="download" size={14} />{t('hub.old')}</a>
            <a className="button" href={file('hubverse')} download><Icon name="download" size={14} />{t('hub.new')}</a>
          </div>
        )}
        {may && <HubUpload />}
      </div>
    </Panel>
  );
}

function HubUpload() {
  const { t } = useI18n();
  const chooser = useRef<HTMLInputElement>(null);
  const [model, setModel] = useState('');
  const send = useChange<File, HubImport>((file) => {
    const body = new FormData();
    body.set('file', file);
    if (model.trim()) body.set('model', model.trim());
    return { path: '/forecasts/hub', method: 'POST', body };
  }, ['/forecasts']);
  return (
    <>
      <div className="hub-upload">
        <TextField label={t('hub.model')} hint={t('hub.model.hint')} value={model} onChange={(event) => setModel(event.target.value)} maxLength={80} />
        <Button icon="upload" disabled={send.isPending} onClick={() => chooser.current?.click()}>{t('hub.import')}</Button>
        <input ref={chooser} type="file" hidden accept=".csv,.gz,.txt" aria-label={t('hub.import')} onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) send.mutate(file);
          event.target.value = '';
        }} />
      </div>
      {send.error && <ProblemNote problem={send.error} />}
      {send.data && <p role="status">{t('hub.imported', { model: send.data.model, forecasts: send.data.forecasts, kept: send.data.kept })}</p>}
    </>
  );
}
