/** The first sync: what is being loaded, how far it is, today's jobs first. */
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { Logo } from '../../parts/logo'
import { words } from '../../parts/words'
import { firstLoad } from '../../store/first_load'
import { useLive } from '../../store/live'
import { offlineSince } from '../../sync/status'
import './sign_in.css'

const w = words({
  title: ['第一次装资料', 'Loading for the first time'],
  why: ['装完以后断网也能干活。先到先用，不用等。', 'After this it works without signal. Use what is here already.'],
  jobs: ['任务', 'Jobs'],
  history: ['到访和换件', 'Visits and swaps'],
  equipment: ['车辆和机器', 'Vehicles and machines'],
  catalogue: ['备件和故障目录', 'Parts and faults'],
  rows: [(n: string) => `${n} 条`, (n: string) => `${n} rows`],
  waiting: ['等着', 'waiting'],
  offline: ['还没有信号，来了自己接着装。', 'No signal yet. It goes on by itself.'],
  enter: ['先进去', 'Go in now'],
})

interface Props {
  /** Do not wait for the rest. */
  onEnter: () => void
}

export function FirstSync({ onEnter }: Props) {
  const loaded = useLive(firstLoad)
  const groups = [
    { name: w.jobs(), count: loaded?.jobs ?? 0 },
    { name: w.history(), count: loaded?.history ?? 0 },
    { name: w.equipment(), count: loaded?.equipment ?? 0 },
    { name: w.catalogue(), count: loaded?.catalogue ?? 0 },
  ]
  return (
    <main class="welcome" tabIndex={-1}>
      <div>
        <div class="logo">
          <Logo size={44} />
          <h1 class="key">{w.title()}</h1>
        </div>
        <p class="meta">{offlineSince.value ? w.offline() : w.why()}</p>
      </div>
      <ul class="steps" role="status">
        {groups.map(({ name, count }) => (
          <li key={name}>
            {count > 0 ? <Icon name="check-circle" size="l" tone="acc" /> : <Icon name="clock" size="l" tone="quiet" />}
            <b class="grow">{name}</b>
            <span class="meta">{count > 0 ? w.rows(String(count)) : w.waiting()}</span>
          </li>
        ))}
      </ul>
      <Button kind="main" wide onTap={onEnter}>
        {w.enter()}
      </Button>
    </main>
  )
}
