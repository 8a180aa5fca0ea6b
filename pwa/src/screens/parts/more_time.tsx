/** Extension 回运延期: until when the old part cannot come, and why; a manager answers (OLD-4). */
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { Heading } from '../../parts/sheet'
import { calendarDay } from '../../parts/times'
import { say } from '../../parts/toast'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import type { Day, Extension, OldPart } from '../../rules/wire'
import { useDraft } from '../../store/drafts'
import { CardChip } from '../card_chip'
import { useSaving } from '../visit/saving'

const w = words({
  title: ['来不及交？申请延期', 'Not in time? Ask for more'],
  until: ['延到哪天', 'Until which day'],
  tooEarly: [(day: string) => `要晚于 ${day}`, (day: string) => `It must be later than ${day}`],
  reason: ['为什么', 'Why'],
  ask: ['申请延期', 'Ask for more time'],
  asked: [(day: string) => `申请延到 ${day}，等主管`, (day: string) => `Asked for ${day}; the manager answers`],
  granted: [(day: string) => `主管同意延到 ${day}`, (day: string) => `Granted until ${day}`],
  refused: [(day: string) => `没同意延到 ${day}`, (day: string) => `Not granted until ${day}`],
  saved: ['存在本机了，有信号自己发', 'Saved here. Sends itself later.'],
})

const LOOKS = { asked: ['flat', 'clock'], granted: ['ok', 'check'], refused: ['doubt', 'hand-palm'] } as const

interface Typed {
  due_on: Day
  reason: string
}

const EMPTY: Typed = { due_on: '', reason: '' }

export function MoreTime({ part, extensions }: { part: OldPart; extensions: readonly Extension[] }) {
  const key = `extension:${part.id}`
  const [typed, type] = useDraft<Typed>(key, EMPTY)
  const [saving, save] = useSaving()
  const latest = extensions[0]
  const tooEarly = typed.due_on !== '' && part.due_on !== null && typed.due_on <= part.due_on
  const isWhole = typed.due_on !== '' && !tooEarly && typed.reason.trim() !== ''
  const ask = () => {
    if (!isWhole) return
    save(async () => {
      const body = { extension_id: uuid7(), old_part_id: part.id, due_on: typed.due_on, reason: typed.reason.trim() }
      await mutate('extension.ask', body, { draft: key })
      say(w.saved())
    })
  }
  return (
    <section class="form" aria-label={w.title()}>
      <Heading>{w.title()}</Heading>
      {latest && (
        <Verdict
          kind={LOOKS[latest.state][0]}
          icon={LOOKS[latest.state][1]}
          title={w[latest.state](calendarDay(latest.due_on))}
        >
          {latest.answer ?? latest.reason}
        </Verdict>
      )}
      {latest && <CardChip ids={[latest.id]} />}
      {latest?.state !== 'asked' && (
        <>
          <Field
            label={w.until()}
            type="date"
            value={typed.due_on}
            bad={tooEarly ? w.tooEarly(calendarDay(part.due_on ?? '')) : undefined}
            onInput={(due_on) => type({ ...typed, due_on })}
          />
          <Field label={w.reason()} value={typed.reason} lines={2} onInput={(reason) => type({ ...typed, reason })} />
          <Button wide icon="clock" off={saving || !isWhole} onTap={ask}>
            {w.ask()}
          </Button>
        </>
      )}
    </section>
  )
}
