/** The addresses of master data; each screen is loaded when it is first needed. */
import type { Route } from '../../parts/route'

export const routes: readonly Route[] = [
  { path: '/catalogue', screen: () => import('./catalogue'), frame: 'places', roles: ['manager', 'administrator'] },
]
