/** Unused parts 退料: what a technician took along and did not need goes from the van to the shelves (PART-6). */
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { Pick } from '../../parts/field'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import type { Id } from '../../rules/wire'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { technicianPeople } from '../../store/office'
import { booksAt, myStation, partsAt } from '../../store/stock_room'
import { partName } from '../part_name'
import { useSaving } from '../visit/saving'
import { Announced } from './announced'
import { StoreFrame } from './frame'
import { ScanLines, ScannedLines } from './scanned_lines'
import { handedLines, newLine, type TypedLine, withPart } from './typed_lines'

const w = words({
  title: ['收退料', 'Take back unused parts'],
  who: ['谁退的', 'Who brings them'],
  choose: ['选服务人员', 'Choose a technician'],
  chooseFirst: ['先选是谁退的', 'Say first who brings them'],
  chooseWhat: ['选了人，他车上的账就列出来。', 'Then what the books place in the van is listed.'],
  van: [(who: string) => `账上，${who}的车里`, (who: string) => `In ${who}’s van, by the books`],
  emptyVan: ['账上车里没有新件', 'The books place nothing in this van'],
  nothing: ['还没有退的件', 'Nothing is brought back yet'],
  nothingWhat: ['扫一下，或者点左边的件。', 'Scan a part, or tap one in the van’s list.'],
  lines: ['退回的备件', 'Parts brought back'],
  add: ['退', 'Bring back '],
  short: ['车上账不够。照实记，主管来对账。', 'The van’s books have fewer. It is recorded, and a manager settles it.'],
  back: [(count: number) => `收下 ${count} 件，放回货架`, (count: number) => `Take ${count} back to the shelves`],
  backNone: ['收下，放回货架', 'Take back to the shelves'],
  done: [
    (count: number, who: string) => `收了${who}退的 ${count} 件`,
    (count: number, who: string) => `${count} taken back from ${who}`,
  ],
})

interface Typed {
  technician_id: string
  lines: TypedLine[]
  /** The notice that the technician sent ahead; what is taken in bears its id. */
  notice?: { id: Id; job_id: Id | null }
}

const KEY = 'unused'
const EMPTY: Typed = { technician_id: '', lines: [] }

export default function Unused() {
  const station = useLive(myStation)
  const technicians = useLive(technicianPeople) ?? []
  const [{ technician_id, lines, notice }, type, drop] = useDraft<Typed>(KEY, EMPTY)
  const van = `van:${technician_id}`
  const inVan = useLive(() => booksAt(van), [van]) ?? new Map<string, number>()
  const ids = [...new Set([...inVan.keys(), ...lines.map(({ part_id }) => part_id)])]
  const parts = useLive(() => partsAt(van, ids), [van, ids.join()])
  const [, save] = useSaving()
  const set = (next: TypedLine[]) => type({ technician_id, lines: next, ...(notice && { notice }) })
  const add = (part: { id: Id }) => set(withPart(lines, part.id, newLine(part.id)))
  const who = technicians.find(({ id }) => id === technician_id)?.name ?? ''
  const count = lines.reduce((sum, line) => sum + line.quantity, 0)
  const short = lines.some(({ part_id, quantity }) => quantity > (parts?.get(part_id)?.quantity ?? 0))
  const takeBack = () => {
    if (station == null || technician_id === '') return
    save(async () => {
      const body = {
        return_id: notice?.id ?? uuid7(),
        station_id: station.id,
        technician_id,
        job_id: notice?.job_id ?? null,
        lines: handedLines(lines),
      }
      await mutate('unused.receive', body, { draft: KEY })
      drop()
      say(w.done(count, who))
    })
  }
  return (
    <StoreFrame
      title={w.title()}
      working={lines.length > 0}
      aside={
        <>
          <Announced
            taken={notice?.id}
            onTake={(row) =>
              type({
                technician_id: row.technician_id,
                lines: row.lines.map((line) => newLine(line.part_id, line.quantity)),
                notice: { id: row.id, job_id: row.job_id },
              })
            }
          />
          <Pick
            label={w.who()}
            value={technician_id}
            options={[
              { value: '', label: w.choose() },
              ...technicians.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onPick={(picked) => type({ technician_id: picked, lines })}
          />
          {technician_id !== '' && (
            <>
              <ScanLines lines={lines} onLines={set} />
              <section>
                <h2 class="cap">{inVan.size > 0 ? w.van(who) : w.emptyVan()}</h2>
                <ul class="sheet flush list cases">
                  {[...inVan].map(([part_id, quantity]) => {
                    const part = parts?.get(part_id)?.part
                    return (
                      part && (
                        <li key={part_id}>
                          <button type="button" class="pick" onClick={() => add(part)}>
                            <span class="visually-hidden">{w.add()}</span>
                            <span class="grow">
                              <b>{partName(part)}</b>
                              <span class="meta line mono">{part.part_no}</span>
                            </span>
                            <b>{quantity}</b>
                          </button>
                        </li>
                      )
                    )
                  })}
                </ul>
              </section>
            </>
          )}
        </>
      }
    >
      {technician_id === '' ? (
        <Empty icon="user" title={w.chooseFirst()}>
          {w.chooseWhat()}
        </Empty>
      ) : (
        <div class="sheet inhand">
          {lines.length === 0 ? (
            <Empty icon="arrow-bend-up-left" title={w.nothing()}>
              {w.nothingWhat()}
            </Empty>
          ) : (
            <ScannedLines name={w.lines()} lines={lines} shelves={parts} withBooks onLines={set} />
          )}
          <p role="status" class="warn">
            {short && w.short()}
          </p>
          <div class="act">
            <Button kind="main" icon="check" off={count === 0} onTap={takeBack}>
              {count === 0 ? w.backNone() : w.back(count)}
            </Button>
          </div>
        </div>
      )}
    </StoreFrame>
  )
}
