/** A box is counted blind: its slip shows when the clerk closes it. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import type { Rows, Table } from '../../src/rules/wire'
import { BoxInHand, boxHolding, type Counting, NO_BOX } from '../../src/screens/office/box'
import type { Box } from '../../src/store/custody'
import { golden } from '../golden'

const row = <T extends Table>(table: T) => golden<{ row: Rows[T] }>(`rows/${table}.json`).row
const part: Rows['old_part'] = { ...row('old_part'), received_at: null, tag: '7K4M92G' }
const box: Box = {
  ...{ manifest: row('return_manifest'), no: 1, oldPartIds: [part.id, 'another'], packedBy: undefined },
  closing: undefined,
}

function count(changed: Partial<Counting>) {
  const counted: Counting[] = []
  const closed: true[] = []
  render(
    <BoxInHand
      box={box}
      counting={{ ...NO_BOX, manifestId: box.manifest.id, no: 1, ...changed }}
      onSlip={[part]}
      onCount={(next) => counted.push(next)}
      onClose={() => closed.push(true)}
      onLeave={() => undefined}
    />,
  )
  return { counted, closed }
}

afterEach(cleanup)

describe('a box in hand', () => {
  it('is counted before anybody says how many its slip names (OLD-3)', () => {
    const { counted, closed } = count({ tookIn: [part.id] })
    expect(screen.queryByText(/单上 \d|也是|The slip says/)).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: /关箱|Close the box/ }))
    expect(counted).toMatchObject([{ shown: true }])
    expect(closed).toEqual([])
  })

  it('names what its slip has and the clerk did not find, and closes as counted (OLD-3)', () => {
    const { closed } = count({ tookIn: ['another'], shown: true })
    expect(screen.getByText(/7K4/)).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: /照点到的关箱|Close as counted/ }))
    expect(closed).toEqual([true])
  })

  it('is found by a part that its slip names, until it is closed (OLD-3)', () => {
    expect(boxHolding([box], part.id)).toBe(box)
    expect(boxHolding([{ ...box, closing: row('box_closing') }], part.id)).toBeUndefined()
  })
})
