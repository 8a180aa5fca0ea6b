/** One roll of tags and its file, once the server has given it codes (OLD-1). */
import { useState } from 'preact/hooks'
import { type Fetched, saveTags, type TagForm } from '../../media/report_file'
import { Button } from '../../parts/button'
import { spacedTag } from '../../parts/tag'
import { dayAndClock } from '../../parts/times'
import { words } from '../../parts/words'
import type { Rows } from '../../rules/wire'
import { CardChip } from '../card_chip'

const w = words({
  count: [(n: number) => `${n} 个`, (n: number) => (n === 1 ? '1 tag' : `${n} tags`)],
  fromTo: [
    (first: string, last: string) => `${first} 到 ${last}`,
    (first: string, last: string) => `${first} to ${last}`,
  ],
  byAt: [(name: string, at: string) => `${name} · ${at}`, (name: string, at: string) => `${name} · ${at}`],
  somebody: ['别人', 'Somebody'],
  unnumbered: ['新的一卷', 'New roll'],
  waiting: ['等服务器发号，连上网就好', 'The server gives the codes once you are online'],
  sheet: [(number: string) => `下载 PDF ${number}，A4 纸`, (number: string) => `PDF of ${number} as A4 sheets`],
  label: [(number: string) => `下载 PDF ${number}，标签纸`, (number: string) => `PDF of ${number} as labels`],
  save: ['下载 PDF', 'PDF'],
  saved: ['已下载，可以打印了', 'Saved. Ready to print.'],
  printing: ['服务器还在做，过一会再按', 'The server is still making it. Tap again in a minute.'],
  not_yours: ['这卷不是你们站的', 'This roll belongs to another station'],
  lost: ['现在没有信号，连上再按', 'No connection now. Tap again when there is one.'],
})

interface Props {
  roll: Rows['tag_roll']
  by: Rows['person'] | undefined
  form: TagForm
}

export function TagRollRow({ roll, by, form }: Props) {
  const [fetched, setFetched] = useState<Fetched | null>(null)
  const { number, first_tag, last_tag } = roll
  return (
    <li class="tagroll">
      <div class="grow">
        <b>{number ?? w.unnumbered()}</b> <span>{w.count(roll.count)}</span>
        <p class="meta mono">
          {first_tag && last_tag ? w.fromTo(spacedTag(first_tag), spacedTag(last_tag)) : w.waiting()}
        </p>
        <p class="meta">{w.byAt(by?.name ?? w.somebody(), dayAndClock(roll.printed_at))}</p>
        <p class="meta" role="status">
          {fetched && w[fetched]()}
        </p>
      </div>
      {number === null ? (
        <CardChip ids={[roll.id]} />
      ) : (
        <Button
          size="mid"
          icon="download-simple"
          label={w[form](number)}
          onTap={() => void saveTags(roll.id, form).then(setFetched)}
        >
          {w.save()}
        </Button>
      )}
    </li>
  )
}
