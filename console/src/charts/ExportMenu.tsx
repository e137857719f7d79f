import { useI18n } from '../i18n';
import { Icon } from '../ui/Icon';
import { Popover } from '../ui/Popover';
import { saveCsv } from '../ui/csv';
import { announce } from '../ui/toast';
import type { Drawing } from './ChartPanel';
import type { Sourced } from '../api/contract';
import type { SheetText } from './sheet';

interface Props {
  sheet: { title: string; source: Partial<Sourced> | undefined; method: string; version: string; height: number };
  file: string;
  drawing: Drawing;
}

/** Saves a chart as a picture or its figures as a table. Pictures carry their caption and are drawn for paper. */
export function ExportMenu({ sheet, file, drawing }: Props) {
  const { t, f, say } = useI18n();
  const text = (): SheetText => {
    const { title, source, method, version } = sheet;
    const asOf = source?.asOf && t('asof', { date: f.moment(source.asOf) });
    const sets = source?.datasets?.map((dataset) => say(dataset.title)).join(', ');
    return { title, caption: [asOf, sets, method, t('chart.version', { version })].filter(Boolean).join(' · '), legend: drawing.legend(false) };
  };
  const picture = async (kind: 'png' | 'svg') => {
    const { savePicture } = await import('./picture');
    await savePicture(kind, file, text(), drawing.option(false), sheet.height);
    announce(t('chart.saved', { file: `${file}.${kind}` }));
  };
  const csv = () => {
    const { head, rows } = drawing.table();
    saveCsv(`${file}.csv`, head, rows);
  };
  return (
    <Popover className="button button-quiet icon-button" button={<><Icon name="download" /><span className="visually-hidden">{t('chart.export')}</span></>}>
      <button type="button" className="menu-item" onClick={() => void picture('png')}><Icon name="download" />{t('chart.png')}</button>
      <button type="button" className="menu-item" onClick={() => void picture('svg')}><Icon name="download" />{t('chart.svg')}</button>
      <button type="button" className="menu-item" onClick={csv}><Icon name="download" />{t('chart.csv')}</button>
    </Popover>
  );
}
