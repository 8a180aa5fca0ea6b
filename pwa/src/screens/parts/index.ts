/** The addresses of a technician's parts; each screen is loaded when it is first needed. */
import type { Route } from '../../parts/route'

const roles = ['technician'] as const
/** Old parts go from hand to hand between whoever carries and whoever stores them. */
const hands = ['technician', 'clerk'] as const

export const routes: readonly Route[] = [
  { path: '/parts', screen: () => import('./parts'), frame: 'places' },
  { path: '/parts/ask', screen: () => import('./ask'), frame: 'bare', roles },
  { path: '/parts/requisitions', screen: () => import('./requisitions'), frame: 'bare', roles },
  { path: '/parts/requisitions/:id', screen: () => import('./requisitions'), frame: 'bare', roles },
  { path: '/parts/count', screen: () => import('./van_count'), frame: 'bare', roles },
  { path: '/parts/unused', screen: () => import('./unused'), frame: 'bare', roles },
  { path: '/parts/pack', screen: () => import('./pack'), frame: 'bare', roles },
  { path: '/parts/boxes/:id', screen: () => import('./manifest'), frame: 'bare', roles },
  { path: '/parts/write-offs', screen: () => import('./write_offs'), frame: 'bare', roles },
  { path: '/parts/give', screen: () => import('./give'), frame: 'bare', roles: hands },
  { path: '/parts/take', screen: () => import('./take'), frame: 'bare', roles: hands },
  { path: '/parts/take/:text', screen: () => import('./take_offer'), frame: 'bare', roles: hands },
  { path: '/parts/took/:text', screen: () => import('./took'), frame: 'bare', roles: hands },
  { path: '/parts/old/:id', screen: () => import('./old_part'), frame: 'bare', roles },
]
