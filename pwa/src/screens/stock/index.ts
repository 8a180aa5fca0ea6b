/** The addresses of the store; each screen is loaded when it is first needed. */
import type { Route } from '../../parts/route'

const roles = ['clerk', 'manager'] as const

export const routes: readonly Route[] = [
  { path: '/stock', screen: () => import('./stock'), frame: 'places', roles },
  { path: '/stock/part/:id', screen: () => import('./part_card'), frame: 'bare', roles },
  { path: '/stock/issue', screen: () => import('./issue'), frame: 'bare', roles },
  { path: '/stock/issue/:id', screen: () => import('./issue'), frame: 'bare', roles },
  { path: '/stock/goods', screen: () => import('./goods'), frame: 'bare', roles },
  { path: '/stock/goods/:id', screen: () => import('./receipt'), frame: 'bare', roles },
  { path: '/stock/unused', screen: () => import('./unused'), frame: 'bare', roles },
  { path: '/stock/transfers', screen: () => import('./transfers'), frame: 'bare', roles },
  { path: '/stock/send', screen: () => import('./send'), frame: 'bare', roles },
  { path: '/stock/transfers/:id', screen: () => import('./arrival'), frame: 'bare', roles: [...roles, 'technician'] },
  { path: '/stock/count', screen: () => import('./count'), frame: 'bare', roles },
  { path: '/stock/holds', screen: () => import('./holds'), frame: 'bare', roles },
]
