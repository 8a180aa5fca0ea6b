/** What a table would do to the books: how many lines of which sort, and the lines themselves. */
import type { ComponentChildren } from 'preact'
import { figure } from '../../parts/figures'
import { minorShown } from '../../parts/money'
import { Heading, Sheet } from '../../parts/sheet'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { Preview } from '../../sync/imports'
import { faultSaid } from './reasons'
import { codeName, fieldName, yesNo } from './words'

const w = words({
  seen: ['看到的', 'What was seen'],
  new: ['新增', 'New'],
  changed: ['有改动', 'Changed'],
  same: ['一样', 'The same'],
  wrong: ['不收', 'Stay out'],
  wrongLines: ['这些行不收，改好再导', 'These lines stay out: change them and take the file in again'],
  others: ['别的行照收。', 'The other lines are taken in.'],
  changedLines: ['改动', 'What changes'],
  newLines: ['新增的行', 'New lines'],
  line: [(line: number) => `第 ${line} 行`, (line: number) => `Line ${line}`],
  ignored: [
    (names: string) => `不认识的列，没读：${names}`,
    (names: string) => `Columns nobody knows, not read: ${names}`,
  ],
  more: [(count: string) => `还有 ${count} 行`, (count: string) => `and ${count} more`],
  nothing: ['空', 'nothing'],
})

export function Previewed({ seen }: { seen: Preview }) {
  const names = seen.ignored.join(' · ')
  return (
    <div class="stack">
      <Heading>{w.seen()}</Heading>
      <Sheet>
        <div class="previewcounts" role="status">
          <Count name={w.new()} count={seen.added} />
          <Count name={w.changed()} count={seen.changed} />
          <Count name={w.same()} count={seen.same} />
          <Count name={w.wrong()} count={seen.wrong} />
        </div>
        {names !== '' && <p class="meta">{w.ignored(names)}</p>}
      </Sheet>
      {seen.faults.length > 0 && (
        <>
          <Heading>{w.wrong()}</Heading>
          <Verdict kind="doubt" title={w.wrongLines()}>
            {w.others()}
          </Verdict>
          <Lines name={w.wrongLines()} all={seen.wrong} shown={seen.faults.length}>
            {seen.faults.map((fault) => (
              <li key={`${fault.line}:${fault.column}`}>
                <span class="lineno">{w.line(fault.line)}</span>
                {fault.column !== null && <b>{fieldName(fault.column)}</b>}
                <span class="grow">{faultSaid(fault)}</span>
              </li>
            ))}
          </Lines>
        </>
      )}
      {seen.changes.length > 0 && (
        <>
          <Heading>{w.changedLines()}</Heading>
          <Lines name={w.changedLines()} all={seen.changed} shown={seen.changes.length}>
            {seen.changes.map((line) => (
              <li key={line.line}>
                <span class="lineno">{w.line(line.line)}</span>
                <b class="mono">{line.key}</b>
                {line.cells.map((cell) => (
                  <span key={cell.column} class="cellchange">
                    {fieldName(cell.column)} <del>{valueSaid(cell.column, cell.before)}</del>
                    {' → '}
                    <ins>{valueSaid(cell.column, cell.after)}</ins>
                  </span>
                ))}
              </li>
            ))}
          </Lines>
        </>
      )}
      {seen.additions.length > 0 && (
        <>
          <Heading>{w.newLines()}</Heading>
          <Lines name={w.newLines()} all={seen.added} shown={seen.additions.length}>
            {seen.additions.map((line) => (
              <li key={line.line}>
                <span class="lineno">{w.line(line.line)}</span>
                <b class="mono">{line.key}</b>
                <span class="meta grow">{newSaid(line)}</span>
              </li>
            ))}
          </Lines>
        </>
      )}
    </div>
  )
}

function Count({ name, count }: { name: string; count: number }) {
  return (
    <p>
      <span class="meta">{name}</span>
      <b>{figure(count)}</b>
    </p>
  )
}

interface LinesProps {
  name: string
  all: number
  shown: number
  children: ComponentChildren
}

function Lines({ name, all, shown, children }: LinesProps) {
  return (
    <Sheet>
      <ul class="previewlist" aria-label={name}>
        {children}
      </ul>
      {all > shown && <p class="meta">{w.more(figure(all - shown))}</p>}
    </Sheet>
  )
}

function valueSaid(column: string, value: unknown): string {
  if (value === null || value === '') return w.nothing()
  if (typeof value === 'boolean') return yesNo(value)
  if (column === 'list_price_minor') return minorShown(value as number)
  return codeName(column, String(value))
}

const newSaid = (line: Preview['additions'][number]): string =>
  line.cells
    .filter(
      ({ column, value }) => !column.endsWith('_id') && value !== null && value !== '' && String(value) !== line.key,
    )
    .map(({ column, value }) => valueSaid(column, value))
    .join(' · ')
