/** Look 看: warranty, the meters as read, whether somebody was there before, the name plate (VIS-2). */
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { figure } from '../../parts/figures'
import { type MeterUnit, Pair } from '../../parts/pair'
import { Segmented } from '../../parts/segmented'
import { Heading } from '../../parts/sheet'
import { Tagline } from '../../parts/tagline'
import { words } from '../../parts/words'
import { readingDoubt } from '../../rules/readings'
import { warrantyFinding } from '../../rules/warranty'
import type { Look } from '../../rules/wire'
import { photosOf } from '../../store/photos'
import { at } from './at'
import { ChecklistOf } from './checklist'
import { PartChip, StepMarks, VisitFrame } from './frame'
import { metersOf } from './meters'
import { Photos } from './photos'
import { nothingIn, useSection } from './section'
import type { StepProps } from './step'
import { Tampering } from './tampering'
import { differs, WarrantyVerdict } from './warranty_verdict'

const w = words({
  title: ['看', 'Look'],
  finding: ['你的判断', 'Your finding'],
  findingLabel: ['在三包期内吗', 'In warranty?'],
  inside: ['在', 'In'],
  outside: ['不在', 'Out'],
  cannotTell: ['说不准', 'Can’t tell'],
  overruled: ['和台账算的不一样，写一句为什么。', 'Differs from the papers. Say why.'],
  km: ['里程', 'Mileage'],
  h: ['运行时间', 'Running time'],
  meter: ['表盘', 'Meter'],
  meterAsk: ['拍表盘', 'Photo of the meter'],
  lower: [
    (last: string) => `比上次少（${last}）。就按这个记？`,
    (last: string) => `Lower than last visit (${last}). Keep it?`,
  ],
  far: [
    (last: string) => `比上次多出很多（上次 ${last}）。就按这个记？`,
    (last: string) => `Far more than last visit (${last}). Keep it?`,
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

export function LookStep(props: StepProps) {
  const { job, visit, equipment, photos, checklists } = props
  const { value, set, typing, save, onFocusOut } = useSection(visit, 'look')
  const found = warrantyFinding(equipment, value.read_km, today())
  const decided = value.in_warranty ?? (found.in_warranty === 'unknown' ? null : found.in_warranty)
  /** What the papers say is recorded with the rest until the technician decides otherwise (WARR-2). */
  const write = (typed: Partial<Look>) => {
    const read_km = typed.read_km === undefined ? value.read_km : typed.read_km
    const next = warrantyFinding(equipment, read_km, today()).in_warranty
    const follows = value.in_warranty === null || value.in_warranty === found.in_warranty
    set(follows && next !== 'unknown' ? { in_warranty: next, ...typed } : typed)
  }
  const goOn = () => {
    write({})
    void save()
  }
  const meters = metersOf(equipment, { ...visit, look: value })
  const plates = photosOf(photos, 'nameplate')
  return (
    <VisitFrame
      job={job}
      title={w.title()}
      chip={<StepMarks visit={{ ...visit, look: value }} around={props} now="look" />}
      dock={
        <Button kind="main" wide iconAfter="arrow-right" href={`/job/${job.id}/check`} onTap={goOn}>
          {w.next()}
        </Button>
      }
    >
      <div class="sides">
        <div>
          <WarrantyVerdict found={found} decided={decided} equipment={equipment} />
          {meters.map((meter, place) => (
            <div key={meter} onFocusOut={onFocusOut}>
              <Heading
                aside={
                  place === 0 && <PartChip visit={visit} part="look" typing={typing} empty={nothingIn(visit.look)} />
                }
              >
                {w[meter]()}
              </Heading>
              <Pair
                id={`read-${meter}`}
                unit={meter}
                told={visit.listen[`told_${meter}`]}
                read={value[`read_${meter}`]}
                onRead={(read) => write({ [`read_${meter}`]: read })}
                doubt={doubtAbout(meter, value, props)}
              />
              {place === 0 && (
                <Photos
                  visit={visit}
                  subject="meter"
                  photos={photosOf(photos, 'meter')}
                  alt={w.meter()}
                  ask={w.meterAsk()}
                />
              )}
            </div>
          ))}
        </div>
        <div>
          <div onFocusOut={onFocusOut}>
            <Heading>{w.opened()}</Heading>
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
            {value.opened_before === 'yes' && (
              <Tampering
                visit={visit}
                photos={photos}
                value={value.tampering}
                onChoose={(tampering) => write({ tampering })}
              />
            )}
          </div>
          <Heading aside={plates.length === 0 && <Tagline icon="camera">{w.plateMissing()}</Tagline>}>
            {w.plate()}
          </Heading>
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
          <ChecklistOf visit={visit} photos={photos} one={checklists.look} />
        </div>
      </div>
    </VisitFrame>
  )
}

/** Lower than last time, or far above it: said beside the reading, which stays as it was read. */
function doubtAbout(meter: MeterUnit, value: Look, { equipment, presets }: StepProps): string | null {
  const last = equipment?.[`last_${meter}`] ?? null
  const doubt = readingDoubt(value[`read_${meter}`], last, presets[`reading_jump_${meter}`])
  return doubt === null ? null : w[doubt](figure(last ?? 0))
}

/** The calendar day on the wall where the device is. */
function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

export default at(LookStep)
