import { useQueryClient } from '@tanstack/react-query';
import type { Me, Settings } from '../api/contract';
import { useApi, useChange } from '../api/cache';
import { useI18n } from '../i18n';
import { Icon } from '../ui/Icon';
import { Link } from '../ui/Link';
import { Popover } from '../ui/Popover';
import { LanguageSwitch, ThemeSwitch } from './Switches';
import { SESSION } from './session';

/** The strip over every page: whose platform this is, language, theme, account. */
export function TopBar({ me }: { me: Me }) {
  const { t, say } = useI18n();
  const client = useQueryClient();
  const settings = useApi<Settings>('/settings', { staleMs: 300_000 });
  const signOut = useChange<void>(() => ({ path: SESSION, method: 'DELETE' }));
  const leave = () => signOut.mutate(undefined, {
    onSuccess: () => {
      client.clear();
      window.location.assign('/');
    },
  });
  return (
    <header className="topbar">
      <span className="topbar-name">{say(settings.data?.platformName)}</span>
      <LanguageSwitch />
      <ThemeSwitch />
      <Popover className="button button-quiet" button={<><Icon name="user" /><span className="topbar-user">{me.displayName}</span></>}>
        <p className="account-who"><strong>{me.displayName}</strong><span className="muted small">{me.username}</span></p>
        <Link className="menu-item" to="/account"><Icon name="lock" />{t('nav.account')}</Link>
        <button type="button" className="menu-item" onClick={leave}><Icon name="forward" />{t('session.signOut')}</button>
      </Popover>
    </header>
  );
}
