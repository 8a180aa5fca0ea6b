/** The addresses of write-offs; each screen is loaded when it is first needed. */
import type { Route } from '../../parts/route'

export const routes: readonly Route[] = [
  { path: '/write-offs', screen: () => import('./write_offs'), frame: 'places', roles: ['clerk', 'manager'] },
  { path: '/write-offs/:id', screen: () => import('./line'), frame: 'bare', roles: ['clerk', 'manager'] },
]
