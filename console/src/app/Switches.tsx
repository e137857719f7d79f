import { speak, useI18n } from '../i18n';
import { IconButton } from '../ui/Button';
import { theme, useDark } from './preferences';

/** Names the other language in that language: whoever needs it can read it. */
export function LanguageSwitch() {
  const { lang } = useI18n();
  const other = lang === 'en' ? 'zh' : 'en';
  return (
    <button type="button" className="button button-quiet" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => void speak(other)}>
      {other === 'zh' ? '中文' : 'English'}
    </button>
  );
}

export function ThemeSwitch() {
  const { t } = useI18n();
  const dark = useDark();
  return <IconButton icon={dark ? 'sun' : 'moon'} label={t(dark ? 'theme.light' : 'theme.dark')} onClick={() => theme.set(dark ? 'light' : 'dark')} />;
}
