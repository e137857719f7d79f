import { useI18n } from '../i18n';
import { Icon } from '../ui/Icon';
import { Link } from '../ui/Link';
import type { Feature } from './features';
import { Mark } from './Mark';

export function MainNav({ features, current }: { features: readonly Feature[]; current?: Feature }) {
  const { t } = useI18n();
  return (
    <nav className="nav" aria-label={t('nav.label')}>
      <Link className="brand" to="/" aria-label="Firebreak"><Mark /><span>Firebreak</span></Link>
      <ul>
        {features.map((feature) => (
          <li key={feature.path}>
            <Link to={feature.path} aria-current={feature === current ? 'page' : undefined}><Icon name={feature.icon} size={18} /><span>{t(feature.title)}</span></Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
