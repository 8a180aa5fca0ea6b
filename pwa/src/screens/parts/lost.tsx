/** Saying that an old part is lost: what is known about it, asked once more before it is recorded (OLD-2). */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import type { OldPart } from '../../rules/wire'
import { useDraft } from '../../store/drafts'
import { useSaving } from '../visit/saving'

const w = words({
  open: ['找不到了', 'It is lost'],
  note: ['最后在哪见过，怎么丢的', 'Where it was seen last, and how it was lost'],
  consequence: ['主管会看到，由他决定扣不扣。', 'The manager sees it and decides whether it is deducted.'],
  report: ['报告丢失', 'Report it lost'],
  cancel: ['再找找', 'Keep looking'],
  saved: ['存在本机了，有信号自己发', 'Saved here. Sends itself later.'],
})

interface Typed {
  note: string
}

const EMPTY: Typed = { note: '' }

export function Lost({ part }: { part: OldPart }) {
  const key = `lost:${part.id}`
  const [typed, type, drop] = useDraft<Typed>(key, EMPTY)
  const [open, setOpen] = useState(typed.note !== '')
  const [saving, save] = useSaving()
  const report = () => {
    const note = typed.note.trim()
    if (note === '') return
    save(async () => {
      await mutate('old_part.report_lost', { loss_id: uuid7(), old_part_id: part.id, note }, { draft: key })
      say(w.saved())
    })
  }
  if (!open) {
    return (
      <Button kind="plain" wide icon="warning" onTap={() => setOpen(true)}>
        {w.open()}
      </Button>
    )
  }
  return (
    <section class="form" aria-label={w.open()}>
      <Field label={w.note()} value={typed.note} lines={2} hint={w.consequence()} onInput={(note) => type({ note })} />
      <div class="act">
        <Button
          onTap={() => {
            drop()
            setOpen(false)
          }}
        >
          {w.cancel()}
        </Button>
        <Button icon="warning" off={saving || typed.note.trim() === ''} onTap={report}>
          {w.report()}
        </Button>
      </div>
    </section>
  )
}
