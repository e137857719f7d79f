import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes } from 'react';
import './controls.css';

interface FrameProps {
  label: string;
  hint?: ReactNode;
  error?: string | null;
  hideLabel?: boolean;
}

function Frame({ id, label, hint, error, hideLabel, children }: FrameProps & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : undefined}>{label}</label>
      {children}
      {hint && <span className="field-hint" id={`${id}-hint`}>{hint}</span>}
      {error && <span className="field-error" id={`${id}-error`}>{error}</span>}
    </div>
  );
}

export function TextField({ label, hint, error, hideLabel, ...rest }: FrameProps & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <Frame id={id} {...{ label, hint, error, hideLabel }}>
      <input id={id} className="input" aria-invalid={error ? true : undefined}
        aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined} {...rest} />
    </Frame>
  );
}

interface SelectProps<T extends string> extends FrameProps, Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value'> {
  value: T;
  choices: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

export function Select<T extends string>({ label, hint, error, hideLabel, value, choices, onChange, ...rest }: SelectProps<T>) {
  const id = useId();
  return (
    <Frame id={id} {...{ label, hint, error, hideLabel }}>
      <select id={id} className="input select" value={value} onChange={(event) => onChange(event.target.value as T)} {...rest}>
        {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}
      </select>
    </Frame>
  );
}

export function Checkbox({ label, ...rest }: { label: ReactNode } & InputHTMLAttributes<HTMLInputElement>) {
  return <label className="checkbox"><input type="checkbox" {...rest} /><span>{label}</span></label>;
}
