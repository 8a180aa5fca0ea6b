/** Master data: its files, the rules of the house, and how many rows each has. */
import { Head } from '../../parts/bar'
import { figure } from '../../parts/figures'
import { Icon, type IconName } from '../../parts/icon'
import { Screen } from '../../parts/screen'
import { Heading } from '../../parts/sheet'
import { words } from '../../parts/words'
import { fileCounts } from '../../store/catalogue'
import { useLive } from '../../store/live'
import { Line } from '../line'
import { FILE_ICONS, FILES, fileName } from './words'
import './catalogue.css'

const w = words({
  title: ['资料', 'Master data'],
  files: ['档案', 'Files'],
  rules: ['规定', 'Rules of the house'],
  checklists: ['检查表', 'Checklists'],
  checklistsWhat: ['每类设备听、看、查、办时问什么', 'What is asked of each kind of unit'],
  sla: ['时限', 'Promised times'],
  slaWhat: ['哪类任务多久答复、多久到场', 'How soon which job is answered and visited'],
  calendar: ['工作日历', 'Working calendar'],
  calendarWhat: ['放假和调休，上下班时间', 'Holidays, make-up days, working hours'],
  presets: ['价格和其他规定', 'Prices and other presets'],
  presetsWhat: ['折扣、工时、索赔要什么、到期天数、目标', 'Discount, labour, claim evidence, due days, goals'],
})

export default function Catalogue() {
  const counts = useLive(fileCounts)
  return (
    <Screen head={<Head title={w.title()} aside={<Line />} />}>
      <div class="catalogue">
        <section>
          <Heading>{w.files()}</Heading>
          <nav class="sheet flush list" aria-label={w.files()}>
            {FILES.map((file) => (
              <Way
                key={file}
                href={`/catalogue/${file}`}
                icon={FILE_ICONS[file]}
                name={fileName(file)}
                count={counts?.[file]}
              />
            ))}
          </nav>
        </section>
        <section>
          <Heading>{w.rules()}</Heading>
          <nav class="sheet flush list" aria-label={w.rules()}>
            <Way href="/catalogue/presets" icon="scales" name={w.presets()} what={w.presetsWhat()} />
            <Way href="/catalogue/sla" icon="clock" name={w.sla()} what={w.slaWhat()} count={counts?.sla_profile} />
            <Way
              href="/catalogue/calendar"
              icon="calendar-blank"
              name={w.calendar()}
              what={w.calendarWhat()}
              count={counts?.calendar_year}
            />
            <Way
              href="/catalogue/checklists"
              icon="clipboard-text"
              name={w.checklists()}
              what={w.checklistsWhat()}
              count={counts?.checklist}
            />
          </nav>
        </section>
      </div>
    </Screen>
  )
}

interface WayProps {
  href: string
  icon: IconName
  name: string
  what?: string
  count?: number | undefined
}

function Way({ href, icon, name, what, count }: WayProps) {
  return (
    <a href={href}>
      <Icon name={icon} tone="quiet" />
      <span class="grow">
        <b>{name}</b>
        {what && <span class="meta filewhat">{what}</span>}
      </span>
      {count !== undefined && <span class="meta">{figure(count)}</span>}
      <Icon name="caret-right" tone="quiet" />
    </a>
  )
}
