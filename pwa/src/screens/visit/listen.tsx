/** Listen 听: the customer's own account, before anybody looks (VIS-1). */
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { Icon } from '../../parts/icon'
import { NumberField } from '../../parts/keypad'
import { Heading, Quote } from '../../parts/sheet'
import { words } from '../../parts/words'
import { at } from './at'
import { StepMarks, VisitChip, VisitFrame } from './frame'
import { useSection } from './section'
import type { StepProps } from './step'

const w = words({
  title: ['听', 'Listen'],
  reported: ['电话里是这么说的', 'What was said on the phone'],
  same: ['现场说的也一样', 'Said the same on site'],
  account: ['用户怎么说', 'Customer’s account'],
  accountHint: ['出了什么事，什么时候，什么声音、气味', 'What happened, when, which noise or smell'],
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

export function ListenStep({ job, visit, photos }: StepProps) {
  const { value, set, save, onFocusOut } = useSection(visit, 'listen')
  const reported = job.fault_reported
  return (
    <VisitFrame
      job={job}
      title={w.title()}
      chip={<StepMarks visit={{ ...visit, listen: value }} photos={photos} now="listen" />}
      dock={
        <Button kind="main" wide iconAfter="arrow-right" href={`/job/${job.id}/look`} onTap={() => void save()}>
          {w.next()}
        </Button>
      }
    >
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
      <div class="lines large" onFocusOut={onFocusOut}>
        <Heading aside={<VisitChip visit={visit} />}>{w.account()}</Heading>
        <Field
          label={w.accountHint()}
          lines={4}
          value={value.account ?? ''}
          onInput={(account) => set({ account: account || null })}
        />
      </div>
      <div onFocusOut={onFocusOut}>
        <Heading>{w.told()}</Heading>
        <div class="pair tolds">
          <div class="told">
            <p class="cap">
              <Icon name="ear" size="s" />
              {w.km()}
            </p>
            <NumberField
              id="told-km"
              label={w.toldKm()}
              value={value.told_km}
              unit="km"
              onInput={(told_km) => set({ told_km })}
            />
          </div>
          <div class="told">
            <p class="cap">
              <Icon name="ear" size="s" />
              {w.h()}
            </p>
            <NumberField
              id="told-h"
              label={w.toldH()}
              value={value.told_h}
              unit="h"
              onInput={(told_h) => set({ told_h })}
            />
          </div>
        </div>
      </div>
      <div class="lines" onFocusOut={onFocusOut}>
        <Heading>{w.usage()}</Heading>
        <Field
          label={w.usageHint()}
          lines={2}
          value={value.usage ?? ''}
          onInput={(usage) => set({ usage: usage || null })}
        />
        <Heading>{w.beforeAfter()}</Heading>
        <Field
          label={w.beforeAfterHint()}
          lines={2}
          value={value.before_after ?? ''}
          onInput={(before_after) => set({ before_after: before_after || null })}
        />
      </div>
    </VisitFrame>
  )
}

export default at(ListenStep)
