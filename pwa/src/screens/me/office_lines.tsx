/** What only a manager or an administrator looks after: the sites' safety notices, and what a dying phone exported. */
import { Button } from '../../parts/button'
import { words } from '../../parts/words'
import type { Role } from '../../rules/wire'

const w = words({
  safety: ['现场安全告知', 'Safety notices'],
  bring: ['收一份救援文件', 'Bring in a rescue file'],
})

const MAY: ReadonlySet<Role> = new Set(['manager', 'administrator'])

export function OfficeLines({ roles }: { roles: readonly Role[] }) {
  if (!roles.some((role) => MAY.has(role))) return null
  return (
    <div class="officelines">
      <Button wide icon="hard-hat" href="/safety">
        {w.safety()}
      </Button>
      <Button wide icon="file-arrow-down" href="/rescue">
        {w.bring()}
      </Button>
    </div>
  )
}
