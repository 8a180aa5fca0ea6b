/** The address of leaving a site. */
import type { Route } from '../../parts/route'

export const routes: readonly Route[] = [
  { path: '/job/:id/leave', screen: () => import('./leave'), frame: 'bare', roles: ['technician'] },
]
