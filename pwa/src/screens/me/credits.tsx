/** What the app is, and whose work it stands on. */
import { version } from '../../../package.json'
import { words } from '../../parts/words'

const w = words({
  app: [(version: string) => `Truckroll ${version}`, (version: string) => `Truckroll ${version}`],
  icons: ['图标：Phosphor Icons（MIT）', 'Icons: Phosphor Icons (MIT)'],
  marks: ['听、看、查等字形：思源宋体 Noto Serif SC（SIL OFL 1.1）', 'Chinese marks: Noto Serif SC (SIL OFL 1.1)'],
  report: [
    '报告 PDF：Typst（Apache 2.0）、思源黑体 Noto Sans CJK（SIL OFL 1.1）',
    'Report PDF: Typst (Apache 2.0), Noto Sans CJK (SIL OFL 1.1)',
  ],
})

export function Credits() {
  return (
    <div class="credits meta quiet">
      <p>{w.app(version)}</p>
      <p>{w.icons()}</p>
      <p>{w.marks()}</p>
      <p>{w.report()}</p>
    </div>
  )
}
