/** Where a manager or administrator brings in what a dying phone exported. */
import { Button } from '../../parts/button'
import { words } from '../../parts/words'
import type { Role } from '../../rules/wire'

const w = words({ bring: ['收一份救援文件', 'Bring in a rescue file'] })

const MAY: ReadonlySet<Role> = new Set(['manager', 'administrator'])

export function RescueLine({ roles }: { roles: readonly Role[] }) {
  if (!roles.some((role) => MAY.has(role))) return null
  return (
    <Button wide icon="file-arrow-down" href="/rescue">
      {w.bring()}
    </Button>
  )
}
