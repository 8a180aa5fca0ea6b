/** The addresses of the unit's file. */
import type { Route } from '../../parts/route'

export const routes: readonly Route[] = [
  { path: '/unit/:id', screen: () => import('./history'), frame: 'bare' },
  { path: '/unit/:id/visit/:visitId', screen: () => import('./past_visit'), frame: 'bare' },
]
