/** Where a person goes: the places of each role, the first of them is home. */
import type { IconName } from '../parts/icon'
import { words } from '../parts/words'
import type { Role } from '../rules/wire'

const w = words({
  today: ['今天', 'Today'],
  receive: ['收旧件', 'Receive'],
  dispatch: ['派工台', 'Dispatch'],
  approvals: ['审批', 'Approvals'],
  call: ['登记来电', 'Log a call'],
  calls: ['来电登记', 'Contact log'],
  reports: ['服务报告', 'Reports'],
  oldParts: ['旧件', 'Old parts'],
  stock: ['库存', 'Stock'],
  parts: ['备件', 'Parts'],
  writeOffs: ['销账', 'Write-offs'],
  asked: ['问到你的', 'Asked of you'],
  figures: ['数字', 'Figures'],
  catalogue: ['资料', 'Master data'],
  scan: ['扫描', 'Scan'],
  sync: ['同步', 'Sync'],
  me: ['我', 'Me'],
})

export type PlaceName = keyof typeof w

interface Destination {
  href: string
  icon: IconName
  /** Whose place it is; everybody's when left out. */
  roles?: readonly Role[]
}

/** In the order in which a home is chosen. */
const DESTINATIONS: Record<PlaceName, Destination> = {
  today: { href: '/today', icon: 'calendar-blank', roles: ['technician'] },
  receive: { href: '/receive', icon: 'tray', roles: ['clerk'] },
  dispatch: { href: '/dispatch', icon: 'kanban', roles: ['dispatcher', 'manager'] },
  approvals: { href: '/approvals', icon: 'stamp', roles: ['manager'] },
  call: { href: '/dispatch/call', icon: 'phone', roles: ['dispatcher'] },
  calls: { href: '/calls', icon: 'phone', roles: ['dispatcher', 'manager'] },
  reports: { href: '/reports', icon: 'file-text', roles: ['dispatcher', 'manager'] },
  oldParts: { href: '/old-parts', icon: 'tag', roles: ['clerk', 'manager'] },
  stock: { href: '/stock', icon: 'warehouse', roles: ['clerk', 'manager'] },
  parts: { href: '/parts', icon: 'package', roles: ['technician'] },
  writeOffs: { href: '/write-offs', icon: 'check-circle', roles: ['clerk', 'manager'] },
  asked: { href: '/asked', icon: 'hand-palm', roles: ['technician', 'clerk', 'dispatcher'] },
  figures: { href: '/figures', icon: 'chart-line-up', roles: ['manager'] },
  catalogue: { href: '/catalogue', icon: 'books', roles: ['manager', 'administrator'] },
  scan: { href: '/scan', icon: 'scan' },
  sync: { href: '/sync', icon: 'arrows-clockwise' },
  me: { href: '/me', icon: 'user' },
}

export interface NamedPlace extends Destination {
  key: PlaceName
  name: string
}

/** The places of a person with these roles: the union of what each role sees. */
export function placesOf(roles: readonly Role[]): NamedPlace[] {
  return (Object.keys(DESTINATIONS) as PlaceName[])
    .filter((key) => DESTINATIONS[key].roles?.some((role) => roles.includes(role)) ?? true)
    .map((key) => ({ key, name: w[key](), ...DESTINATIONS[key] }))
}

/** The address behind `/`. A manager's home is what waits for a decision. */
export function homeOf(roles: readonly Role[]): string {
  const places = placesOf(roles)
  const decides = roles.includes('manager') && !roles.includes('technician') && !roles.includes('dispatcher')
  return (decides ? DESTINATIONS.approvals : places[0])?.href ?? '/me'
}

/** On the rail, logging a call is the main button of the board and not a place of its own. */
export const railOf = (roles: readonly Role[]): NamedPlace[] => placesOf(roles).filter(({ key }) => key !== 'call')

/** Home, one more place, and the three that everybody has. */
export function tabsOf(roles: readonly Role[]): NamedPlace[] {
  const home = homeOf(roles)
  const { own, shared } = parted(roles)
  const first = own.sort((one, other) => Number(other.href === home) - Number(one.href === home)).slice(0, OWN_TABS)
  return [...first, ...shared]
}

/** The person's own places that the bottom bar has no room for. */
export function beyondTabs(roles: readonly Role[]): NamedPlace[] {
  const shown = new Set(tabsOf(roles).map(({ key }) => key))
  return placesOf(roles).filter(({ key }) => !shown.has(key))
}

const OWN_TABS = 2
const SHARED: readonly PlaceName[] = ['scan', 'sync', 'me']

function parted(roles: readonly Role[]): { own: NamedPlace[]; shared: NamedPlace[] } {
  const places = placesOf(roles)
  const isShared = ({ key }: NamedPlace) => SHARED.includes(key)
  return { own: places.filter((place) => !isShared(place)), shared: places.filter(isShared) }
}
