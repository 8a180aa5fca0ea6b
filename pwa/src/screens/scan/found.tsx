/** What a scanned text means, each with the way to it. */
import { Icon } from '../../parts/icon'
import { to } from '../../parts/route'
import { Plate } from '../../parts/sheet'
import { TagStrip } from '../../parts/tag_strip'
import { Tagline } from '../../parts/tagline'
import { dayAndClock } from '../../parts/times'
import { words } from '../../parts/words'
import type { OldPart } from '../../rules/wire'
import { holder } from '../../store/holder'
import type { Meaning } from '../../store/scanned'
import { partName } from '../part_name'

const w = words({
  oldPart: ['旧件', 'Old part'],
  part: ['备件', 'Part'],
  job: ['任务', 'Job'],
  history: ['一车一档', 'Unit history'],
  visits: [(n: number) => `${n} 次到访`, (n: number) => (n === 1 ? '1 visit' : `${n} visits`)],
  with_technician: ['在服务人员手里', 'with the technician'],
  received: ['仓库已收', 'received'],
  matched: ['仓库已收，对上了', 'received and matched'],
  not_removed: ['没拆，还在车上', 'never came off'],
  handed_over: ['交给别人了', 'Handed over'],
  packed: ['已装箱', 'Packed'],
  shipped: ['在路上', 'On its way'],
  missing: ['找不到了', 'Missing'],
  inspected: ['已鉴定', 'Inspected'],
  stored: ['已入库', 'On its shelf'],
  disposed: ['已处置', 'Disposed of'],
  inVan: [(n: number) => `车上账面 ${n}`, (n: number) => `${n} in your van’s books`],
  hold: ['停用', 'On hold'],
})

export function Found({ meaning: { oldPart, part, jobs, units } }: { meaning: Meaning }) {
  const receives = holder.value?.person.roles.includes('clerk')
  return (
    <div class="sheet flush list found">
      {oldPart && (
        <a {...to(receives ? inTheStore(oldPart) : oldPart.job_id && `/job/${oldPart.job_id}`)}>
          <div class="grow">
            <span class="cap">{w.oldPart()}</span>
            <b class="block">{oldPart.part_name}</b>
            <p class="meta">
              {oldPart.plate && <Plate>{oldPart.plate}</Plate>} {w[oldPart.state]()}
            </p>
            {oldPart.tag && <TagStrip tag={oldPart.tag} />}
          </div>
          <Icon name="caret-right" tone="quiet" />
        </a>
      )}
      {part && (
        <a href="/parts">
          <div class="grow">
            <span class="cap">{w.part()}</span>
            <b class="block">{partName(part.part)}</b>
            <p class="meta">
              <span class="mono">{part.part.part_no}</span> · {w.inVan(part.in_van)}
            </p>
          </div>
          {part.part.on_hold && (
            <Tagline kind="no" icon="hand-palm">
              {w.hold()}
            </Tagline>
          )}
          <Icon name="caret-right" tone="quiet" />
        </a>
      )}
      {units.map((unit) => (
        <a key={unit.equipment_id} href={`/unit/${unit.equipment_id}`}>
          <div class="grow">
            <span class="cap">{w.history()}</span>
            <b class="block">{unit.model}</b>
            <p class="meta">
              <Plate>{unit.plate ?? unit.serial}</Plate> {w.visits(unit.visits)}
            </p>
          </div>
          <Icon name="caret-right" tone="quiet" />
        </a>
      ))}
      {jobs.map((job) => (
        <a key={job.id} href={`/job/${job.id}`}>
          <div class="grow">
            <span class="cap">
              {w.job()} {job.number}
            </span>
            <b class="block">{job.customer_name}</b>
            <p class="meta">
              {job.plate && <Plate>{job.plate}</Plate>} {job.fault_reported}
              {job.planned_at && ` · ${dayAndClock(job.planned_at)}`}
            </p>
          </div>
          <Icon name="caret-right" tone="quiet" />
        </a>
      ))}
    </div>
  )
}

/** What is still out is taken in; what came back has its own page. */
const inTheStore = ({ id, received_at }: OldPart) => (received_at === null ? '/receive' : `/old-parts/${id}`)
