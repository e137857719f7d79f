import { useRef, type KeyboardEvent } from 'react';
import { navigate } from '../app/router';
import { arrowTarget } from './Segmented';
import { Link } from './Link';
import './tabs.css';

export interface Tab {
  to: string;
  label: string;
  current: boolean;
}

/** The parts of a room. Each is an address; the arrow keys move among them, the row is one stop of the Tab key. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const row = useRef<HTMLElement>(null);
  const onKey = (event: KeyboardEvent, index: number) => {
    const target = arrowTarget(event, index, tabs.length);
    if (target === null) return;
    event.preventDefault();
    const tab = tabs[target];
    if (tab) navigate(tab.to);
    row.current?.querySelectorAll<HTMLElement>('a')[target]?.focus();
  };
  const selected = Math.max(0, tabs.findIndex((tab) => tab.current));
  return (
    <nav className="tabs" aria-label={label} ref={row}>
      {tabs.map((tab, index) => (
        <Link key={tab.to} to={tab.to} aria-current={tab.current ? 'page' : undefined} tabIndex={index === selected ? 0 : -1} onKeyDown={(event) => onKey(event, index)}>
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
