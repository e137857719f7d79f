import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import './controls.css';

export interface Choice<T extends string> {
  value: T;
  label: ReactNode;
  /** What is read out where the label is a sign. */
  name?: string;
}

/** Moves with the arrow keys inside a row of choices; the row is one stop of the Tab key. */
export function arrowTarget(event: KeyboardEvent, index: number, count: number): number | null {
  if (event.key === 'ArrowRight' || event.key === 'ArrowDown') return (index + 1) % count;
  if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') return (index + count - 1) % count;
  if (event.key === 'Home') return 0;
  if (event.key === 'End') return count - 1;
  return null;
}

interface Props<T extends string> {
  label: string;
  choices: readonly Choice<T>[];
  value: T;
  onChange: (value: T) => void;
}

/** A few exclusive choices side by side. */
export function Segmented<T extends string>({ label, choices, value, onChange }: Props<T>) {
  const row = useRef<HTMLDivElement>(null);
  const selected = Math.max(0, choices.findIndex((choice) => choice.value === value));
  const onKey = (event: KeyboardEvent, index: number) => {
    const target = arrowTarget(event, index, choices.length);
    const choice = target === null ? undefined : choices[target];
    if (!choice) return;
    event.preventDefault();
    onChange(choice.value);
    row.current?.querySelectorAll<HTMLElement>('[role=radio]')[target ?? 0]?.focus();
  };
  return (
    <div className="segmented" role="radiogroup" aria-label={label} ref={row}>
      {choices.map((choice, index) => (
        <button key={choice.value} type="button" role="radio" aria-checked={index === selected} aria-label={choice.name} title={choice.name}
          tabIndex={index === selected ? 0 : -1} onClick={() => onChange(choice.value)} onKeyDown={(event) => onKey(event, index)}>
          {choice.label}
        </button>
      ))}
    </div>
  );
}
