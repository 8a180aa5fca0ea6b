/** The rail of the desk: places, as of when they are true, and who is signed in. */
import { Icon } from '../parts/icon'
import { roleName } from '../parts/role_names'
import { OfflineBadge } from '../parts/sync_chip'
import { type Place, Rail } from '../parts/tabs'
import { clock } from '../parts/times'
import { language, words } from '../parts/words'
import { holder } from '../store/holder'
import { personAt } from '../store/jobs'
import { useLive } from '../store/live'
import { lastContact, offlineSince } from '../sync/status'

const w = words({
  asOf: [(time: string) => `${time} 的样子`, (time: string) => `As of ${time}`],
  never: ['还没连上过', 'Never connected yet'],
})

export function SideRail({ places }: { places: readonly Place[] }) {
  const who = holder.value
  const known = useLive(() => personAt(who?.user_id ?? ''), [who?.user_id])
  const station = language.value === 'en' ? (known?.station?.name_en ?? known?.station?.name) : known?.station?.name
  return (
    <Rail places={places}>
      {offlineSince.value ? (
        <OfflineBadge since={offlineSince.value} />
      ) : (
        <span class="sync has" role="status">
          <Icon name="cloud-check" />
          {lastContact.value ? w.asOf(clock(lastContact.value)) : w.never()}
        </span>
      )}
      {who && (
        <div class="row who">
          <Icon name="user" />
          <div>
            <b>{who.person.name}</b>
            <div class="meta quiet">{[...who.person.roles.map(roleName), station].filter(Boolean).join(' · ')}</div>
          </div>
        </div>
      )}
    </Rail>
  )
}
