/** The addresses of the stock ledger; each screen is loaded when it is first needed. */
import type { Route } from '../../parts/route'

export const routes: readonly Route[] = [
  { path: '/stock', screen: () => import('./stock'), frame: 'places', roles: ['clerk', 'manager'] },
]
