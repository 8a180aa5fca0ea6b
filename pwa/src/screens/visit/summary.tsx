/** The report as the customer reads it: large, complete, and nothing in it can be touched. */
import type { ComponentChildren } from 'preact'
import { Mark, type MarkName } from '../../parts/mark'
import { money } from '../../parts/money'
import { Plate } from '../../parts/sheet'
import { spacedTag } from '../../parts/tag'
import { toPay } from '../../rules/payment'
import { useLive } from '../../store/live'
import { quoteOf } from '../../store/quotes'
import { faultOf } from '../../store/visits'
import { partName } from '../part_name'
import { readings, weDid, weFound, weSaw, youSaid } from './customer_sentences'
import { c } from './customer_words'
import { TakenPhoto } from './photos'
import { customerLanguage } from './signing'
import type { StepProps } from './step'

/** As many photos as fit in one row. */
const SHOWN_PHOTOS = 4

export function Summary({ job, visit, technician, photos, swaps }: StepProps) {
  const fault = useLive(() => faultOf(visit.check.fault_id), [visit.check.fault_id]) ?? null
  const { handle } = visit
  const plate = job.plate ?? job.serial
  const quote = useLive(() => quoteOf(job.id), [job.id]) ?? null
  const { free, amount_minor, currency } = toPay(visit, quote)
  const sum = amount_minor === null ? null : money(amount_minor, currency ?? '', customerLanguage.value)
  return (
    <>
      <div class="row between top0">
        <div>
          <h2 class="key">{job.model ?? job.customer_name}</h2>
          <p class="unit">
            {plate && <Plate>{plate}</Plate>} {readings(visit)}
          </p>
        </div>
        <div class="pay">
          <span class="cap">{c.pay()}</span>
          <b>{free ? '¥0' : (sum ?? c.later())}</b>
          <span class="meta">{free ? c.free() : sum ? c.quoted() : c.laterWhy()}</span>
        </div>
      </div>
      <ul class="told-steps">
        <Told mark="listen" title={c.youSaid()}>
          {youSaid(visit)}
        </Told>
        <Told mark="look" title={c.weSaw()}>
          {weSaw(visit)}
        </Told>
        <Told
          mark="check"
          title={c.weFound()}
          below={
            photos.length > 0 && (
              <div class="th">
                {photos.slice(0, SHOWN_PHOTOS).map((photo) => (
                  <TakenPhoto key={photo.id} photo={photo} alt={c.photos()} plain />
                ))}
              </div>
            )
          }
        >
          {weFound(visit, fault)}
        </Told>
        <Told mark="handle" title={c.weDid()}>
          {weDid(visit)}
          <b>{handle.customer_agrees ? c.agree() : c.disagree()}</b>
          {handle.customer_agrees === false && handle.disagreement ? c.namely(handle.disagreement) : c.stop()}
        </Told>
      </ul>
      {swaps.map(({ swap, part, old_part }) => (
        <div class="parts" key={swap.id}>
          <div>
            <span class="cap">
              {c.fitted()} {part && partName(part, customerLanguage.value)}
            </span>
            <b class="mono">{swap.new_serial ?? part?.part_no}</b>
          </div>
          <div>
            <span class="cap">{old_part ? c.removed(technician?.name ?? '') : c.noOldPart()}</span>
            <b class="mono">{old_part ? (old_part.serial ?? old_part.part_no) : swap.no_old_part_reason}</b>
          </div>
          {old_part?.tag && (
            <div>
              <span class="cap">{c.tag()}</span>
              <b class="mono">{spacedTag(old_part.tag)}</b>
            </div>
          )}
        </div>
      ))}
    </>
  )
}

interface ToldProps {
  mark: MarkName
  title: string
  children: ComponentChildren
  below?: ComponentChildren
}

function Told({ mark, title, children, below }: ToldProps) {
  return (
    <li>
      <Mark name={mark} segments={['done', 'done', 'done', 'done']} size="sm" spoken={customerLanguage.value} />
      <div class="grow">
        <h3>{title}</h3>
        <p>{children}</p>
        {below}
      </div>
    </li>
  )
}
