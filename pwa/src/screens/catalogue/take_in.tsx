/** A table is taken in: first looked at line by line, then confirmed; and the books given out as a table. */
import { useState } from 'preact/hooks'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { figure } from '../../parts/figures'
import { Icon } from '../../parts/icon'
import type { ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Heading, Sheet } from '../../parts/sheet'
import { Verdict } from '../../parts/verdict'
import { language, words } from '../../parts/words'
import { type ImportedFile, isImported } from '../../rules/master_data'
import { look, type Preview, type TakenIn, tableOf, takeIn } from '../../sync/imports'
import type { Problem } from '../../sync/transport'
import { Previewed } from './previewed'
import { fileName } from './words'
import './catalogue.css'

const w = words({
  title: [(file: string) => `${file} · 表格`, (file: string) => `${file} · table`],
  in: ['导入', 'Take in'],
  inWhat: [
    '选一个 .xlsx 或 .csv，最多 10 MB、6 万行。先看一遍，你确认之前什么都不写。',
    'Choose an .xlsx or .csv of at most 10 MB and 60,000 lines. You look at it first; nothing is written until you confirm.',
  ],
  choose: ['选文件', 'Choose the file'],
  another: ['换一个文件', 'Choose another file'],
  looking: ['正在看…', 'Looking…'],
  takingIn: ['正在收…', 'Taking in…'],
  take: [(lines: string) => `收进 ${lines} 行`, (lines: string) => `Take in ${lines} lines`],
  nothing: ['没有要收的', 'Nothing to take in'],
  done: ['收好了', 'Taken in'],
  doneWhat: [
    (added: string, changed: string) => `新增 ${added} 行，改动 ${changed} 行。`,
    (added: string, changed: string) => `${added} new, ${changed} changed.`,
  ],
  out: ['导出', 'Give out'],
  outWhat: ['和导入同样的列，改完可以再收进来。', 'The same columns as taking in: change it and take it in again.'],
  columns: ['要有的列', 'Columns it needs'],
  lost: [
    '没连上服务器。有信号再试，文件还在你手里。',
    'The server was not reached. Try again with signal; nothing is lost.',
  ],
  empty: ['文件是空的，换一个。', 'This file is empty. Choose another.'],
  too_large: ['超过 10 MB，分成几个文件。', 'Larger than 10 MB. Split it.'],
  too_many_lines: ['超过 6 万行，分成几个文件。', 'More than 60,000 lines. Split it.'],
  old_workbook: ['存成不带密码的 .xlsx，或者 CSV。', 'Save it as .xlsx without a password, or as CSV.'],
  not_a_table: ['读不出表格。重新存一次 .xlsx 或 CSV。', 'No table can be read. Save it as .xlsx or CSV again.'],
  wrong_encoding: ['文字读不出。存成 CSV UTF-8 再选。', 'The letters cannot be read. Save it as CSV UTF-8.'],
  bomb: ['这个工作簿展开太大。存成 CSV 再选。', 'This workbook unpacks to too much. Save it as CSV.'],
  changed_meanwhile: ['你看的时候资料变了，再看一遍。', 'The books changed while you looked. Look again.'],
  not_permitted: ['你的岗位不能导入这个。', 'Your role may not take this in.'],
  other: [(code: string) => `服务器没收：${code}`, (code: string) => `The server did not take it: ${code}`],
})

interface Chosen {
  data: Blob
  name: string
}

export default function TakeIn({ params }: ScreenProps) {
  const file = params.file ?? ''
  if (!isImported(file)) return <Screen head={<Bar title={file} back="/catalogue" />}>{null}</Screen>
  return <OfFile file={file} />
}

function OfFile({ file }: { file: ImportedFile }) {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [seen, setSeen] = useState<Preview | null>(null)
  const [done, setDone] = useState<TakenIn | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState<'looking' | 'taking' | null>(null)
  const read = async ({ data, name }: Chosen) => {
    setChosen({ data, name })
    setDone(null)
    setSeen(null)
    setProblem(null)
    setBusy('looking')
    const answer = await look(file, data)
    setBusy(null)
    if (answer.kind === 'ok') setSeen(answer.body)
    else setProblem(answer.kind === 'lost' ? w.lost() : said(answer.problem))
  }
  const confirm = async () => {
    if (chosen === null || seen === null) return
    setBusy('taking')
    setProblem(null)
    const answer = await takeIn(file, chosen.data, seen.plan, chosen.name)
    setBusy(null)
    if (answer.kind === 'ok') {
      setSeen(null)
      return setDone(answer.body)
    }
    setProblem(answer.kind === 'lost' ? w.lost() : said(answer.problem))
    if (answer.kind === 'problem' && answer.problem.code === 'changed_meanwhile') await read(chosen)
  }
  const lines = seen === null ? 0 : seen.added + seen.changed
  return (
    <Screen
      head={<Bar title={w.title(fileName(file))} back={`/catalogue/${file}`} />}
      dock={
        seen !== null && (
          <Button kind="main" wide icon="check" off={lines === 0 || busy !== null} onTap={() => void confirm()}>
            {busy === 'taking' ? w.takingIn() : lines === 0 ? w.nothing() : w.take(figure(lines))}
          </Button>
        )
      }
    >
      {problem !== null && (
        <Verdict kind="no" title={chosen?.name ?? ''}>
          {problem}
        </Verdict>
      )}
      {done !== null && (
        <Verdict kind="flat" title={w.done()}>
          {w.doneWhat(figure(done.added), figure(done.changed))}
        </Verdict>
      )}
      <Heading>{w.in()}</Heading>
      <Sheet class="stack">
        <p>{w.inWhat()}</p>
        <FilePick busy={busy === 'looking'} again={chosen !== null} onChoose={(one) => void read(one)} />
        {chosen !== null && <p class="meta">{chosen.name}</p>}
      </Sheet>
      {seen !== null && <Previewed seen={seen} />}
      <Heading>{w.out()}</Heading>
      <Sheet class="stack">
        <p>{w.outWhat()}</p>
        <div class="act">
          <Download file={file} form="xlsx" />
          <Download file={file} form="csv" />
        </div>
      </Sheet>
    </Screen>
  )
}

interface FilePickProps {
  busy: boolean
  again: boolean
  onChoose: (chosen: Chosen) => void
}

function FilePick({ busy, again, onChoose }: FilePickProps) {
  const words = busy ? w.looking() : again ? w.another() : w.choose()
  return (
    <label class="filepick">
      <input
        type="file"
        accept=".xlsx,.csv,.txt"
        aria-label={w.choose()}
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0]
          // Chosen again after it was changed, the same file must be read again.
          if (chosen) onChoose({ data: chosen, name: chosen.name })
          event.currentTarget.value = ''
        }}
      />
      <span class={again ? 'btn mid' : 'btn main wide'} aria-hidden="true">
        <Icon name="file-text" />
        {words}
      </span>
    </label>
  )
}

function Download({ file, form }: { file: ImportedFile; form: 'csv' | 'xlsx' }) {
  return (
    <a
      class="btn mid"
      href={tableOf(file, form, language.value)}
      download={`${file}.${form}`}
      target="_blank"
      rel="noopener"
    >
      <Icon name="download-simple" />
      {form.toUpperCase()}
    </a>
  )
}

const REASONS = [
  'empty',
  'too_large',
  'too_many_lines',
  'old_workbook',
  'not_a_table',
  'wrong_encoding',
  'bomb',
  'changed_meanwhile',
  'not_permitted',
] as const

function said({ code, reason }: Problem): string {
  const known = REASONS.find((one) => one === (reason ?? code))
  return known === undefined ? w.other(code) : w[known]()
}
