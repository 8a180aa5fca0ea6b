/** The working calendar by years (JOB-3). */
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { Icon } from '../../parts/icon'
import type { ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { words } from '../../parts/words'
import { maySetForAll } from '../../rules/master_data'
import { calendarYears, myself } from '../../store/catalogue'
import { useLive } from '../../store/live'
import './catalogue.css'

const w = words({
  title: ['工作日历', 'Working calendar'],
  add: [(year: number) => `设 ${year} 年`, (year: number) => `Set ${year}`],
  off: [
    (off: number, on: number) => `放假 ${off} 天，调休上班 ${on} 天`,
    (off: number, on: number) => `${off} days off, ${on} make-up days`,
  ],
  published: ['国务院已公布', 'As announced'],
  guessed: ['还没公布，先照这个算', 'Not announced yet'],
  none: ['还没有日历', 'No calendar yet'],
  noneWhat: [
    '按周一到周五算。设一年，节假日就算进去。',
    'Monday to Friday count. Set a year and its holidays count too.',
  ],
})

export default function Calendar(_: ScreenProps) {
  const me = useLive(myself) ?? null
  const years = useLive(calendarYears)
  const next = years?.[0] === undefined ? new Date().getFullYear() : Number(years[0].id) + 1
  return (
    <Screen head={<Bar title={w.title()} back="/catalogue" />}>
      {maySetForAll(me) && years !== undefined && (
        <Button size="mid" icon="plus" href={`/catalogue/calendar/${next}`}>
          {w.add(next)}
        </Button>
      )}
      {years?.length === 0 && (
        <Empty icon="calendar-blank" title={w.none()}>
          {w.noneWhat()}
        </Empty>
      )}
      {years !== undefined && years.length > 0 && (
        <nav class="sheet flush list below" aria-label={w.title()}>
          {years.map((year) => (
            <a key={year.id} href={`/catalogue/calendar/${year.id}`}>
              <Icon name="calendar-blank" tone="quiet" />
              <span class="grow">
                <b>{year.id}</b>
                <span class="meta filewhat">{w.off(year.days_off.length, year.days_on.length)}</span>
              </span>
              <span class="meta">{year.published ? w.published() : w.guessed()}</span>
              <Icon name="caret-right" tone="quiet" />
            </a>
          ))}
        </nav>
      )}
    </Screen>
  )
}
