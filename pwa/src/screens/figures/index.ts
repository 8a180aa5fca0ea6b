/** The addresses of the figures; each screen is loaded when it is first needed. */
import type { Route } from '../../parts/route'

export const routes: readonly Route[] = [
  { path: '/figures', screen: () => import('./figures'), frame: 'places', roles: ['manager'] },
]
