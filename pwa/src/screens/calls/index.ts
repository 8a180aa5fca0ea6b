/** The addresses of the contact log; each screen is loaded when it is first needed. */
import type { Route } from '../../parts/route'

export const routes: readonly Route[] = [
  { path: '/calls', screen: () => import('./calls'), frame: 'places', roles: ['dispatcher', 'manager'] },
]
