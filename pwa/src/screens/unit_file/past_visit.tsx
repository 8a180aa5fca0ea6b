/** One earlier visit in full: account, cause, what was done, readings, parts, photos and who signed (JOB-6). */
import { useEffect, useState } from 'preact/hooks'
import { photoUrl } from '../../media/photo_url'
import { Bar } from '../../parts/bar'
import { Empty } from '../../parts/empty'
import { figure } from '../../parts/figures'
import { Written } from '../../parts/pad'
import { PhotoFrame } from '../../parts/photo'
import type { ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Heading, Kv, Quote, Sheet } from '../../parts/sheet'
import { clock, dayAndClock, localDay } from '../../parts/times'
import { language, words } from '../../parts/words'
import type { Id } from '../../rules/wire'
import { useLive } from '../../store/live'
import { type PastVisit, pastVisit } from '../../store/unit_file'
import { nameOf } from './past_line'
import './unit_file.css'

const w = words({
  back: ['以前的到访', 'Earlier visit'],
  gone: ['这次到访不在这台设备上', 'This visit is not on this device'],
  goneWhat: ['单子给了别人，档案就一起走了。', 'The file goes with the job when somebody else gets it.'],
  told: [(who: string) => `用户说的 · 任务 ${who}`, (who: string) => `the customer’s account, job ${who}`],
  fault: ['故障', 'Fault'],
  cause: ['原因', 'Cause'],
  done: ['做了什么', 'What was done'],
  responsibility: ['责任', 'Responsible'],
  maker: ['厂家', 'Maker'],
  supplier: ['供应商', 'Supplier'],
  user: ['用户使用', 'Use'],
  wear: ['自然磨损', 'Wear'],
  third_party: ['第三方', 'A third party'],
  force_majeure: ['不可抗力', 'Force majeure'],
  read_km: ['读到里程', 'Mileage read'],
  read_h: ['读到运行', 'Hours read'],
  left: ['到 – 离', 'On site'],
  parts: ['换的件', 'Parts changed'],
  serials: [
    (now: string, old: string) => `新 ${now} · 旧 ${old}`,
    (now: string, old: string) => `new ${now}, old ${old}`,
  ],
  none: ['–', '–'],
  photos: ['照片', 'Photos'],
  photosWhat: ['有信号时能看；本机有的一直能看', 'With signal; those on this device at any time'],
  meter: ['表盘', 'Meter'],
  old_part: ['旧件', 'Old part'],
  signature: ['签字', 'Signature'],
  unsigned: ['没有签字', 'Nobody signed'],
  photo: ['照片', 'Photo'],
})

export default function PastVisitScreen({ params }: ScreenProps) {
  const id = params.visitId as Id
  const past = useLive(() => pastVisit(id), [id])
  if (past === undefined) return <main tabIndex={-1} aria-busy="true" />
  const back = `/unit/${params.id}`
  if (past === null) {
    return (
      <Screen head={<Bar title={w.back()} back={back} />}>
        <Empty icon="books" title={w.gone()}>
          {w.goneWhat()}
        </Empty>
      </Screen>
    )
  }
  return (
    <Screen
      head={
        <Bar
          back={back}
          title={localDay(past.arrived_at)}
          meta={[past.technician_name, past.report_number].filter(Boolean).join(' · ')}
        />
      }
    >
      {(past.account || past.fault_reported) && (
        <Quote by={w.told(past.job_number)}>{past.account || past.fault_reported || ''}</Quote>
      )}
      <Readings past={past} />
      <Findings past={past} />
      <Parts past={past} />
      <Photos past={past} />
      <Signatures past={past} />
    </Screen>
  )
}

function Readings({ past }: { past: PastVisit }) {
  const pairs: [string, string][] = []
  if (past.read_km !== null) pairs.push([w.read_km(), figure(past.read_km)])
  if (past.read_h !== null) pairs.push([w.read_h(), `${figure(past.read_h)} h`])
  pairs.push([w.left(), [past.arrived_at, past.departed_at].map((at) => (at ? clock(at) : w.none())).join(' – ')])
  return (
    <div class="readings">
      <Kv pairs={pairs} />
    </div>
  )
}

function Findings({ past }: { past: PastVisit }) {
  const fault = language.value === 'en' ? past.fault_name_en : past.fault_name
  return (
    <Sheet>
      <dl class="told-then">
        {fault && (
          <div>
            <dt>{w.fault()}</dt>
            <dd>
              {fault} <span class="meta mono">{past.fault_code}</span>
            </dd>
          </div>
        )}
        <div>
          <dt>{w.cause()}</dt>
          <dd>{past.cause || w.none()}</dd>
        </div>
        <div>
          <dt>{w.done()}</dt>
          <dd>{past.done || w.none()}</dd>
        </div>
        <div>
          <dt>{w.responsibility()}</dt>
          <dd>{past.responsibility ? w[past.responsibility]() : w.none()}</dd>
        </div>
      </dl>
    </Sheet>
  )
}

function Parts({ past }: { past: PastVisit }) {
  if (past.swaps.length === 0) return null
  return (
    <>
      <Heading>{w.parts()}</Heading>
      <Sheet flush class="list">
        {past.swaps.map((swap, place) => (
          <li key={place}>
            <div class="grow">
              <b>
                {nameOf(swap)} × {swap.quantity}
              </b>
              <p class="meta">
                <span class="mono">{swap.part_no}</span> {swap.reason}
              </p>
              {(swap.new_serial || swap.old_serial) && (
                <p class="meta mono">{w.serials(swap.new_serial ?? w.none(), swap.old_serial ?? w.none())}</p>
              )}
            </div>
          </li>
        ))}
      </Sheet>
    </>
  )
}

function Photos({ past }: { past: PastVisit }) {
  if (past.photos.length === 0) return null
  return (
    <>
      <Heading aside={w.photosWhat()}>{w.photos()}</Heading>
      <div class="thumbs">
        {past.photos.map(({ photo_id, subject }) => (
          <Thumb key={photo_id} photo_id={photo_id} caption={captionOf(subject)} />
        ))}
      </div>
    </>
  )
}

function captionOf(subject: PastVisit['photos'][number]['subject']): string {
  if (subject === 'meter') return w.meter()
  if (subject === 'fault') return w.fault()
  return subject === 'old_part' ? w.old_part() : w.photo()
}

function Thumb({ photo_id, caption }: { photo_id: Id; caption: string }) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    void photoUrl(photo_id, 'w320').then(setAddress)
  }, [photo_id])
  return <PhotoFrame address={address} alt={caption} caption={caption} />
}

function Signatures({ past }: { past: PastVisit }) {
  return (
    <>
      <Heading>{w.signature()}</Heading>
      {past.signatures.length === 0 && <p class="meta">{w.unsigned()}</p>}
      {past.signatures.map((one) => (
        <Sheet key={one.signed_at} class="signed">
          {one.strokes.length > 0 && (
            <Written drawing={{ width: one.width, height: one.height, strokes: one.strokes }} label={one.signer_name} />
          )}
          <p class="meta">
            <b>{one.signer_name}</b> {one.signer_role} · {dayAndClock(one.signed_at)}
          </p>
        </Sheet>
      ))}
    </>
  )
}
