/** The addresses of master data; each screen is loaded when it is first needed. */
import type { Route } from '../../parts/route'

const roles = ['manager', 'administrator'] as const

export const routes: readonly Route[] = [
  { path: '/catalogue', screen: () => import('./catalogue'), frame: 'places', roles },
  { path: '/catalogue/presets', screen: () => import('./presets'), frame: 'bare', roles },
  { path: '/catalogue/calendar', screen: () => import('./calendar'), frame: 'bare', roles },
  { path: '/catalogue/calendar/:year', screen: () => import('./calendar_year'), frame: 'bare', roles },
  { path: '/catalogue/sla', screen: () => import('./profiles'), frame: 'bare', roles },
  { path: '/catalogue/sla/:id', screen: () => import('./profile'), frame: 'bare', roles },
  { path: '/catalogue/checklists', screen: () => import('./checklists'), frame: 'bare', roles },
  { path: '/catalogue/checklists/:id', screen: () => import('./checklist'), frame: 'bare', roles },
  { path: '/catalogue/:file', screen: () => import('./file'), frame: 'bare', roles },
  { path: '/catalogue/:file/import', screen: () => import('./take_in'), frame: 'bare', roles },
  { path: '/catalogue/:file/:id', screen: () => import('./card'), frame: 'bare', roles },
]
