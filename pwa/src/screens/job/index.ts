/** The addresses of a job; each screen is loaded when it is first needed. */
import type { Route } from '../../parts/route'

export const routes: readonly Route[] = [
  { path: '/job/:id', screen: () => import('./job'), frame: 'bare' },
  { path: '/job/:id/contact', screen: () => import('./contact'), frame: 'bare', roles: ['technician'] },
]
