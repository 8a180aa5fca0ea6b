/** One month's list of disposal as it was signed; it prints on one sheet (OLD-5). */
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { Written } from '../../parts/pad'
import type { ScreenProps } from '../../parts/route'
import { spacedTag } from '../../parts/tag'
import { localDay } from '../../parts/times'
import { words } from '../../parts/words'
import type { Id } from '../../rules/wire'
import { disposals, oldPartsNamed } from '../../store/custody'
import { useLive } from '../../store/live'
import { wayName } from './disposal_words'
import '../office/office.css'
import './disposal_print.css'
import './old_parts.css'

const w = words({
  title: [(month: string) => `${month} 处置清单`, (month: string) => `List of disposal, ${month}`],
  list: ['处置清单', 'List of disposal'],
  unknown: ['本机没有这份清单', 'This device does not know this list'],
  meta: [
    (way: string, count: number, day: string) => `${way} ${count} 件，${day}`,
    (way: string, count: number, day: string) => `${way}: ${count}, ${day}`,
  ],
  tag: ['标签', 'Tag'],
  part: ['旧件', 'Old part'],
  job: ['任务', 'Job'],
  serial: ['编号', 'Serial'],
  quantity: ['件数', 'Pieces'],
  signature: [(name: string) => `${name}的签字`, (name: string) => `Signature of ${name}`],
  print: ['打印', 'Print'],
})

export default function DisposalScreen({ params }: ScreenProps) {
  const id = params.id as Id
  const list = useLive(async () => (await disposals()).find((one) => one.id === id) ?? null, [id])
  const parts = useLive(() => oldPartsNamed(list?.old_part_ids ?? []), [list?.id])
  if (list === undefined || parts === undefined) return <main tabIndex={-1} aria-busy="true" />
  if (list === null) {
    return (
      <>
        <Bar title={w.list()} back="/old-parts/disposals" />
        <main tabIndex={-1}>
          <Empty icon="file-text" title={w.unknown()} />
        </main>
      </>
    )
  }
  return (
    <>
      <Bar
        title={w.title(list.month)}
        meta={w.meta(wayName(list.way), list.old_part_ids.length, localDay(list.disposed_at))}
        back="/old-parts/disposals"
      />
      <main class="office oldpart narrow" tabIndex={-1}>
        <section class="sheet scrolled" aria-label={w.list()}>
          <header class="onpaper">
            <b>{w.title(list.month)}</b>
            <p>{w.meta(wayName(list.way), list.old_part_ids.length, localDay(list.disposed_at))}</p>
          </header>
          <table class="listed">
            <thead>
              <tr>
                <th scope="col">{w.tag()}</th>
                <th scope="col">{w.part()}</th>
                <th scope="col">{w.job()}</th>
                <th scope="col">{w.serial()}</th>
                <th scope="col" class="number">
                  {w.quantity()}
                </th>
              </tr>
            </thead>
            <tbody>
              {parts.map((part) => (
                <tr key={part.id}>
                  <td class="mono">{part.tag && spacedTag(part.tag)}</td>
                  <td>
                    {part.part_name} <span class="mono meta">{part.part_no}</span>
                  </td>
                  <td class="mono">{part.job_number}</td>
                  <td class="mono">{part.serial}</td>
                  <td class="number">{part.quantity}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section class="sheet signedby">
          <p class="cap">{list.signer_name}</p>
          <Written drawing={list} label={w.signature(list.signer_name)} />
          {list.note && <p class="meta">{list.note}</p>}
        </section>
        <div class="act">
          <Button icon="printer" onTap={() => globalThis.print()}>
            {w.print()}
          </Button>
        </div>
      </main>
    </>
  )
}
