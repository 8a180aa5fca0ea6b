/** The same facts as the plot above, as a table that can be read out, selected and copied. */
import type { ComponentChildren } from 'preact'
import { Sideways } from '../../parts/sideways'
import { words } from '../../parts/words'

const w = words({ show: ['看成表格', 'As a table'] })

interface Props {
  /** What the table is about. */
  title: string
  columns: readonly string[]
  rows: readonly (readonly ComponentChildren[])[]
}

export function AsTable({ title, columns, rows }: Props) {
  return (
    <details class="astable">
      <summary>{w.show()}</summary>
      <Sideways name={title}>
        <table>
          <caption class="visually-hidden">{title}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([head, ...cells]) => (
              <tr key={String(head)}>
                <th scope="row">{head}</th>
                {cells.map((cell, place) => (
                  <td key={columns[place + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </details>
  )
}
