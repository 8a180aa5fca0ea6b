/** The addresses of the contact log; each screen is loaded when it is first needed. */
import type { Route } from '../../parts/route'

const roles = ['dispatcher', 'manager'] as const

export const routes: readonly Route[] = [
  { path: '/calls', screen: () => import('./calls'), frame: 'places', roles },
  { path: '/calls/new', screen: () => import('./log_call'), frame: 'bare', roles },
  { path: '/calls/:id', screen: () => import('./contact'), frame: 'bare', roles },
]
