/** Prices, evidence, due days, goals and the other numbers of the house; each is saved by itself (JOB-5, WARR-5, OLD-4). */
import { Bar } from '../../parts/bar'
import type { ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Heading, Sheet } from '../../parts/sheet'
import { words } from '../../parts/words'
import { ALL_PRESETS } from '../../rules/house_presets'
import { maySetForAll } from '../../rules/master_data'
import type { Json } from '../../rules/wire'
import { changedPresets, myself } from '../../store/catalogue'
import { useLive } from '../../store/live'
import { PresetLine } from './preset_line'
import { GROUPS, inWords } from './preset_names'
import './catalogue.css'

const w = words({
  title: ['价格和其他规定', 'Prices and other presets'],
  readOnly: [
    '全公司通用，总部的主管或管理员可以改。',
    'These hold for every station. A manager of the head office may change them.',
  ],
})

export default function Presets(_: ScreenProps) {
  const me = useLive(myself)
  const changed = useLive(changedPresets)
  const head = <Bar title={w.title()} back="/catalogue" />
  if (me === undefined || changed === undefined) return <Screen head={head}>{null}</Screen>
  const maySet = maySetForAll(me)
  const initial = ALL_PRESETS as unknown as Record<string, Json>
  return (
    <Screen head={head}>
      {!maySet && <p class="meta">{w.readOnly()}</p>}
      <div class="catalogue">
        {GROUPS.map((group) => (
          <section key={group.says[1]}>
            <Heading>{inWords(group.says)}</Heading>
            <Sheet>
              {group.presets.map((preset) => (
                <PresetLine
                  key={preset.name}
                  preset={preset}
                  value={changed.get(preset.name) ?? initial[preset.name] ?? null}
                  maySet={maySet}
                />
              ))}
            </Sheet>
          </section>
        ))}
      </div>
    </Screen>
  )
}
