import type { Me } from '../../api/contract';
import { useI18n } from '../../i18n';
import { PasswordForm } from './PasswordForm';
import { Splash } from './Splash';

/** The one thing an account with a one-time password can do. */
export function ChangePassword({ me }: { me: Me }) {
  const { t } = useI18n();
  return (
    <Splash>
      <h1>{t('password.first.title')}</h1>
      <p className="muted">{t('password.first.why', { name: me.displayName })}</p>
      <PasswordForm />
    </Splash>
  );
}
