/** The addresses of the office; each screen is loaded when it is first needed. */
import type { Route } from '../../parts/route'

export const routes: readonly Route[] = [
  { path: '/dispatch', screen: () => import('./dispatch'), frame: 'places', roles: ['dispatcher', 'manager'] },
  { path: '/dispatch/call', screen: () => import('./new_call'), frame: 'bare', roles: ['dispatcher', 'manager'] },
  {
    path: '/dispatch/call/:contact',
    screen: () => import('./new_call'),
    frame: 'bare',
    roles: ['dispatcher', 'manager'],
  },
  { path: '/dispatch/job/:id', screen: () => import('./dispatch'), frame: 'places', roles: ['dispatcher', 'manager'] },
  { path: '/receive', screen: () => import('./receive'), frame: 'places', roles: ['clerk'] },
  { path: '/asked', screen: () => import('./asked'), frame: 'places' },
  { path: '/approvals', screen: () => import('./decide'), frame: 'places', roles: ['manager'] },
]
