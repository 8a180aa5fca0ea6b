/** The addresses of old parts; each screen is loaded when it is first needed. */
import type { Route } from '../../parts/route'

export const routes: readonly Route[] = [
  { path: '/old-parts', screen: () => import('./old_parts'), frame: 'places', roles: ['clerk', 'manager'] },
]
