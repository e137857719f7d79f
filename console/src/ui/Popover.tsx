import { useEffect, useRef, type ReactNode } from 'react';
import './dialog.css';
import './controls.css';

/** A small sheet under its button; Escape and a click elsewhere close it. */
export function Popover({ button, children, start, className = 'button' }: { button: ReactNode; children: ReactNode; start?: boolean; className?: string }) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const element = details.current;
      if (!element?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        element.querySelector('summary')?.focus();
      } else if (element.contains(event.target as Node)) return;
      element.open = false;
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details ref={details} className={start ? 'popover popover-start' : 'popover'}>
      <summary className={className}>{button}</summary>
      <div className="popover-box">{children}</div>
    </details>
  );
}
