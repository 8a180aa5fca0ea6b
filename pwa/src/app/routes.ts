/** Every address of the app and the screen that answers to it; screens load when they are first needed. */
import type { Route } from '../parts/route'
import { routes as archive } from '../screens/archive'
import { routes as calls } from '../screens/calls'
import { routes as catalogue } from '../screens/catalogue'
import { routes as conflicts } from '../screens/conflicts'
import { routes as departure } from '../screens/departure'
import { routes as figures } from '../screens/figures'
import { routes as job } from '../screens/job'
import { routes as office } from '../screens/office'
import { routes as oldParts } from '../screens/old_parts'
import { routes as parts } from '../screens/parts'
import { routes as readiness } from '../screens/readiness'
import { routes as safety } from '../screens/safety'
import { routes as stock } from '../screens/stock'
import { routes as unitFile } from '../screens/unit_file'
import { routes as visit } from '../screens/visit'
import { routes as writeOffs } from '../screens/write_offs'

export const ROUTES: readonly Route[] = [
  { path: '/today', screen: () => import('../screens/today/today'), frame: 'places', roles: ['technician'] },
  ...job,
  ...visit,
  ...departure,
  ...readiness,
  ...unitFile,
  ...safety,
  ...conflicts,
  ...office,
  ...calls,
  ...archive,
  ...oldParts,
  ...stock,
  ...figures,
  ...catalogue,
  ...writeOffs,
  ...parts,
  { path: '/scan', screen: () => import('../screens/scan/scan'), frame: 'places' },
  { path: '/sync', screen: () => import('../screens/sync/sync'), frame: 'places' },
  {
    path: '/rescue',
    screen: () => import('../screens/sync/bring_in'),
    frame: 'bare',
    roles: ['manager', 'administrator'],
  },
  { path: '/me', screen: () => import('../screens/me/me'), frame: 'places' },
]
