/** Look 看: warranty, the meters as read, whether somebody was there before, the name plate (VIS-2). */
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { figure } from '../../parts/figures'
import { Pair } from '../../parts/pair'
import { Segmented } from '../../parts/segmented'
import { Heading } from '../../parts/sheet'
import { Tagline } from '../../parts/tagline'
import { calendarDay } from '../../parts/times'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { Equipment, Look, YesNo } from '../../rules/wire'
import { photosOf } from '../../store/photos'
import { at } from './at'
import { StepMarks, VisitChip, VisitFrame } from './frame'
import { Photos } from './photos'
import { useSection } from './section'
import type { StepProps } from './step'
import { lowerThanLast, type WarrantyFinding, warrantyFinding } from './warranty'

const w = words({
  title: ['看', 'Look'],
  yes: ['三包期内', 'In warranty'],
  no: ['不在三包期', 'Out of warranty'],
  unknown: ['三包说不准', 'Warranty not certain'],
  until: [(day: string) => `到 ${day}`, (day: string) => `Until ${day}`],
  or: ['或', 'or'],
  first: ['，先到为准', ', whichever comes first'],
  left: [(km: string) => `。还剩 ${km} km。`, (km: string) => `. ${km} km left.`],
  over: [(km: string) => `。已超 ${km} km。`, (km: string) => `. ${km} km over.`],
  passed: [(day: string) => `${day} 到期。`, (day: string) => `Ended on ${day}.`],
  noPapers: [
    '本机没有这台车的三包日期。你先定，办公室会核。',
    'No warranty dates here. You decide; the office will check.',
  ],
  finding: ['你的判断', 'Your finding'],
  findingLabel: ['在三包期内吗', 'In warranty?'],
  inside: ['在', 'In'],
  outside: ['不在', 'Out'],
  cannotTell: ['说不准', 'Can’t tell'],
  overruled: ['和台账算的不一样，在下面写一句为什么。', 'Differs from the papers. Say why in the note below.'],
  km: ['里程', 'Mileage'],
  h: ['运行时间', 'Running time'],
  meter: ['表盘', 'Meter'],
  meterAsk: ['拍表盘', 'Photo of the meter'],
  lower: [
    (last: string) => `比上次少（${last}）。就按这个记？`,
    (last: string) => `Lower than last visit (${last}). Keep it?`,
  ],
  opened: ['故障部位以前拆动过？', 'Faulty place opened before?'],
  openedNo: ['没有痕迹', 'No trace'],
  openedYes: ['拆动过', 'Yes, opened'],
  plate: ['铭牌', 'Name plate'],
  plateMissing: ['还差照片', 'photo missing'],
  note: ['还看到什么', 'Anything else seen'],
  noteHint: ['漏油、改装、事故痕迹', 'Leaks, changes, traces of an accident'],
  next: ['看完了，去查', 'Go on to Check'],
})

export function LookStep({ job, visit, equipment, photos }: StepProps) {
  const { value, set, save, onFocusOut } = useSection(visit, 'look')
  const found = warrantyFinding(equipment, value.read_km, today())
  const decided = value.in_warranty ?? (found.in_warranty === 'unknown' ? null : found.in_warranty)
  /** What the papers say is recorded with the rest until the technician decides otherwise (WARR-2). */
  const write = (typed: Partial<Look>) => {
    const next = warrantyFinding(equipment, typed.read_km ?? value.read_km, today()).in_warranty
    const follows = value.in_warranty === null || value.in_warranty === found.in_warranty
    set(follows && next !== 'unknown' ? { in_warranty: next, ...typed } : typed)
  }
  const goOn = () => {
    write({})
    void save()
  }
  const plates = photosOf(photos, 'nameplate')
  const lowKm = lowerThanLast(value.read_km, equipment?.last_km ?? null)
  const lowH = lowerThanLast(value.read_h, equipment?.last_h ?? null)
  return (
    <VisitFrame
      job={job}
      title={w.title()}
      chip={<StepMarks visit={{ ...visit, look: value }} photos={photos} now="look" />}
      dock={
        <Button kind="main" wide iconAfter="arrow-right" href={`/job/${job.id}/check`} onTap={goOn}>
          {w.next()}
        </Button>
      }
    >
      <WarrantyVerdict found={found} decided={decided} equipment={equipment} />
      <div onFocusOut={onFocusOut}>
        <Heading aside={<VisitChip visit={visit} />}>{w.km()}</Heading>
        <Pair
          id="read-km"
          unit="km"
          told={visit.listen.told_km}
          read={value.read_km}
          onRead={(read_km) => write({ read_km })}
          doubt={lowKm ? w.lower(figure(equipment?.last_km ?? 0)) : null}
        />
      </div>
      <Photos visit={visit} subject="meter" photos={photosOf(photos, 'meter')} alt={w.meter()} ask={w.meterAsk()} />
      <div onFocusOut={onFocusOut}>
        <Heading>{w.h()}</Heading>
        <Pair
          id="read-h"
          unit="h"
          told={visit.listen.told_h}
          read={value.read_h}
          onRead={(read_h) => write({ read_h })}
          doubt={lowH ? w.lower(figure(equipment?.last_h ?? 0)) : null}
        />
      </div>
      <Heading>{w.opened()}</Heading>
      <div onFocusOut={onFocusOut}>
        <Segmented
          label={w.opened()}
          value={value.opened_before}
          options={[
            { value: 'no', label: w.openedNo() },
            { value: 'yes', label: w.openedYes() },
            { value: 'unknown', label: w.cannotTell() },
          ]}
          onChoose={(opened_before) => write({ opened_before })}
        />
      </div>
      <Heading aside={plates.length === 0 && <Tagline icon="camera">{w.plateMissing()}</Tagline>}>{w.plate()}</Heading>
      <Photos visit={visit} subject="nameplate" photos={plates} alt={w.plate()} />
      <div class="lines" onFocusOut={onFocusOut}>
        <Heading>{w.finding()}</Heading>
        <Segmented
          label={w.findingLabel()}
          value={decided}
          options={[
            { value: 'yes', label: w.inside() },
            { value: 'no', label: w.outside() },
            { value: 'unknown', label: w.cannotTell() },
          ]}
          onChoose={(in_warranty) => write({ in_warranty })}
        />
        <Heading>{w.note()}</Heading>
        <Field
          label={w.noteHint()}
          lines={2}
          value={value.note ?? ''}
          onInput={(note) => write({ note: note || null })}
          doubt={differs(found, decided) && !value.note ? w.overruled() : undefined}
        />
      </div>
    </VisitFrame>
  )
}

const KIND = { yes: 'ok', no: 'no', unknown: 'doubt' } as const

function WarrantyVerdict(props: { found: WarrantyFinding; decided: YesNo | null; equipment: Equipment | null }) {
  const { found, decided, equipment } = props
  const shown = decided ?? found.in_warranty
  return (
    <Verdict
      kind={shown === 'no' ? 'flat' : KIND[shown]}
      icon={shown === 'yes' ? 'shield-check' : 'shield-warning'}
      title={w[shown]()}
    >
      {grounds(found, equipment)}
    </Verdict>
  )
}

/** The limits in the papers, and how far the unit is from them. */
function grounds({ passed, km_left }: WarrantyFinding, equipment: Equipment | null): string {
  const day = equipment?.warranty_until ?? null
  const km = equipment?.warranty_km ?? null
  if (day === null && km === null) return w.noPapers()
  if (passed === 'day' && day !== null) return w.passed(calendarDay(day))
  const limits = [day && w.until(calendarDay(day)), km !== null && `${figure(km)} km`].filter(Boolean)
  const both = limits.length === 2 ? w.first() : ''
  const rest = km_left === null ? '' : km_left < 0 ? w.over(figure(-km_left)) : w.left(figure(km_left))
  return `${limits.join(` ${w.or()} `)}${both}${rest}`
}

function differs(found: WarrantyFinding, decided: YesNo | null): boolean {
  return found.in_warranty !== 'unknown' && decided !== null && decided !== found.in_warranty
}

/** The calendar day on the wall where the device is. */
function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

export default at(LookStep)
