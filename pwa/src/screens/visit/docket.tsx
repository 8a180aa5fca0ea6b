/** The closed visit as a docket: what was signed, by whom, and that it is on this device (VIS-7, VIS-8). */
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { figure } from '../../parts/figures'
import { money } from '../../parts/money'
import { Screen } from '../../parts/screen'
import { Seal } from '../../parts/seal'
import { Plate } from '../../parts/sheet'
import { SyncChip } from '../../parts/sync_chip'
import { clock, dayAndClock } from '../../parts/times'
import { words } from '../../parts/words'
import { toPay } from '../../rules/payment'
import { cardState } from '../../store/card'
import { useLive } from '../../store/live'
import { quoteOf } from '../../store/quotes'
import { sealToCompare } from '../../store/sealing'
import { faultOf, reportOf, stationOf } from '../../store/visits'
import { partName } from '../part_name'
import { BackWithoutPin, Signers } from './docket_signers'
import { DocketStub } from './docket_stub'
import { faultName } from './fault_picker'
import { TakenPhoto } from './photos'
import type { StepProps } from './step'
import './docket.css'

const w = words({
  report: ['服务报告', 'Service report'],
  signed: ['签好了，不能再改。', 'Signed. It can no longer be changed.'],
  sealed: ['已封存。改动会看得见。', 'Sealed. A change would show.'],
  revision: [(n: number) => `第 ${n} 版`, (n: number) => `revision ${n}`],
  unsigned: ['没有签字，交给主管。', 'Closed without a signature, with the manager now.'],
  service: ['售后服务', 'After-sales service'],
  stored: ['已存在本机', 'Stored on this device'],
  customer: ['用户', 'Customer'],
  unit: ['车辆', 'Unit'],
  readings: ['里程 / 运行', 'Mileage / hours'],
  told: [(n: string) => `（用户说 ${n}）`, (n: string) => ` (told ${n})`],
  meter: ['表上', 'read'],
  times: ['时间', 'Times'],
  arrived: [(at: string) => `${at} 到`, (at: string) => `arrived ${at}`],
  ended: [(at: string) => `${at} 结束`, (at: string) => `ended ${at}`],
  listen: ['听', 'Listen'],
  look: ['看', 'Look'],
  check: ['查', 'Check'],
  handle: ['处理', 'Handle'],
  swap: ['换件', 'Parts'],
  warranty_yes: ['三包期内', 'in warranty'],
  warranty_no: ['不在三包期', 'out of warranty'],
  warranty_unknown: ['三包说不准', 'warranty not certain'],
  opened_no: ['故障部位没有拆动过', 'not opened before'],
  opened_yes: ['故障部位拆动过', 'opened before'],
  opened_unknown: ['看不出拆动过没有', 'cannot tell whether opened before'],
  who_maker: ['责任：厂家', 'Responsible: maker'],
  who_supplier: ['责任：供应商', 'Responsible: supplier'],
  who_user: ['责任：用户使用', 'Responsible: use'],
  who_wear: ['责任：自然磨损', 'Responsible: wear'],
  who_third_party: ['责任：第三方', 'Responsible: a third party'],
  who_force_majeure: ['责任：不可抗力', 'Responsible: force majeure'],
  disagrees: [(what: string) => `用户不同意：${what}`, (what: string) => `Customer disagrees: ${what}`],
  cost: ['费用', 'Cost'],
  quoted: ['另行报价', 'Quoted apart'],
  fitted: ['新', 'new'],
  removed: ['旧', 'old'],
  witness: [(who: string) => `在场：${who}`, (who: string) => `Witness: ${who}`],
  photos: [(n: number) => `照片 ${n} 张`, (n: number) => (n === 1 ? '1 photo' : `${n} photos`)],
  photo: ['照片', 'Photo'],
  absent: ['用户不在', 'Customer absent'],
  unwilling: ['用户不愿签', 'Customer unwilling'],
  stamped: ['盖章或签在纸上', 'Stamped or signed on paper'],
  stub: ['用户联', 'For the customer'],
  thanks: ['签好了，谢谢您', 'Signed. Thank you.'],
  backToJob: ['回到任务', 'Back to the job'],
  today: ['今天的活', 'Today'],
})

export function Docket(props: StepProps) {
  const { job, visit, photos, swaps } = props
  const report = useLive(() => reportOf(visit.id), [visit.id]) ?? null
  const quote = useLive(() => quoteOf(visit.job_id), [visit.job_id]) ?? null
  const pay = toPay(visit, quote)
  const seal = useLive(() => sealToCompare(visit.id), [visit.id]) ?? null
  const station = useLive(() => stationOf(visit.station_id), [visit.station_id]) ?? null
  const fault = useLive(() => faultOf(visit.check.fault_id), [visit.check.fault_id]) ?? null
  const { state, at } = cardState([visit.id])
  const { listen, look, check, handle } = visit
  const plate = job.plate ?? job.serial
  return (
    <Screen
      head={
        <Bar
          title={w.report()}
          meta={visit.state !== 'signed' ? w.unsigned() : seal ? w.sealed() : w.signed()}
          back={`/job/${job.id}`}
          chip={<SyncChip state={state} at={at} />}
        />
      }
      dock={
        <div class="act">
          <Button kind="main" href={`/job/${job.id}`}>
            {w.backToJob()}
          </Button>
          <Button href="/today">{w.today()}</Button>
        </div>
      }
    >
      <div class="docketwrap">
        <article class="docket">
          <div class="row between top0">
            <div>
              <p class="cap">
                {w.service()} · {station?.name}
              </p>
              <h2>{w.report()}</h2>
              <p>
                <b class="mono">{report?.number ?? shortNumber(visit.id)}</b>{' '}
                {seal && <span class="meta">{w.revision(seal.revision)}</span>}
              </p>
              <p class="meta" role="status">
                <b>{w.stored()}</b> {report && dayAndClock(report.closed_at)}
              </p>
            </div>
            {seal && report && <Seal code={seal.code} at={dayAndClock(report.closed_at)} />}
          </div>
          <hr />
          <dl class="dl">
            <Line term={w.customer()}>
              <b>{job.customer_name}</b> {job.site_address}
            </Line>
            <Line term={w.unit()}>
              <b>{job.model}</b> {plate && <Plate>{plate}</Plate>} {job.plate && job.serial}
            </Line>
            <Line term={w.readings()}>
              {look.read_km !== null && (
                <>
                  {w.meter()} <b>{figure(look.read_km)} km</b>
                  {listen.told_km !== null && w.told(figure(listen.told_km))}
                </>
              )}
              {look.read_h !== null && ` · ${figure(look.read_h)} h`}
            </Line>
            <Line term={w.times()}>
              {[
                visit.arrived_at && w.arrived(clock(visit.arrived_at)),
                visit.ended_at && w.ended(clock(visit.ended_at)),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Line>
          </dl>
          <hr />
          <dl class="dl">
            <Line term={w.listen()}>{listen.account}</Line>
            <Line term={w.look()}>
              {[phrase('warranty', look.in_warranty), phrase('opened', look.opened_before), look.note]
                .filter(Boolean)
                .join(' · ')}
            </Line>
            <Line term={w.check()}>
              {check.cause ?? (fault && faultName(fault))} {fault && <span class="mono">{fault.code}</span>}
            </Line>
            <Line term={w.handle()}>
              {[
                handle.done,
                phrase('who', handle.responsibility),
                handle.customer_agrees === false && w.disagrees(handle.disagreement ?? ''),
              ]
                .filter(Boolean)
                .join(' ')}
            </Line>
            {swaps.map(({ swap, part, old_part }) => (
              <Line term={w.swap()} key={swap.id}>
                {part && partName(part)} <span class="mono">{part?.part_no}</span> {w.fitted()}{' '}
                <b class="mono">{swap.new_serial ?? `× ${swap.quantity}`}</b>
                {old_part?.serial && (
                  <>
                    {' ← '}
                    {w.removed()} <b class="mono">{old_part.serial}</b>
                  </>
                )}
              </Line>
            ))}
            <Line term={w.cost()}>
              <b>
                {pay.free ? '¥0' : pay.amount_minor === null ? w.quoted() : money(pay.amount_minor, pay.currency ?? '')}
              </b>{' '}
              {pay.free && w.warranty_yes()}
            </Line>
          </dl>
          <hr />
          <div class="sg">
            <div>
              {visit.state === 'signed' ? (
                <Signers visit={visit} photos={photos} />
              ) : (
                <>
                  <p class="lead">{phrase('', visit.unsigned_reason)}</p>
                  <p>{visit.unsigned_note}</p>
                  {visit.unsigned_witness && <p class="meta">{w.witness(visit.unsigned_witness)}</p>}
                </>
              )}
              <BackWithoutPin visit={visit} />
            </div>
            {photos.length > 0 && (
              <div class="thumbs">
                <p class="cap">{w.photos(photos.length)}</p>
                <div>
                  {photos.map((photo) => (
                    <TakenPhoto key={photo.id} photo={photo} alt={w.photo()} plain />
                  ))}
                </div>
              </div>
            )}
          </div>
          {visit.state === 'signed' && (
            <>
              <div class="tear">
                <i />
              </div>
              <p class="cap">{w.stub()}</p>
              {seal ? <DocketStub visit_id={visit.id} seal={seal} /> : <p class="lead">{w.thanks()}</p>}
            </>
          )}
        </article>
      </div>
    </Screen>
  )
}

function Line({ term, children }: { term: string; children: preact.ComponentChildren }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  )
}

function phrase(kind: string, value: string | null): string | null {
  const phrases: Record<string, unknown> = w
  const said = phrases[kind === '' ? (value ?? '') : `${kind}_${value}`]
  return typeof said === 'function' ? (said as () => string)() : value
}

/** Until the server has given a number, the end of the id stands for it. */
function shortNumber(id: string): string {
  return id
    .replaceAll('-', '')
    .slice(-8)
    .toUpperCase()
    .replace(/^(.{4})/, '$1-')
}
