/** Who owns an exception and how long they have; passed on to somebody else with words. */
import { useId, useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { Icon } from '../../parts/icon'
import { roleName } from '../../parts/role_names'
import { remaining } from '../../parts/sla_clock'
import { words } from '../../parts/words'
import type { Discrepancy, Id, Person } from '../../rules/wire'
import type { Ownership } from '../../store/deciding'
import { useDraft } from '../../store/drafts'
import { useNow } from '../now'
import { useDeciding } from './deciding'

const w = words({
  yours: ['归你处理', 'You own it'],
  theirs: [(who: string) => `归${who}处理`, (who: string) => `${who} owns it`],
  managers: ['归站里主管处理', 'The station’s manager owns it'],
  askWho: [(who: string) => `问${who}`, (who: string) => `Ask ${who}`],
  count: ['请人盘点', 'Order a count'],
  passOn: ['转给别人', 'Pass on'],
  title: ['转给谁，要做什么', 'To whom, and what is wanted'],
  to: ['转给', 'Pass on to'],
  choose: ['选一个人', 'Choose somebody'],
  note: ['要做什么，或者查到了什么', 'What is wanted, or what was found out'],
  needsBoth: ['选一个人，写一句要做什么。', 'Choose somebody and write what is wanted.'],
  send: ['转出去', 'Hand it over'],
  leave: ['先不转', 'Not now'],
  passed: ['转出去了，会通知他', 'Passed on; they are told'],
  whatHappened: ['这件事是怎么回事？回我一句。', 'What happened here? Tell me in a line.'],
  pleaseCount: ['请把这个件盘一下，告诉我实际有几件。', 'Count this part and tell me how many there are.'],
  person: [(name: string, role: string) => `${name}（${role}）`, (name: string, role: string) => `${name} (${role})`],
})

/** One line: whose it is, and what is left of the days. */
export function Owned({ ownership }: { ownership: Ownership }) {
  const now = useNow()
  const { mine, owner, due } = ownership
  const left = Date.parse(due) - now
  return (
    <span class="meta owned">
      {mine ? w.yours() : owner ? w.theirs(owner.name) : w.managers()} <Icon name="clock" size="s" />{' '}
      <b class={left < 0 ? 'bad' : undefined}>{remaining(left)}</b>
    </span>
  )
}

interface Typed {
  open: boolean
  to: Id | null
  note: string
}

interface Props {
  discrepancy: Discrepancy
  ownership: Ownership
  /** Who recorded the fact, and can be asked about it. */
  by?: Person | undefined
  /** Whoever was asked passes on, and orders nothing. */
  asks?: boolean
}

/** The quiet buttons beside the decision, and the form that they open. */
export function Passing({ discrepancy, ownership, by, asks = true }: Props) {
  const key = `pass:${discrepancy.id}`
  const [typed, type, drop] = useDraft<Typed>(key, { open: false, to: null, note: '' })
  const [asked, ask] = useState(false)
  const [busy, decide] = useDeciding(drop)
  const id = useId()
  const { others } = ownership
  const counter = others.find(({ roles }) => roles.includes('clerk'))
  if (!typed.open) {
    return (
      <div class="act quiet">
        {by && others.some((one) => one.id === by.id) && (
          <Button size="mid" onTap={() => type({ open: true, to: by.id, note: w.whatHappened() })}>
            {w.askWho(by.name)}
          </Button>
        )}
        {asks && counter && COUNTED.has(discrepancy.kind) && (
          <Button size="mid" onTap={() => type({ open: true, to: counter.id, note: w.pleaseCount() })}>
            {w.count()}
          </Button>
        )}
        <Button kind="plain" size="mid" onTap={() => type({ open: true, to: null, note: '' })}>
          {w.passOn()}
        </Button>
      </div>
    )
  }
  const lacks = typed.to === null || typed.note.trim() === ''
  const send = () => {
    ask(lacks)
    if (typed.to === null || lacks) return
    const body = { discrepancy_id: discrepancy.id, to: typed.to, note: typed.note.trim() }
    decide(() => mutate('discrepancy.pass_on', body, { draft: key }), w.passed(), 'check')
  }
  return (
    <section class="passing" aria-label={w.title()}>
      <h2>{w.title()}</h2>
      <div class="field">
        <label for={id}>{w.to()}</label>
        <select
          id={id}
          value={typed.to ?? ''}
          onChange={(event) => type({ ...typed, to: event.currentTarget.value || null })}
        >
          <option value="">{w.choose()}</option>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {w.person(one.name, one.roles.map(roleName).join(' · '))}
            </option>
          ))}
        </select>
      </div>
      <Field
        label={w.note()}
        lines={2}
        value={typed.note}
        bad={asked && lacks ? w.needsBoth() : undefined}
        onInput={(note) => type({ ...typed, note })}
      />
      <div class="act">
        <Button size="mid" icon="arrow-right" off={busy} onTap={send}>
          {w.send()}
        </Button>
        <Button kind="plain" size="mid" onTap={drop}>
          {w.leave()}
        </Button>
      </div>
    </section>
  )
}

/** Where somebody can go and count. */
const COUNTED: ReadonlySet<string> = new Set([
  'stock_below_zero',
  'count_differs',
  'transfer_differs',
  'issued_above_approval',
  'box_differs',
])
