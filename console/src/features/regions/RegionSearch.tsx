import { useId, useState, type KeyboardEvent } from 'react';
import { useApi } from '../../api/cache';
import { path } from '../../api/client';
import type { Page, Region } from '../../api/contract';
import { useI18n } from '../../i18n';
import { useSettled } from '../situation/useSettled';
import './regions.css';

interface Props {
  label: string;
  onPick: (code: string, region: Region) => void;
  placeholder?: string;
}

/** Finds a region by name or code; arrow keys choose, Enter takes, Escape closes. */
export function RegionSearch({ label, onPick, placeholder }: Props) {
  const { t, say } = useI18n();
  const id = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const asked = useSettled(text.trim());
  const found = useApi<Page<Region>>(asked ? path('/regions', { q: asked, limit: 12 }) : null, { keep: true });
  const items = text.trim() ? (found.data?.items ?? []) : [];
  const take = (region: Region | undefined) => {
    if (!region) return;
    setText('');
    onPick(region.code, region);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setText('');
    else if (event.key === 'Enter') { event.preventDefault(); take(items[active]); }
    else if (event.key === 'ArrowDown') { event.preventDefault(); setActive(Math.min(items.length - 1, active + 1)); }
    else if (event.key === 'ArrowUp') { event.preventDefault(); setActive(Math.max(0, active - 1)); }
  };
  return (
    <div className="field region-search" onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) setText(''); }}>
      <label htmlFor={id}>{label}</label>
      <input id={id} className="input" type="text" role="combobox" autoComplete="off" placeholder={placeholder ?? t('region.search')} value={text}
        aria-expanded={items.length > 0} aria-controls={`${id}-list`} aria-activedescendant={items.length ? `${id}-${active}` : undefined}
        onChange={(event) => { setText(event.target.value); setActive(0); }} onKeyDown={onKey} />
      <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={items.length === 0}>
        {items.map((region, index) => (
          <li key={region.code} id={`${id}-${index}`} role="option" aria-selected={index === active} onPointerDown={(event) => { event.preventDefault(); take(region); }}>
            <span>{say(region.name)}</span><span className="muted small">{t(`level.${region.level}`)} · {region.code}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
