/** A month's archived reports as one file, made by the server: for the office, and a copy for the technical department. */
import { useState } from 'preact/hooks'
import { type FetchedBundle, saveBundle } from '../../media/bundle_file'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { Tagline } from '../../parts/tagline'
import { words } from '../../parts/words'
import { type FiledMonth, filedMonths } from '../../store/archive'
import { useLive } from '../../store/live'
import { Line } from '../line'
import '../office/office.css'
import './archive.css'

const w = words({
  title: ['月度打包', 'The month’s bundle'],
  meta: [
    '报告、清单、照片校验值，每个文件都验得出改没改',
    'Reports, lists, photos by hash; a change of any file can be found out',
  ],
  none: ['还没有归档的月份', 'No month is filed yet'],
  noneWhat: ['在报告里选几份批了的，归档。', 'Choose approved reports in the list and archive them.'],
  count: [
    (filed: number) => `归档 ${filed} 份`,
    (filed: number) => (filed === 1 ? '1 report archived' : `${filed} reports archived`),
  ],
  notYet: [(count: number) => `还有 ${count} 份没归档`, (count: number) => `${count} approved and not archived yet`],
  whole: ['批了的都归档了', 'All approved ones are archived'],
  office: ['下载本月', 'Download the month'],
  technical: ['技术部门的副本', 'Copy for the technical department'],
  of: [(what: string, month: string) => `${what}，${month}`, (what: string, month: string) => `${what}, ${month}`],
  making: ['服务器正在打包', 'The server is binding it'],
  saved: ['存到本机的下载里了', 'Saved among this device’s downloads'],
  nothing: ['服务器上这个月还没有归档的，先同步。', 'The server has nothing of this month yet. Sync first.'],
  not_yours: ['这个站不归你管。', 'This station is not yours.'],
  lost: ['现在没有信号，有了再点。', 'There is no line now. Try again when there is.'],
})

export default function BundleScreen() {
  const months = useLive(filedMonths)
  if (months === undefined) return <main id="main" tabIndex={-1} aria-busy="true" />
  return (
    <>
      <Bar title={w.title()} meta={w.meta()} back="/reports" chip={<Line />} />
      <main id="main" class="office archive one" tabIndex={-1}>
        {months.length === 0 ? (
          <Empty icon="books" title={w.none()}>
            {w.noneWhat()}
          </Empty>
        ) : (
          <ul class="months">
            {months.map((one) => (
              <MonthLine key={`${one.station.id} ${one.month}`} {...one} />
            ))}
          </ul>
        )}
      </main>
    </>
  )
}

function MonthLine({ station, month, filed, notYet }: FiledMonth) {
  const [said, tell] = useState<FetchedBundle | 'making' | null>(null)
  const fetchCopy = async (copy: 'office' | 'technical') => {
    tell('making')
    tell(await saveBundle(station.id, month, copy))
  }
  return (
    <li class="sheet">
      <div class="stack">
        <div class="row between">
          <h2 class="key">{month}</h2>
          <span class="meta">{station.name}</span>
        </div>
        <p class="row">
          <span>{w.count(filed)}</span>
          {notYet > 0 ? (
            <Tagline icon="clock" kind="doubt">
              {w.notYet(notYet)}
            </Tagline>
          ) : (
            <Tagline icon="check" kind="ok">
              {w.whole()}
            </Tagline>
          )}
        </p>
        {filed > 0 && (
          <div class="act">
            <Button
              icon="download-simple"
              label={w.of(w.office(), month)}
              off={said === 'making'}
              onTap={() => void fetchCopy('office')}
            >
              {w.office()}
            </Button>
            <Button
              icon="file-arrow-down"
              label={w.of(w.technical(), month)}
              off={said === 'making'}
              onTap={() => void fetchCopy('technical')}
            >
              {w.technical()}
            </Button>
          </div>
        )}
        <p class="meta" role="status">
          {said && w[said]()}
        </p>
      </div>
    </li>
  )
}
