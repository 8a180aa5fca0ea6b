/** Today: the next job with its one main button, and the day's other jobs on a time line. */
import { Head } from '../../parts/bar'
import { Empty } from '../../parts/empty'
import type { ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Heading } from '../../parts/sheet'
import { dayName, startOfDay } from '../../parts/times'
import { words } from '../../parts/words'
import { agenda } from '../../store/jobs'
import { useLive } from '../../store/live'
import { Line } from '../line'
import { useNow } from '../now'
import { AgendaRow } from './agenda_row'
import { NextJob } from './next_job'
import { Ready } from './ready'
import './today.css'

const w = words({
  today: ['今天', 'Today'],
  jobs: [(n: number) => `${n} 单`, (n: number) => (n === 1 ? '1 job' : `${n} jobs`)],
  later: ['往后几天', 'Coming days'],
  none: ['今天没有单子', 'No jobs today'],
  noneWhat: ['办公室派了就出现在这里，没信号时也不会丢。', 'A job that the office gives you appears here.'],
  done: ['今天的都做完了', 'All done for today'],
  doneWhat: ['走之前问一句：附近还有别的活吗？', 'Before you leave: is anything else near?'],
})

export default function Today(_: ScreenProps) {
  const now = useNow()
  const midnight = startOfDay(now)
  const known = useLive(() => agenda(midnight), [midnight])
  const count = known && known.day.length + (known.next ? 1 : 0)
  const date = dayName(new Date(now).toISOString())
  return (
    <Screen
      busy={known === undefined}
      head={
        <Head title={w.today()} meta={count === undefined ? date : `${date} · ${w.jobs(count)}`} aside={<Line />} />
      }
    >
      <div class="sides">
        <div>
          {known?.next && <NextJob {...known.next} now={now} />}
          {known && !known.next && (
            <Empty icon={count ? 'check-circle' : 'calendar-blank'} title={count ? w.done() : w.none()}>
              {count ? w.doneWhat() : w.noneWhat()}
            </Empty>
          )}
        </div>
        <div class="day">
          {known && known.day.length > 0 && (
            <div class="ags">
              {known.day.map((one) => (
                <AgendaRow key={one.job.id} {...one} midnight={midnight} now={now} />
              ))}
            </div>
          )}
          {known && known.later.length > 0 && (
            <>
              <Heading>{w.later()}</Heading>
              <div class="ags">
                {known.later.map((one) => (
                  <AgendaRow key={one.job.id} {...one} midnight={midnight} now={now} />
                ))}
              </div>
            </>
          )}
          {known && <Ready midnight={midnight} />}
        </div>
      </div>
    </Screen>
  )
}
