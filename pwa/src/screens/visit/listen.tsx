/** Listen 听: the customer's own account, before anybody looks (VIS-1). */
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { Icon } from '../../parts/icon'
import { NumberField } from '../../parts/keypad'
import { Heading, Quote } from '../../parts/sheet'
import { words } from '../../parts/words'
import { later } from '../later'
import { at } from './at'
import { ChecklistOf } from './checklist'
import { PartChip, StepMarks, VisitFrame } from './frame'
import { metersOf } from './meters'
import { Phrases } from './phrases'
import { nothingIn, useSection } from './section'
import type { StepProps } from './step'

const VoiceNotes = later(() => import('./voice_notes'))

const w = words({
  title: ['听', 'Listen'],
  reported: ['电话里是这么说的', 'What was said on the phone'],
  same: ['现场说的也一样', 'Said the same on site'],
  account: ['用户怎么说', 'Customer’s account'],
  accountHint: ['出了什么事，什么时候，什么声音、气味', 'What happened, when, which noise or smell'],
  ownWords: ['照用户的原话写，你看到的写在“看”里', 'In the customer’s own words; what you see belongs to Look'],
  told: ['用户说的数', 'Figures as told'],
  km: ['里程', 'Mileage'],
  h: ['运行时间', 'Running time'],
  toldKm: ['用户说的里程，km', 'Mileage as told, km'],
  toldH: ['用户说的运行时间，h', 'Running time as told, h'],
  usage: ['平时怎么用', 'How it is used'],
  usageHint: ['跑什么路，拉多少，一天几小时', 'Roads, loads, hours a day'],
  beforeAfter: ['故障前后做过什么', 'Before and after the fault'],
  beforeAfterHint: ['加油、保养、换件、事故', 'Fuel, service, parts, accidents'],
  next: ['听完了，去看', 'Go on to Look'],
})

export function ListenStep(props: StepProps) {
  const { job, visit, equipment, photos, checklists, presets } = props
  const { value, set, typing, save, onFocusOut } = useSection(visit, 'listen')
  const reported = job.fault_reported
  const tell = { km: (told_km: number | null) => set({ told_km }), h: (told_h: number | null) => set({ told_h }) }
  return (
    <VisitFrame
      job={job}
      title={w.title()}
      chip={<StepMarks visit={{ ...visit, listen: value }} around={props} now="listen" />}
      dock={
        <Button kind="main" wide iconAfter="arrow-right" href={`/job/${job.id}/look`} onTap={() => void save()}>
          {w.next()}
        </Button>
      }
    >
      <div class="sides">
        <div>
          {reported && (
            <section class="reported">
              <Quote by={[w.reported(), job.contact].filter(Boolean).join(' · ')}>{`“${reported}”`}</Quote>
              {!value.account && (
                <Button size="mid" icon="check" onTap={() => set({ account: reported })}>
                  {w.same()}
                </Button>
              )}
            </section>
          )}
          <div class="lines large ownwords" onFocusOut={onFocusOut}>
            <Heading aside={<PartChip visit={visit} part="listen" typing={typing} empty={nothingIn(visit.listen)} />}>
              {w.account()}
            </Heading>
            <Field
              label={w.accountHint()}
              hint={w.ownWords()}
              lines={4}
              value={value.account ?? ''}
              onInput={(account) => set({ account: account || null })}
            />
          </div>
          <VoiceNotes visit={visit} section="listen" />
          <div onFocusOut={onFocusOut}>
            <Heading>{w.told()}</Heading>
            <div class="pair tolds">
              {metersOf(equipment, { ...visit, listen: value }).map((meter) => (
                <div key={meter} class="told">
                  <p class="cap">
                    <Icon name="ear" size="s" />
                    {w[meter]()}
                  </p>
                  <NumberField
                    id={`told-${meter}`}
                    label={meter === 'km' ? w.toldKm() : w.toldH()}
                    value={meter === 'km' ? value.told_km : value.told_h}
                    unit={meter}
                    onInput={tell[meter]}
                  />
                </div>
              ))}
            </div>
          </div>
        </div>
        <div>
          <div class="lines" onFocusOut={onFocusOut}>
            <Heading>{w.usage()}</Heading>
            <Field
              label={w.usageHint()}
              lines={2}
              value={value.usage ?? ''}
              onInput={(usage) => set({ usage: usage || null })}
            />
            <Phrases phrases={presets.phrases.usage} value={value.usage} onSay={(usage) => set({ usage })} />
            <Heading>{w.beforeAfter()}</Heading>
            <Field
              label={w.beforeAfterHint()}
              lines={2}
              value={value.before_after ?? ''}
              onInput={(before_after) => set({ before_after: before_after || null })}
            />
            <Phrases
              phrases={presets.phrases.before_after}
              value={value.before_after}
              onSay={(before_after) => set({ before_after })}
            />
          </div>
          <ChecklistOf visit={visit} photos={photos} one={checklists.listen} />
        </div>
      </div>
    </VisitFrame>
  )
}

export default at(ListenStep)
