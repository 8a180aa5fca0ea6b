/** Sending a transfer: scanned off the shelves, onto the road to another station or a van (PART-7, PART-9). */
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { Pick } from '../../parts/field'
import { go } from '../../parts/route'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { technicianPeople } from '../../store/office'
import { myStation, names, partsAt } from '../../store/stock_room'
import { useSaving } from '../visit/saving'
import { StoreFrame } from './frame'
import { stationName } from './place_words'
import { ScanLines, ScannedLines } from './scanned_lines'
import { handedLines, type TypedLine } from './typed_lines'

const w = words({
  title: ['发调拨', 'Send a transfer'],
  to: ['发到', 'Send to'],
  choose: ['选站，或者选人', 'Choose a station or a technician'],
  van: [(who: string) => `${who}的车`, (who: string) => `${who}’s van`],
  nothing: ['还没有扫要发的件', 'Nothing is scanned yet'],
  nothingWhat: [
    '扫一下要装箱的件，扫几次就是几件。',
    'Scan what goes into the box: scanned three times is three pieces.',
  ],
  lines: ['要发的备件', 'Parts to send'],
  short: ['账上不够。照实记，主管来对账。', 'The books have fewer. It is recorded, and a manager settles it.'],
  send: [(count: number) => `发出 ${count} 件`, (count: number) => `Send ${count}`],
  sendNone: ['发出', 'Send'],
  where: ['先选发到哪个站、哪辆车。', 'Say first which station or van it goes to.'],
  done: [(count: number) => `${count} 件上路了`, (count: number) => `${count} on the road`],
})

interface Typed {
  to: string
  lines: TypedLine[]
}

const KEY = 'transfer'
const EMPTY: Typed = { to: '', lines: [] }

export default function Send() {
  const station = useLive(myStation)
  const known = useLive(names)
  const [{ to, lines }, type] = useDraft<Typed>(KEY, EMPTY)
  const location = `store:${station?.id ?? ''}`
  const ids = [...new Set(lines.map(({ part_id }) => part_id))]
  const shelves = useLive(() => partsAt(location, ids), [location, ids.join()])
  const [, save] = useSaving()
  const set = (next: TypedLine[]) => type({ to, lines: next })
  const count = lines.reduce((sum, line) => sum + line.quantity, 0)
  const short = lines.some(({ part_id, quantity }) => quantity > (shelves?.get(part_id)?.quantity ?? 0))
  const technicians = useLive(technicianPeople) ?? []
  const others = [...(known?.stations.values() ?? [])].filter(({ id }) => id !== station?.id)
  const ready = count > 0 && to !== ''
  const send = () => {
    if (station == null || !ready) return
    save(async () => {
      const [, to_technician_id = null] = to.split('van:')
      const to_station_id = to_technician_id === null ? to : station.id
      const stations = { from_station_id: station.id, to_station_id, to_technician_id }
      const body = { transfer_id: uuid7(), ...stations, lines: handedLines(lines) }
      await mutate('transfer.send', body, { draft: KEY })
      say(w.done(count))
      go('/stock/transfers')
    })
  }
  return (
    <StoreFrame
      title={w.title()}
      back="/stock/transfers"
      working={lines.length > 0}
      aside={
        <>
          <ScanLines lines={lines} onLines={set} />
          <Pick
            label={w.to()}
            value={to}
            options={[
              { value: '', label: w.choose() },
              ...others.map((one) => ({ value: one.id, label: stationName(one) })),
              ...technicians.map(({ id, name }) => ({ value: `van:${id}`, label: w.van(name) })),
            ]}
            onPick={(picked) => type({ to: picked, lines })}
          />
        </>
      }
    >
      <div class="sheet inhand">
        {lines.length === 0 ? (
          <Empty icon="truck" title={w.nothing()}>
            {w.nothingWhat()}
          </Empty>
        ) : (
          <ScannedLines name={w.lines()} lines={lines} shelves={shelves} withBooks onLines={set} />
        )}
        <p role="status" class="warn">
          {short && w.short()}
        </p>
        <div class="act">
          <Button kind="main" icon="truck" off={!ready} onTap={send}>
            {count === 0 ? w.sendNone() : w.send(count)}
          </Button>
        </div>
        {to === '' && <p class="meta">{w.where()}</p>}
      </div>
    </StoreFrame>
  )
}
