/** Who was asked about an exception answers whoever asked; with the answer it is theirs again. */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { words } from '../../parts/words'
import type { Discrepancy, Person } from '../../rules/wire'
import { useDraft } from '../../store/drafts'
import { useDeciding } from './deciding'

const w = words({
  answer: ['你的回答', 'Your answer'],
  hint: ['查到了什么，当时怎么回事', 'What you found, or how it came about'],
  send: [(who: string) => `回给${who}`, (who: string) => `Answer ${who}`],
  needs: ['写一句再回。', 'Write a line first.'],
  answered: [(who: string) => `回了，${who}会收到通知`, (who: string) => `Answered; ${who} is told`],
})

interface Props {
  discrepancy: Discrepancy
  /** Who passed it on. */
  to: Person
  /** The main button of the screen. */
  main: boolean
}

export function Answering({ discrepancy: { id }, to, main }: Props) {
  const key = `answer:${id}`
  const [{ note }, type, drop] = useDraft(key, { note: '' })
  const [asked, ask] = useState(false)
  const [busy, decide] = useDeciding(drop)
  const text = note.trim()
  const send = () => {
    ask(text === '')
    if (text === '') return
    const body = { discrepancy_id: id, to: to.id, note: text }
    decide(() => mutate('discrepancy.pass_on', body, { draft: key }), w.answered(to.name), 'check')
  }
  return (
    <>
      <Field
        label={w.answer()}
        hint={w.hint()}
        lines={3}
        value={note}
        bad={asked && text === '' ? w.needs() : undefined}
        onInput={(value) => type({ note: value })}
      />
      <div class="act">
        <Button {...(main && { kind: 'main' })} icon="arrow-bend-up-left" off={busy} onTap={send}>
          {w.send(to.name)}
        </Button>
      </div>
    </>
  )
}
