/** The addresses of escalation and safety; each screen is loaded when it is first needed. */
import type { Route } from '../../parts/route'

export const routes: readonly Route[] = [
  { path: '/job/:id/escalate', screen: () => import('../escalate/escalate'), frame: 'bare', roles: ['technician'] },
  { path: '/job/:id/incident', screen: () => import('./report'), frame: 'bare', roles: ['technician'] },
  { path: '/safety', screen: () => import('./notices'), frame: 'bare', roles: ['manager', 'administrator'] },
  { path: '/job/:id/safety', screen: () => import('./read_again'), frame: 'bare', roles: ['technician'] },
]
