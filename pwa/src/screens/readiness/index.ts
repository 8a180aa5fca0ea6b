/** The address of the check before the day starts. */
import type { Route } from '../../parts/route'

export const routes: readonly Route[] = [
  { path: '/ready', screen: () => import('./readiness'), frame: 'bare', roles: ['technician'] },
]
