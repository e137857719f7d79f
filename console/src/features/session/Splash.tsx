import type { ReactNode } from 'react';
import { Mark } from '../../app/Mark';
import { LanguageSwitch, ThemeSwitch } from '../../app/Switches';
import { useI18n } from '../../i18n';
import './session.css';

/** The page before the pages: one column, the name, and what has to be done first. */
export function Splash({ children }: { children: ReactNode }) {
  const { t } = useI18n();
  return (
    <main className="splash">
      <div className="splash-bezel" aria-hidden="true"><SplashCurve /></div>
      <div className="splash-column">
        <div className="splash-brand"><Mark size={34} /><div><strong>Firebreak</strong><span>{t('app.tagline')}</span></div></div>
        {children}
        <div className="row splash-foot"><LanguageSwitch /><ThemeSwitch /></div>
      </div>
    </main>
  );
}

const BARS = 56;
const BREAK_AT = 34;

/** An epidemic curve that a firebreak cuts: the bars before it grow, those beyond it die out. */
function SplashCurve() {
  const bars = Array.from({ length: BARS }, (_, i) => {
    const height = i < BREAK_AT ? 3 + 92 * Math.exp(-(((i - BREAK_AT) / 13) ** 2)) : 34 * Math.exp(-(i - BREAK_AT - 3) / 5);
    return { x: i * 10 + (i >= BREAK_AT ? 26 : 0), height: Math.max(1.5, height) };
  });
  return (
    <svg viewBox="0 0 590 110" preserveAspectRatio="none">
      {bars.map((bar, i) => <rect key={bar.x} x={bar.x} y={110 - bar.height} width={7} height={bar.height} fill={i < BREAK_AT ? 'var(--ember)' : '#7fc4e6'} />)}
    </svg>
  );
}
