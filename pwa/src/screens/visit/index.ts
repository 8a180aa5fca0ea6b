/** The addresses of a visit; each screen is loaded when it is first needed. */
import type { Route } from '../../parts/route'

export const routes: readonly Route[] = [
  { path: '/job/:id/listen', screen: () => import('./listen'), frame: 'bare', roles: ['technician'] },
  { path: '/job/:id/look', screen: () => import('./look'), frame: 'bare', roles: ['technician'] },
  { path: '/job/:id/check', screen: () => import('./check'), frame: 'bare', roles: ['technician'] },
  { path: '/job/:id/handle', screen: () => import('./handle'), frame: 'bare', roles: ['technician'] },
  { path: '/job/:id/swap', screen: () => import('./swap'), frame: 'bare', roles: ['technician'] },
  { path: '/job/:id/sign', screen: () => import('./sign'), frame: 'alone', roles: ['technician'] },
]
