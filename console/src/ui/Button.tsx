import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import './controls.css';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: 'plain' | 'primary' | 'danger' | 'quiet';
  icon?: IconName;
  children?: ReactNode;
}

export function Button({ kind = 'plain', icon, children, className = '', type = 'button', ...rest }: Props) {
  return (
    <button type={type} className={`button button-${kind} ${className}`} {...rest}>
      {icon && <Icon name={icon} size={14} />}
      {children && <span>{children}</span>}
    </button>
  );
}

/** A button that shows only an icon; its name is read out and shown on hover. */
export function IconButton({ icon, label, kind = 'quiet', className = '', ...rest }: Omit<Props, 'children'> & { icon: IconName; label: string }) {
  return (
    <button type="button" className={`button button-${kind} icon-button ${className}`} aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  );
}
