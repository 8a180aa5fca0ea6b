/** What a paid service would take: parts, working time, and what it comes to by the price list (JOB-5, WARR-5). */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { Icon } from '../../parts/icon'
import { money } from '../../parts/money'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import { priced } from '../../rules/quotes'
import type { Id, Job, Part, Quote } from '../../rules/wire'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { useParts } from '../../store/live_parts'
import { searchParts } from '../../store/part_index'
import { presets } from '../../store/presets'
import { partsById } from '../../store/quotes'
import { partName } from '../part_name'
import { QuoteLines } from './quote_lines'
import { Refused } from './refused'

const w = words({
  search: ['加件：件号或名称', 'Add a part: number or name'],
  labour: ['工时，分钟', 'Working time, minutes'],
  wholeMin: ['只写整分钟，例如 90', 'Whole minutes only, for example 90'],
  note: ['给主管的一句话', 'A word to the manager'],
  less: [(name: string) => `${name} 少一件`, (name: string) => `One ${name} less`],
  more: [(name: string) => `${name} 多一件`, (name: string) => `One ${name} more`],
  propose: [(sum: string) => `报 ${sum}，请主管批`, (sum: string) => `Propose ${sum} to the manager`],
  empty: ['先加件或工时', 'Add a part or working time'],
  sent: ['报价交给主管了', 'The quote is with the manager'],
})

const MOST_FOUND = 6

interface Typed {
  parts: readonly { part_id: Id; quantity: number }[]
  labour: string
  note: string
}

export function QuoteForm({ job, quote }: { job: Job; quote: Quote | null }) {
  const key = `quote:${job.id}`
  const begin: Typed = {
    parts: quote?.lines.map(({ part_id, quantity }) => ({ part_id, quantity })) ?? [],
    labour: quote ? String(quote.labour_min) : '',
    note: quote?.note ?? '',
  }
  const [typed, type, drop] = useDraft<Typed>(key, begin)
  const [asked, ask] = useState('')
  const found = useParts(() => searchParts(asked, MOST_FOUND), [asked]) ?? []
  const prices = useLive(presets)
  const known = useLive(() => partsById(typed.parts.map(({ part_id }) => part_id)), [typed]) ?? []
  if (prices === undefined) return null
  const labour_min = /^\d{1,5}$/.test(typed.labour.trim()) ? Number(typed.labour.trim()) : null
  const parts = typed.parts.flatMap(({ part_id, quantity }) => {
    const part = known.find(({ id }) => id === part_id)
    return part ? [{ part, quantity }] : []
  })
  const sums = priced(parts, labour_min ?? 0, prices)
  const empty = typed.parts.length === 0 && !labour_min
  const odd = typed.labour.trim() !== '' && labour_min === null
  const put = (part: Part, change: number) => {
    const others = typed.parts.filter(({ part_id }) => part_id !== part.id)
    const quantity = (typed.parts.find(({ part_id }) => part_id === part.id)?.quantity ?? 0) + change
    type({ ...typed, parts: quantity > 0 ? [...others, { part_id: part.id, quantity }] : others })
  }
  const add = (part: Part) => {
    put(part, 1)
    ask('')
  }
  const propose = async () => {
    const body = {
      job_id: job.id,
      revision: quote?.revision ?? 0,
      parts: typed.parts.map((one) => ({ ...one })),
      labour_min: labour_min ?? 0,
      note: typed.note.trim() || null,
    }
    await mutate('quote.propose', body, { draft: key })
    drop()
    say(w.sent())
  }
  return (
    <div class="stack">
      <Refused
        about={[job.id]}
        name="quote.propose"
        onTakeBack={(body) => type({ parts: body.parts, labour: String(body.labour_min), note: body.note ?? '' })}
      />
      <QuoteLines
        quote={sums}
        aside={(line) => {
          const part = known.find(({ id }) => id === line.part_id)
          return (
            part && (
              <span class="row steppers">
                <Button size="sq" icon="minus" label={w.less(partName(part))} onTap={() => put(part, -1)} />
                <Button size="sq" icon="plus" label={w.more(partName(part))} onTap={() => put(part, 1)} />
              </span>
            )
          )
        }}
      />
      <label class="search">
        <Icon name="magnifying-glass" />
        <input
          type="search"
          aria-label={w.search()}
          placeholder={w.search()}
          value={asked}
          onInput={(event) => ask(event.currentTarget.value)}
        />
      </label>
      {found.length > 0 && (
        <ul class="sheet flush list found">
          {found.map((part) => (
            <li key={part.id}>
              <button type="button" class="pick" onClick={() => add(part)}>
                <b>{partName(part)}</b>
                <span class="meta line">
                  <span class="mono">{part.part_no}</span> · {money(part.list_price_minor, part.currency)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Field
        label={w.labour()}
        value={typed.labour}
        inputMode="numeric"
        bad={odd ? w.wholeMin() : undefined}
        onInput={(labour) => type({ ...typed, labour })}
      />
      <Field label={w.note()} value={typed.note} onInput={(note) => type({ ...typed, note })} />
      <Button wide off={empty || odd} onTap={() => void propose()}>
        {empty ? w.empty() : w.propose(money(sums.total_minor, sums.currency))}
      </Button>
    </div>
  )
}
