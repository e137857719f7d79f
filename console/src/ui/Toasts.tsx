import { useToasts } from './toast';
import './status.css';

export function Toasts() {
  return <div className="toasts" role="status" aria-live="polite">{useToasts().map(({ id, text }) => <p key={id} className="toast">{text}</p>)}</div>;
}
