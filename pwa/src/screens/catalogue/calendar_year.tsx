/** One year of the working calendar: holidays, make-up days, and the hours of a working day (JOB-3). */
import { mutate } from '../../mutations/mutate'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Tick } from '../../parts/choice'
import { Field } from '../../parts/field'
import type { ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import { maySetForAll } from '../../rules/master_data'
import type { CalendarYear, Day } from '../../rules/wire'
import { calendarYear, myself } from '../../store/catalogue'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { Refused } from '../office/refused'
import './catalogue.css'

const w = words({
  title: [(year: string) => `${year} 年`, (year: string) => year],
  begins: ['上班', 'Work begins'],
  ends: ['下班', 'Work ends'],
  off: ['放假的日子', 'Days off'],
  on: ['调休上班的日子', 'Make-up working days'],
  dayHint: ['一行一天，如 2026-10-01', 'one a line, such as 2026-10-01'],
  published: ['国务院已公布', 'As the government announced it'],
  save: ['存下', 'Save'],
  same: ['没有改动', 'Nothing changed'],
  badDays: ['每行写这一年的一天，两边不能有同一天', 'Each line is a day of this year, and on one side only'],
  badTime: ['写成 08:30，下班要晚于上班', 'Write 08:30; work ends after it begins'],
  saved: ['存在本机了，有信号自己发', 'Saved here. Sends itself later.'],
  readOnly: ['总部的主管或管理员可以改。', 'A manager of the head office may change it.'],
})

interface Typed {
  begins: string
  ends: string
  off: string
  on: string
  published: boolean
}

const ORDINARY = { begins_min: 510, ends_min: 1050 }

export default function Year({ params }: ScreenProps) {
  const year = params.year ?? ''
  const me = useLive(myself)
  const stored = useLive(() => calendarYear(year), [year])
  const head = <Bar title={w.title(year)} back="/catalogue/calendar" />
  if (me === undefined || stored === undefined || !/^2\d{3}$/.test(year)) return <Screen head={head}>{null}</Screen>
  return <Form key={`${year}:${stored?.revision ?? 0}`} year={year} stored={stored} maySet={maySetForAll(me)} />
}

function Form({ year, stored, maySet }: { year: string; stored: CalendarYear | null; maySet: boolean }) {
  const key = `calendar:${year}`
  const before = typedOf(stored)
  const [typed, type, drop] = useDraft<Typed>(key, before)
  const [begins_min, ends_min] = [minutes(typed.begins), minutes(typed.ends)]
  const [days_off, days_on] = [daysOf(typed.off, year), daysOf(typed.on, year)]
  const badTime = begins_min === null || ends_min === null || begins_min >= ends_min
  const badDays = days_off === null || days_on === null || days_off.some((day) => days_on.includes(day))
  const changed = JSON.stringify(typed) !== JSON.stringify(before)
  const save = async () => {
    if (badTime || badDays) return
    const body = { year: Number(year), revision: stored?.revision ?? 0, published: typed.published }
    await mutate('calendar.set_days', { ...body, begins_min, ends_min, days_off, days_on }, { draft: key })
    drop()
    say(w.saved())
  }
  const set = (name: keyof Typed) => (value: string) => type({ ...typed, [name]: value })
  return (
    <Screen
      head={<Bar title={w.title(year)} back="/catalogue/calendar" />}
      dock={
        maySet && (
          <Button kind="main" wide off={!changed || badTime || badDays} onTap={() => void save()}>
            {changed ? w.save() : w.same()}
          </Button>
        )
      }
    >
      <Refused about={[year]} name="calendar.set_days" onTakeBack={(body) => type(typedOf(body))} />
      {!maySet && <p class="meta">{w.readOnly()}</p>}
      <div class="filecard paired">
        <Field
          label={w.begins()}
          value={typed.begins}
          onInput={set('begins')}
          bad={badTime ? w.badTime() : undefined}
          readOnly={!maySet}
        />
        <Field label={w.ends()} value={typed.ends} onInput={set('ends')} readOnly={!maySet} />
        <Field
          label={w.off()}
          value={typed.off}
          onInput={set('off')}
          lines={10}
          hint={w.dayHint()}
          bad={badDays ? w.badDays() : undefined}
          readOnly={!maySet}
        />
        <Field label={w.on()} value={typed.on} onInput={set('on')} lines={10} hint={w.dayHint()} readOnly={!maySet} />
        <Tick
          label={w.published()}
          ticked={typed.published}
          onTick={(published) => maySet && type({ ...typed, published })}
        />
      </div>
    </Screen>
  )
}

type Set = Pick<CalendarYear, 'begins_min' | 'ends_min' | 'days_off' | 'days_on' | 'published'>

function typedOf(stored: Set | null): Typed {
  const { begins_min, ends_min } = stored ?? ORDINARY
  return {
    begins: hour(begins_min),
    ends: hour(ends_min),
    off: (stored?.days_off ?? []).join('\n'),
    on: (stored?.days_on ?? []).join('\n'),
    published: stored?.published ?? false,
  }
}

const two = (number: number) => String(number).padStart(2, '0')
const hour = (min: number) => `${two(Math.trunc(min / 60))}:${two(min % 60)}`

function minutes(text: string): number | null {
  const found = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim())
  return found === null ? null : Number(found[1]) * 60 + Number(found[2])
}

/** The days of the lines, each once; null when a line is no day of that year. */
function daysOf(text: string, year: string): Day[] | null {
  const days = text.split(/\s+/).filter((line) => line !== '')
  const real = (day: string) => {
    const at = new Date(`${day}T00:00:00Z`)
    return day.startsWith(`${year}-`) && !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === day
  }
  return days.every(real) ? [...new Set(days)].sort() : null
}
