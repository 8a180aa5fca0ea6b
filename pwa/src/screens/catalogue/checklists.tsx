/** What is asked of each kind of unit, section by section; the newest version of each. */
import { Bar } from '../../parts/bar'
import { Empty } from '../../parts/empty'
import { Icon } from '../../parts/icon'
import type { ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { language, words } from '../../parts/words'
import { checklists } from '../../store/catalogue'
import { useLive } from '../../store/live'
import { kindName } from './words'
import './catalogue.css'

const w = words({
  title: ['检查表', 'Checklists'],
  listen: ['听', 'Listen'],
  look: ['看', 'Look'],
  check: ['查', 'Check'],
  handle: ['办', 'Handle'],
  where: [
    (kind: string, section: string, items: number, version: number) =>
      `${kind} · ${section} · ${items} 项 · 第 ${version} 版`,
    (kind: string, section: string, items: number, version: number) =>
      `${kind} · ${section} · ${items} items · version ${version}`,
  ],
  none: ['还没有检查表', 'No checklists yet'],
  noneWhat: ['从手机导入或由管理员设好，就在这里。', 'They appear here once an administrator has set them.'],
})

export default function Checklists(_: ScreenProps) {
  const all = useLive(checklists)
  return (
    <Screen head={<Bar title={w.title()} back="/catalogue" />}>
      {all?.length === 0 && (
        <Empty icon="clipboard-text" title={w.none()}>
          {w.noneWhat()}
        </Empty>
      )}
      {all !== undefined && all.length > 0 && (
        <nav class="sheet flush list" aria-label={w.title()}>
          {all.map((one) => (
            <a key={one.id} href={`/catalogue/checklists/${one.id}`}>
              <Icon name="clipboard-text" tone="quiet" />
              <span class="grow">
                <b>{language.value === 'en' ? one.name_en : one.name}</b>
                <span class="meta filewhat">
                  {w.where(kindName(one.kind), w[one.section](), one.items.length, one.version)}
                </span>
              </span>
              <Icon name="caret-right" tone="quiet" />
            </a>
          ))}
        </nav>
      )}
    </Screen>
  )
}
