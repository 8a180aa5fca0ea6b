/** The addresses of old parts; each screen is loaded when it is first needed. */
import type { Route } from '../../parts/route'

const roles = ['clerk', 'manager'] as const
const bare = { frame: 'bare', roles } as const

export const routes: readonly Route[] = [
  { path: '/old-parts', screen: () => import('./old_parts'), frame: 'places', roles },
  { path: '/old-parts/inspect', screen: () => import('./inspect'), ...bare },
  { path: '/old-parts/store', screen: () => import('./shelve'), ...bare },
  { path: '/old-parts/dispose', screen: () => import('./dispose'), ...bare },
  { path: '/old-parts/disposals', screen: () => import('./disposals'), ...bare },
  { path: '/old-parts/disposal/:id', screen: () => import('./disposal'), ...bare },
  { path: '/old-parts/tags', screen: () => import('./tags'), ...bare },
  { path: '/old-parts/:id', screen: () => import('./old_part'), ...bare },
  { path: '/old-parts/:id/inspect', screen: () => import('./inspect'), ...bare },
  { path: '/old-parts/:id/store', screen: () => import('./shelve'), ...bare },
  { path: '/old-parts/:id/dispose', screen: () => import('./dispose'), ...bare },
  { path: '/old-parts/:id/match', screen: () => import('./match'), ...bare },
]
