import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Permission } from '../api/contract';
import type { PlainKey } from '../i18n';
import type { IconName } from '../ui/Icon';

/** A room of the console. Its page answers every address below its path and is loaded when first entered. */
export interface Feature {
  path: string;
  title: PlainKey;
  icon: IconName;
  /** Any one of these lets a person in. */
  permissions: Permission[];
  page: LazyExoticComponent<ComponentType>;
}

/** The rooms in the order of the navigation. A new capability is a folder under features/ and one entry here. */
export const FEATURES: readonly Feature[] = [
  { path: '/situation', title: 'nav.situation', icon: 'situation', permissions: ['situation:read'], page: lazy(() => import('../features/situation/SituationPage')) },
  { path: '/rt', title: 'nav.rt', icon: 'spread', permissions: ['situation:read'], page: lazy(() => import('../features/rt/RtPage')) },
  { path: '/forecast', title: 'nav.forecast', icon: 'forecast', permissions: ['forecasts:read'], page: lazy(() => import('../features/forecast/ForecastPage')) },
  { path: '/alarms', title: 'nav.alarms', icon: 'alarm', permissions: ['alarms:read'], page: lazy(() => import('../features/alarms/AlarmsRoom')) },
  { path: '/cases', title: 'nav.cases', icon: 'cases', permissions: ['cases:read'], page: lazy(() => import('../features/cases/CasesRoom')) },
  { path: '/genomes', title: 'nav.genomes', icon: 'genomes', permissions: ['genomes:read'], page: lazy(() => import('../features/genomes/GenomesRoom')) },
  { path: '/data', title: 'nav.data', icon: 'data', permissions: ['data:read'], page: lazy(() => import('../features/data/DataRoom')) },
  { path: '/admin', title: 'nav.admin', icon: 'admin', permissions: ['users:read', 'settings:write', 'audit:read', 'keys:write'], page: lazy(() => import('../features/admin/AdminRoom')) },
];

/** Open to everybody who is signed in; reached from the menu of the account. */
export const ACCOUNT: Feature = { path: '/account', title: 'nav.account', icon: 'user', permissions: [], page: lazy(() => import('../features/session/AccountPage')) };
