/** Requisition 领料单: what is needed, how many, how soon and for which job, asked without a signal (PART-2). */
import { mutate } from '../../mutations/mutate'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { Field, Pick } from '../../parts/field'
import { go } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Segmented } from '../../parts/segmented'
import { Heading } from '../../parts/sheet'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import type { Id, Job, Requisition } from '../../rules/wire'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { ownOpenJobs, partsWanted, suggestedParts } from '../../store/van'
import { Line } from '../line'
import { partName } from '../part_name'
import { DiskFullNotice } from '../visit/frame'
import { PartPicker } from '../visit/part_picker'
import { diskFull, useSaving } from '../visit/saving'
import { AskedLines } from './asked_lines'
import { EMPTY_ASK, type TypedAsk, withLine } from './typed_ask'
import './parts.css'

const w = words({
  title: ['领料单', 'Requisition'],
  meta: ['没信号也能提，主管批了仓库就发', 'Works without signal; a manager approves, the store issues'],
  job: ['给哪个任务', 'For which job'],
  forVan: ['补车上的货，不为哪个任务', 'For the van, for no single job'],
  soon: ['多急', 'How soon'],
  normal: ['平常', 'Normal'],
  urgent: ['急用', 'Urgent'],
  note: ['写一句：什么时候要，为什么', 'A word: when you need it, and why'],
  lines: ['要的备件', 'Parts you need'],
  nothing: ['还没选备件', 'No part chosen yet'],
  nothingWhat: ['点一下建议的，或者搜件号、名称。', 'Tap a suggestion, or search for a number or a name.'],
  likely: ['任务可能要用的', 'Likely for your jobs'],
  usedUp: ['用掉了、车上没有的', 'Used up'],
  used: [(n: number) => `用了 ${n}`, (n: number) => `${n} used`],
  search: ['搜别的备件', 'Search for another part'],
  send: [(n: number) => `提领料单：${n} 件`, (n: number) => (n === 1 ? 'Ask for 1 piece' : `Ask for ${n} pieces`)],
  sendNone: ['提领料单', 'Ask for the parts'],
  saved: ['存在本机了，有信号自己发', 'Saved here. Sends itself later.'],
})

export default function Ask() {
  const [typed, type] = useDraft<TypedAsk>('requisition', EMPTY_ASK)
  const ids = typed.lines.map(({ part_id }) => part_id)
  const wanted = useLive(() => partsWanted(ids), [ids.join()]) ?? []
  const jobs = useLive(ownOpenJobs) ?? []
  const [saving, save] = useSaving()
  const lines = typed.lines.filter(({ quantity }) => quantity > 0)
  const count = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const add = (part_id: Id, job_id = typed.job_id) =>
    type({ ...typed, job_id: typed.job_id ?? job_id, lines: withLine(typed.lines, part_id) })
  const send = () => {
    if (count === 0) return
    save(async () => {
      const { job_id, urgency } = typed
      const body = { requisition_id: uuid7(), job_id, urgency, note: typed.note.trim() || null, lines }
      await mutate('requisition.ask', body, { draft: 'requisition' })
      say(w.saved())
      go('/parts/requisitions', { replace: true })
    })
  }
  return (
    <Screen
      head={<Bar title={w.title()} meta={w.meta()} back="/parts" chip={<Line />} />}
      dock={
        <Button kind="main" wide icon="arrow-up" off={saving || count === 0} onTap={send}>
          {count === 0 ? w.sendNone() : w.send(count)}
        </Button>
      }
    >
      {diskFull.value && <DiskFullNotice />}
      <div class="sides">
        <div>
          <Heading>{w.lines()}</Heading>
          {typed.lines.length === 0 ? (
            <Empty icon="package" title={w.nothing()}>
              {w.nothingWhat()}
            </Empty>
          ) : (
            <AskedLines
              name={w.lines()}
              lines={typed.lines}
              wanted={wanted}
              onChange={(changed) => type({ ...typed, lines: changed })}
            />
          )}
          <Suggestions chosen={ids} onAdd={add} />
          <Heading>{w.search()}</Heading>
          <PartPicker likely={[]} onPick={(part_id) => add(part_id)} />
        </div>
        <div class="form">
          <Heading>{w.job()}</Heading>
          <Pick
            label={w.job()}
            value={typed.job_id ?? ''}
            options={[{ value: '', label: w.forVan() }, ...jobs.map((job) => ({ value: job.id, label: jobName(job) }))]}
            onPick={(picked) => type({ ...typed, job_id: picked || null })}
          />
          <Segmented<Requisition['urgency']>
            label={w.soon()}
            value={typed.urgency}
            onChoose={(urgency) => type({ ...typed, urgency })}
            options={[
              { value: 'normal', label: w.normal() },
              { value: 'urgent', label: w.urgent() },
            ]}
          />
          <Field label={w.note()} value={typed.note} lines={2} onInput={(note) => type({ ...typed, note })} />
        </div>
      </div>
    </Screen>
  )
}

const jobName = ({ number, plate, serial, customer_name }: Job): string =>
  [plate ?? serial, customer_name, number].filter(Boolean).join(' · ')

interface SuggestionsProps {
  chosen: readonly Id[]
  onAdd: (part_id: Id, job_id?: Id | null) => void
}

function Suggestions({ chosen, onAdd }: SuggestionsProps) {
  const suggested = useLive(suggestedParts)
  const likely = suggested?.likely.filter(({ part_id }) => !chosen.includes(part_id)) ?? []
  const usedUp = suggested?.usedUp.filter(({ part_id }) => !chosen.includes(part_id)) ?? []
  const ids = [...likely, ...usedUp].map(({ part_id }) => part_id)
  const parts = useLive(() => partsWanted(ids), [ids.join()])
  if (!parts) return null
  const nameOf = (id: Id) => {
    const found = parts.find(({ part }) => part.id === id)
    return found && partName(found.part)
  }
  return (
    <>
      {likely.length > 0 && <Heading>{w.likely()}</Heading>}
      <div class="suggested">
        {likely.map(({ part_id, job }) => (
          <Button key={part_id} size="mid" icon="plus" onTap={() => onAdd(part_id, job.id)}>
            <span>
              {nameOf(part_id)} <small>{job.plate ?? job.serial}</small>
            </span>
          </Button>
        ))}
      </div>
      {usedUp.length > 0 && <Heading>{w.usedUp()}</Heading>}
      <div class="suggested">
        {usedUp.map(({ part_id, used }) => (
          <Button key={part_id} size="mid" icon="plus" onTap={() => onAdd(part_id)}>
            <span>
              {nameOf(part_id)} <small>{w.used(used)}</small>
            </span>
          </Button>
        ))}
      </div>
    </>
  )
}
