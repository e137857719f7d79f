import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import type { Me } from '../api/contract';
import { followEvents } from '../api/events';
import { useI18n } from '../i18n';
import { Empty, Skeleton } from '../ui/Status';
import { Boundary } from './Boundary';
import { ACCOUNT, FEATURES, type Feature } from './features';
import { MainNav } from './MainNav';
import { navigate, usePlace } from './router';
import { may } from './session';
import { TopBar } from './TopBar';
import './shell.css';

const within = (path: string, feature: Feature) => path === feature.path || path.startsWith(`${feature.path}/`);

/** The frame around every page: navigation, account, and the one room that is open. */
export function Shell({ me }: { me: Me }) {
  const { t } = useI18n();
  const { path } = usePlace();
  const client = useQueryClient();
  useEffect(() => followEvents(client), [client]);
  const open = FEATURES.filter((feature) => feature.permissions.some((permission) => may(me, permission)));
  const home = open[0]?.path;
  useEffect(() => {
    if (path === '/' && home) navigate(home, { replace: true });
  }, [path, home]);
  const feature = [...open, ACCOUNT].find((candidate) => within(path, candidate));
  useEffect(() => {
    document.title = feature ? `${t(feature.title)} · Firebreak` : 'Firebreak';
  }, [feature, t]);
  const Page = feature?.page;
  return (
    <div className="shell">
      <a className="skip" href="#main">{t('nav.skip')}</a>
      <MainNav features={open} current={feature} />
      <TopBar me={me} />
      <main id="main" className="main" tabIndex={-1}>
        <Boundary key={feature?.path ?? path}>
          <Suspense fallback={<Skeleton rows={8} />}>
            {Page ? <Page /> : path !== '/' && <Empty title={t('state.noPage')}>{t('state.noPage.why')}</Empty>}
          </Suspense>
        </Boundary>
      </main>
    </div>
  );
}
