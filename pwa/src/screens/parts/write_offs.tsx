/** What each fitted part still waits for before it is written off 销账, as its technician sees it (PART-5). */
import { Bar } from '../../parts/bar'
import { Empty } from '../../parts/empty'
import { Icon } from '../../parts/icon'
import { Screen } from '../../parts/screen'
import { Heading, Plate } from '../../parts/sheet'
import { dayAndClock } from '../../parts/times'
import { words } from '../../parts/words'
import type { Lacking } from '../../rules/write_offs'
import { holderId } from '../../store/db'
import { useLive } from '../../store/live'
import { type WriteOffLine, writeOffLines } from '../../store/write_offs'
import { Line } from '../line'
import { partName } from '../part_name'
import './parts.css'

const w = words({
  title: ['销账还等什么', 'What write-offs wait for'],
  meta: ['签字、批准、旧件，三样齐了才销账', 'Signature, approval and old part; then it is written off'],
  open: ['还没销账', 'Not written off yet'],
  closed: ['已经销账', 'Written off'],
  none: ['没有要销账的件', 'Nothing to write off'],
  noneWhat: ['你换上的件记在这里，直到销账。', 'What you fitted stands here until it is written off.'],
  signature: ['用户签字', 'Customer’s signature'],
  approval: ['主管批准报告', 'Manager’s approval of the report'],
  old_part: ['旧件回到仓库', 'Old part back in the store'],
  there: ['有了', 'there'],
  missing: ['还差', 'missing'],
  waived: ['主管免交旧件', 'Manager does without the old part'],
  deducted: ['按丢失扣你的', 'deducted from you as lost'],
  ready: ['三样齐了，等仓库销账', 'All is there; the store closes it'],
  writtenOff: [(at: string) => `${at} 销账`, (at: string) => `written off ${at}`],
  pieces: [(n: number) => `${n} 件`, (n: number) => (n === 1 ? '1 part' : `${n} parts`)],
})

const NEEDED: readonly Lacking[] = ['signature', 'approval', 'old_part']
const MOST_CLOSED = 20

export default function WriteOffs() {
  const all = useLive(writeOffLines)
  const own = all?.filter(({ swap }) => swap.recorded_by === holderId())
  const open = own?.filter(({ writeOff }) => writeOff === null) ?? []
  const closed = own?.filter(({ writeOff }) => writeOff !== null).slice(0, MOST_CLOSED) ?? []
  return (
    <Screen head={<Bar title={w.title()} meta={w.meta()} back="/parts" chip={<Line />} />}>
      {own?.length === 0 && (
        <Empty icon="seal-check" title={w.none()}>
          {w.noneWhat()}
        </Empty>
      )}
      {open.length > 0 && (
        <>
          <Heading aside={w.pieces(open.length)}>{w.open()}</Heading>
          <ul class="gap tiles" aria-label={w.open()}>
            {open.map((line) => (
              <OpenLine key={line.swap.id} {...line} />
            ))}
          </ul>
        </>
      )}
      {closed.length > 0 && (
        <>
          <Heading>{w.closed()}</Heading>
          <ul class="sheet flush list" aria-label={w.closed()}>
            {closed.map(({ swap, part, job, writeOff }) => (
              <li key={swap.id}>
                <Icon name="seal-check" tone="acc" />
                <span class="grow">
                  <b>{part && partName(part)}</b>
                  <span class="meta line">
                    {job?.plate && <Plate>{job.plate}</Plate>}{' '}
                    {writeOff && w.writtenOff(dayAndClock(writeOff.closed_at))}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Screen>
  )
}

function OpenLine({ swap, part, job, oldPart, waiver, waitsFor }: WriteOffLine) {
  return (
    <li class="sheet">
      <a class="row between" href={oldPart ? `/parts/old/${oldPart.id}` : `/job/${swap.job_id}`}>
        <b class="lead">{part ? partName(part) : swap.part_id}</b>
        {job?.plate && <Plate>{job.plate}</Plate>}
      </a>
      <ul class="threewaits">
        {NEEDED.map((needed) => {
          const isMissing = waitsFor.includes(needed)
          const isWaived = needed === 'old_part' && waiver !== null
          return (
            <li key={needed} class={isMissing ? 'open' : ''}>
              <Icon name={isMissing ? 'circle' : 'check-circle'} tone={isMissing ? 'quiet' : 'acc'} />
              <span class="grow">{isWaived ? w.waived() : w[needed]()}</span>
              <span class="meta">
                {isWaived && waiver.deducted_from !== null ? w.deducted() : isMissing ? w.missing() : w.there()}
              </span>
            </li>
          )
        })}
      </ul>
      {waitsFor.length === 0 && <p class="meta">{w.ready()}</p>}
    </li>
  )
}
