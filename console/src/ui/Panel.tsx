import { useId, type ReactNode } from 'react';
import './panel.css';

interface Props {
  title: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
  className?: string;
  flush?: boolean;
}

/** A part of a page with its heading; the foot says what the figures rest on. */
export function Panel({ title, actions, footer, children, className = '', flush }: Props) {
  const id = useId();
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <header className="panel-head">
        <h2 id={id}>{title}</h2>
        {actions && <div className="panel-actions">{actions}</div>}
      </header>
      <div className={flush ? 'panel-body flush' : 'panel-body'}>{children}</div>
      {footer && <footer className="panel-foot">{footer}</footer>}
    </section>
  );
}

/** The top of a page: where one is, and what can be done here. */
export function PageHead({ title, note, actions, children }: { title: ReactNode; note?: ReactNode; actions?: ReactNode; children?: ReactNode }) {
  return (
    <header className="page-head">
      <div className="page-title">
        {children}
        <h1>{title}</h1>
        {note && <p className="muted small">{note}</p>}
      </div>
      {actions && <div className="row">{actions}</div>}
    </header>
  );
}
