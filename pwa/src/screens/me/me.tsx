/** Me: who holds the device and how it speaks and looks, whether its storage stays, and the way out. */
import { Head } from '../../parts/bar'
import { Icon } from '../../parts/icon'
import { roleName } from '../../parts/role_names'
import type { ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Segmented } from '../../parts/segmented'
import { Heading, Sheet } from '../../parts/sheet'
import { type Theme, theme } from '../../parts/theme'
import { type Language, language, words } from '../../parts/words'
import { holder } from '../../store/holder'
import { personAt } from '../../store/jobs'
import { useLive } from '../../store/live'
import { Line } from '../line'
import { Storage } from '../sync/storage'
import { Credits } from './credits'
import { OfficeLines } from './office_lines'
import { PinLine } from './pin_line'
import { PushSwitch } from './push_switch'
import { SignOut } from './sign_out'
import './me.css'

const w = words({
  title: ['我', 'Me'],
  language: ['语言', 'Language'],
  theme: ['明暗', 'Light or dark'],
  system: ['跟系统', 'System'],
  light: ['亮', 'Light'],
  dark: ['暗', 'Dark'],
  storage: ['这台设备', 'This device'],
})

export default function Me(_: ScreenProps) {
  const who = holder.value
  const known = useLive(() => personAt(who?.user_id ?? ''), [who?.user_id])
  const person = known?.person ?? who?.person
  const station = language.value === 'en' ? (known?.station?.name_en ?? known?.station?.name) : known?.station?.name
  return (
    <Screen head={<Head title={w.title()} aside={<Line />} />}>
      <Sheet>
        <div class="row">
          <Icon name="user" size="l" />
          <div class="grow">
            <b class="key">{person?.name}</b>
            <p class="meta">{[...(person?.roles ?? []).map(roleName), station].filter(Boolean).join(' · ')}</p>
            <p class="meta mono">{who?.login}</p>
          </div>
        </div>
      </Sheet>
      <Heading>{w.language()}</Heading>
      <Segmented<Language>
        label={w.language()}
        value={language.value}
        onChoose={(chosen) => {
          language.value = chosen
        }}
        options={[
          { value: 'zh', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
      />
      <Heading>{w.theme()}</Heading>
      <Segmented<Theme>
        label={w.theme()}
        value={theme.value}
        onChoose={(chosen) => {
          theme.value = chosen
        }}
        options={[
          { value: 'system', label: w.system() },
          { value: 'light', label: w.light() },
          { value: 'dark', label: w.dark() },
        ]}
      />
      {person?.roles.includes('technician') && <PinLine />}
      <PushSwitch />
      <OfficeLines roles={person?.roles ?? []} />
      <Heading>{w.storage()}</Heading>
      <Storage />
      <SignOut />
      <Credits />
    </Screen>
  )
}
