/** The address of the conflicts inbox. */
import type { Route } from '../../parts/route'

export const routes: readonly Route[] = [{ path: '/conflicts', screen: () => import('./inbox'), frame: 'bare' }]
