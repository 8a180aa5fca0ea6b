/** What is promised to which jobs (JOB-3). */
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { Icon } from '../../parts/icon'
import type { ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Tagline } from '../../parts/tagline'
import { words } from '../../parts/words'
import { maySetForAll } from '../../rules/master_data'
import { myself, slaProfiles } from '../../store/catalogue'
import { useLive } from '../../store/live'
import { fitsSaid, profileName, termsSaid } from './profile_words'
import './catalogue.css'

const w = words({
  title: ['时限', 'Promised times'],
  add: ['新增', 'Add'],
  off: ['不用了', 'Not in use'],
  none: ['还没有时限', 'No promises yet'],
  noneWhat: ['新增一条，合它的任务就有钟。', 'Add one: the jobs that fit it get a clock.'],
})

export default function Profiles(_: ScreenProps) {
  const me = useLive(myself) ?? null
  const profiles = useLive(slaProfiles)
  return (
    <Screen head={<Bar title={w.title()} back="/catalogue" />}>
      {maySetForAll(me) && (
        <Button size="mid" icon="plus" href="/catalogue/sla/new">
          {w.add()}
        </Button>
      )}
      {profiles?.length === 0 && (
        <Empty icon="clock" title={w.none()}>
          {w.noneWhat()}
        </Empty>
      )}
      {profiles !== undefined && profiles.length > 0 && (
        <nav class="sheet flush list below" aria-label={w.title()}>
          {profiles.map((profile) => (
            <a key={profile.id} href={`/catalogue/sla/${profile.id}`}>
              <Icon name="clock" tone="quiet" />
              <span class="grow">
                <b>{profileName(profile)}</b>
                <span class="meta filewhat">{fitsSaid(profile)}</span>
                <span class="meta filewhat">{termsSaid(profile)}</span>
              </span>
              {!profile.active && <Tagline icon="stop">{w.off()}</Tagline>}
              <Icon name="caret-right" tone="quiet" />
            </a>
          ))}
        </nav>
      )}
    </Screen>
  )
}
