/** What the books said beside what the site says; neither is ever replaced. */
import { Icon } from '../../parts/icon'
import { Plate } from '../../parts/sheet'
import { clock, dayAndClock } from '../../parts/times'
import { words } from '../../parts/words'
import type { Rows } from '../../rules/wire'
import type { DiscrepancyInFull } from '../../store/reports'
import { partName } from '../part_name'
import { kindName } from './discrepancy_words'
import { Picture } from './picture'

const w = words({
  books: ['账上说', 'The books said'],
  site: ['现场说', 'The site says'],
  had: [(name: string, unit: string) => `${unit} ${name}，在车上`, (name: string) => `${name} in the van`],
  fitted: ['装上了', 'fitted'],
  received: ['收到了', 'received'],
  serial: ['编号', 'serial'],
  noSerial: ['没记编号', 'no serial recorded'],
  job: [(number: string) => `任务 ${number}`, (number: string) => `Job ${number}`],
  expected: ['在等的旧件', 'expected old part'],
  nothingExpected: ['没有在等的旧件', 'nothing was expected'],
  wrong_part: ['不是这个件', 'wrong part'],
  wrong_serial: ['编号不对', 'wrong serial'],
  quantity_short: ['数量少', 'quantity short'],
  no_tag: ['没挂标签', 'no tag'],
  photo: ['拆下的旧件', 'The removed part'],
})

export function Versus({ full }: { full: DiscrepancyInFull }) {
  const photo = full.photos.at(0)
  return (
    <div class={photo ? 'versus pictured' : 'versus'}>
      <div>
        <p class="cap">
          <Icon name="books" size="s" /> {w.books()}
        </p>
        <Books full={full} />
      </div>
      <div class="site">
        <p class="cap">
          <Icon name="map-pin" size="s" /> {w.site()}
        </p>
        <Site full={full} />
      </div>
      {photo && (
        <figure>
          <Picture photo={photo} alt={w.photo()} none="" />
        </figure>
      )}
    </div>
  )
}

function Books({ full: { discrepancy, part, swap, oldPart, job } }: { full: DiscrepancyInFull }) {
  const { detail, kind } = discrepancy
  if (kind === 'stock_below_zero') {
    const before = Number(detail.quantity ?? 0) + (swap?.quantity ?? 0)
    return (
      <>
        <p class="big">{before}</p>
        <p>{part && w.had(partName(part), part.unit)}</p>
      </>
    )
  }
  if (kind === 'wrong_serial') return <SerialSide serial={detail.serial} oldPart={oldPart} />
  if (oldPart?.expected) {
    return (
      <>
        <p class="said">{oldPart.part_name ?? w.expected()}</p>
        {oldPart.serial && (
          <p>
            {w.serial()} <b class="mono">{oldPart.serial}</b>
          </p>
        )}
        <About oldPart={oldPart} />
      </>
    )
  }
  if (kind === 'unexpected_old_part') return <p class="said">{w.nothingExpected()}</p>
  return (
    <>
      <p class="said">{job?.number ? w.job(job.number) : kindName(kind)}</p>
      <p class="meta">{[job?.plate, job?.customer_name].filter(Boolean).join(' · ')}</p>
    </>
  )
}

function Site({ full: { discrepancy, part, swap, oldPart, job, by } }: { full: DiscrepancyInFull }) {
  const { detail, kind } = discrepancy
  if (kind === 'wrong_serial') return <SerialSide serial={detail.serial_seen} oldPart={oldPart} />
  if (swap) {
    return (
      <>
        <p class="big">
          {swap.quantity} <small>{w.fitted()}</small>
        </p>
        <p>
          {part && partName(part)} · {swap.new_serial ? <b class="mono">{swap.new_serial}</b> : w.noSerial()}
        </p>
        <p class="meta">
          {clock(swap.recorded_at)} {job?.plate && <Plate>{job.plate}</Plate>}
        </p>
      </>
    )
  }
  if (oldPart) {
    return (
      <>
        <p class="said">{mismatchName(oldPart.mismatch) ?? w.received()}</p>
        {oldPart.serial_seen && (
          <p>
            {w.serial()} <b class="mono">{oldPart.serial_seen}</b>
          </p>
        )}
        <p class="meta">
          {[oldPart.shelf, oldPart.received_at && dayAndClock(oldPart.received_at)].filter(Boolean).join(' · ')}
        </p>
      </>
    )
  }
  return (
    <>
      <p class="said">{kindName(kind)}</p>
      <p class="meta">{[by?.name, dayAndClock(discrepancy.opened_at)].filter(Boolean).join(' · ')}</p>
    </>
  )
}

function SerialSide({ serial, oldPart }: { serial: unknown; oldPart: Rows['old_part'] | undefined }) {
  return (
    <>
      <p class="said mono">{typeof serial === 'string' ? serial : w.noSerial()}</p>
      <p>{oldPart?.part_name}</p>
      {oldPart && <About oldPart={oldPart} />}
    </>
  )
}

function About({ oldPart }: { oldPart: Rows['old_part'] }) {
  return (
    <p class="meta">
      {oldPart.job_number && w.job(oldPart.job_number)} {oldPart.plate && <Plate>{oldPart.plate}</Plate>}
    </p>
  )
}

function mismatchName(mismatch: Rows['old_part']['mismatch']): string | null {
  return mismatch === null || mismatch === 'none' ? null : w[mismatch]()
}
