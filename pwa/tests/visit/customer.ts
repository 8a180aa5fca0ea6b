/** The customer's side for tests: a PIN is set, the device is handed over, somebody draws a name. */
import { fireEvent, screen } from '@testing-library/preact'
import { holderId } from '../../src/store/db'
import { setPin } from '../../src/store/pin'
import { press } from './on_site'

export const PIN = '2580'

export const NAME: [number, number][][] = [
  [
    [100, 300],
    [160, 420],
  ],
  [
    [200, 300],
    [320, 310],
    [300, 420],
  ],
  [
    [400, 350],
    [520, 340],
  ],
]

export const pad = () => screen.findByRole('img', { name: /^签字的地方/ })

/** Make these strokes with one pointer. */
export async function draw(...strokes: [x: number, y: number][][]): Promise<void> {
  for (const points of strokes) {
    const paper = await pad()
    const [first = [0, 0], ...rest] = points
    fireEvent.pointerDown(paper, { pointerId: 1, clientX: first[0], clientY: first[1] })
    for (const [clientX, clientY] of rest) fireEvent.pointerMove(paper, { pointerId: 1, clientX, clientY })
    fireEvent.pointerUp(paper, { pointerId: 1 })
  }
}

/** The technician, who has a PIN, hands the device over. */
export async function handOverToCustomer(): Promise<void> {
  await setPin(holderId(), PIN)
  await press('交给用户')
  await screen.findByRole('dialog', { name: '请过目，然后签字' })
}

export async function typePin(pin: string): Promise<void> {
  for (const digit of pin) await press(digit)
}

export const confirmButton = () => screen.findByRole('button', { name: '我确认签字' })
export const isOff = (button: HTMLElement) => button.getAttribute('aria-disabled') === 'true'
