/** One old part: what it is, who holds it now, how it came here, and what the store does with it next (OLD-2, OLD-3). */
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import type { ScreenProps } from '../../parts/route'
import { Kv, Plate } from '../../parts/sheet'
import { SyncChip } from '../../parts/sync_chip'
import { TagStrip } from '../../parts/tag_strip'
import { Tagline } from '../../parts/tagline'
import { calendarDay, dayAndClock } from '../../parts/times'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { Id, Rows } from '../../rules/wire'
import { cardState } from '../../store/card'
import { oldPartPresets, type WholeOldPart, wholeOldPart } from '../../store/custody'
import { holder } from '../../store/holder'
import { useLive } from '../../store/live'
import { daysLate } from '../../store/old_parts'
import { useNow } from '../now'
import { Picture } from '../office/picture'
import { canDispose, canInspect, canMatch, canShelve } from './may'
import { Timeline } from './timeline'
import { conditionName, holderName, mismatchName, stateIcon, stateName } from './words'
import '../office/office.css'
import './old_parts.css'

const w = words({
  title: ['旧件', 'Old part'],
  unknown: ['没在等的旧件', 'A part that was not expected'],
  gone: ['本机没有这件', 'This device does not know it'],
  goneWhat: ['同步一下再看，或者它是别的站的。', 'Sync and look again; or it belongs to another station.'],
  holder: ['现在在谁手里', 'Held by now'],
  partNo: ['件号', 'Part number'],
  serial: ['编号', 'Serial'],
  serialSeen: ['收到时的编号', 'Serial as received'],
  condition: ['外观', 'Condition'],
  mismatch: ['签收时发现的', 'Found when it was signed in'],
  due: ['应回', 'Due'],
  late: [(days: number) => `晚了 ${days} 天`, (days: number) => (days === 1 ? '1 day late' : `${days} days late`)],
  job: [(number: string) => `任务 ${number}`, (number: string) => `Job ${number}`],
  onSite: ['现场拆下时', 'When it came off'],
  noSite: ['现场没拍，或者照片还没到', 'No photo on site, or it has not arrived yet'],
  inStore: ['收到时', 'When it came in'],
  noStore: ['收的时候没拍', 'None was taken in the store'],
  inspect: ['鉴定', 'Inspect'],
  again: ['再鉴定', 'Inspect again'],
  store: ['上架', 'Store'],
  move: ['换货位', 'Move to another shelf'],
  dispose: ['处置', 'Dispose of it'],
  match: ['对上是哪一件', 'Match it'],
  asked: [
    (day: string) => `申请延到 ${day}，等主管`,
    (day: string) => `More time asked until ${day}; the manager answers`,
  ],
  waived: ['免收了', 'The manager does without it'],
})

export default function OldPartScreen({ params }: ScreenProps) {
  const id = params.id as Id
  const now = new Date(useNow())
  const file = useLive(() => wholeOldPart(id), [id])
  const presets = useLive(oldPartPresets)
  if (file === undefined || presets === undefined) return <main tabIndex={-1} aria-busy="true" />
  if (file === null) {
    return (
      <>
        <Bar title={w.title()} back="/old-parts" />
        <main tabIndex={-1}>
          <Empty icon="tag" title={w.gone()}>
            {w.goneWhat()}
          </Empty>
        </main>
      </>
    )
  }
  const { part } = file
  const truth = cardState([part.id])
  return (
    <>
      <Bar
        title={part.part_name ?? w.unknown()}
        meta={part.job_number && w.job(part.job_number)}
        back="/old-parts"
        chip={<SyncChip state={truth.state} at={truth.at} />}
      />
      <main class="office oldpart wide" tabIndex={-1}>
        <div class="column">
          <Facts file={file} now={now} />
          <Pictures photos={file.photos} cameIn={part.received_at !== null} />
          <Actions part={part} />
        </div>
        <div class="column">
          <Timeline file={file} reasons={presets.deduction_reasons} />
        </div>
      </main>
    </>
  )
}

function Facts({ file: { part, people, manifests, extensions, waiver }, now }: { file: WholeOldPart; now: Date }) {
  const late = part.received_at === null ? daysLate(part, now) : 0
  const asked = extensions.find(({ state }) => state === 'asked')
  const serialDiffers = part.serial_seen !== null && part.serial_seen !== part.serial
  const pairs: [string, string][] = []
  if (part.part_no) pairs.push([w.partNo(), part.part_no])
  if (part.serial) pairs.push([w.serial(), part.serial])
  if (part.serial_seen && serialDiffers) pairs.push([w.serialSeen(), part.serial_seen])
  if (part.condition) pairs.push([w.condition(), conditionName(part.condition)])
  if (part.due_on && part.received_at === null) pairs.push([w.due(), calendarDay(part.due_on)])
  return (
    <section class="sheet stack facts">
      <div class="row between">
        {part.tag ? <TagStrip tag={part.tag} /> : <Tagline icon="tag">{mismatchName('no_tag')}</Tagline>}
        {part.plate && <Plate>{part.plate}</Plate>}
      </div>
      <div>
        <p class="cap">{w.holder()}</p>
        <p class="key">{holderName(part, people, new Map(manifests.map((one) => [one.id, one])))}</p>
        <p class="row states">
          <Tagline icon={stateIcon(part.state)}>{stateName(part.state)}</Tagline>
          {late > 0 && (
            <Tagline kind="no" icon="clock">
              {w.late(late)}
            </Tagline>
          )}
          {waiver && <Tagline icon="stamp">{w.waived()}</Tagline>}
        </p>
      </div>
      {pairs.length > 0 && <Kv pairs={pairs} />}
      {part.mismatch && part.mismatch !== 'none' && (
        <Verdict kind="doubt" title={mismatchName(part.mismatch)}>
          {w.mismatch()}
        </Verdict>
      )}
      {asked && <Verdict kind="flat" icon="clock" title={w.asked(calendarDay(asked.due_on))} />}
    </section>
  )
}

function Pictures({ photos, cameIn }: { photos: readonly Rows['photo'][]; cameIn: boolean }) {
  const onSite = photos.find(({ visit_id }) => visit_id !== null)
  const inStore = photos.filter(({ visit_id }) => visit_id === null).at(-1)
  return (
    <div class="pictures">
      <figure>
        <figcaption class="cap">
          {w.onSite()} {onSite && dayAndClock(onSite.taken_at)}
        </figcaption>
        <Picture photo={onSite} alt={w.onSite()} none={w.noSite()} />
      </figure>
      {cameIn && (
        <figure>
          <figcaption class="cap">
            {w.inStore()} {inStore && dayAndClock(inStore.taken_at)}
          </figcaption>
          <Picture photo={inStore} alt={w.inStore()} none={w.noStore()} />
        </figure>
      )}
    </div>
  )
}

function Actions({ part }: { part: Rows['old_part'] }) {
  const isClerk = holder.value?.person.roles.includes('clerk') ?? false
  const at = `/old-parts/${part.id}`
  const ways = [
    { may: canMatch(part), href: `${at}/match`, icon: 'tag', name: w.match() },
    {
      may: canInspect(part),
      href: `${at}/inspect`,
      icon: 'magnifying-glass',
      name: part.state === 'received' ? w.inspect() : w.again(),
    },
    {
      may: isClerk && canShelve(part),
      href: `${at}/store`,
      icon: 'warehouse',
      name: part.state === 'stored' ? w.move() : w.store(),
    },
    { may: canDispose(part), href: `${at}/dispose`, icon: 'signature', name: w.dispose() },
  ] as const
  const open = ways.filter(({ may }) => may)
  const next = open.find(({ name }) => name !== w.again() && name !== w.move())
  return (
    <div class="act">
      {open.map((way) => (
        <Button key={way.href} {...(way === next ? { kind: 'main' as const } : {})} icon={way.icon} href={way.href}>
          {way.name}
        </Button>
      ))}
    </div>
  )
}
