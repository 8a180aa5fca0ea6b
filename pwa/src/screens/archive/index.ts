/** The addresses of the archive; each screen is loaded when it is first needed. */
import type { Route } from '../../parts/route'

const roles = ['dispatcher', 'manager'] as const

export const routes: readonly Route[] = [
  { path: '/reports', screen: () => import('./reports'), frame: 'places', roles },
  { path: '/reports/month', screen: () => import('./bundle'), frame: 'bare', roles: ['manager'] },
  { path: '/reports/:id', screen: () => import('./report'), frame: 'bare', roles },
]
