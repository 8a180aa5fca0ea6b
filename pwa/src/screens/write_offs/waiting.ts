/** What a write-off waits for, in words (PART-5). */
import { words } from '../../parts/words'
import type { Waiver } from '../../rules/wire'
import type { Lacking } from '../../rules/write_offs'
import type { WriteOffLine } from '../../store/write_offs'

const w = words({
  signature: ['用户签字', 'signature'],
  approval: ['主管审批', 'approval'],
  old_part: ['旧件或免交', 'old part or waiver'],
  ready: ['什么都不等，可以销', 'Nothing: can be written off'],
  readyBriefly: ['可以销', 'Ready'],
  closed: ['已销账', 'Written off'],
  consumed: ['用掉了', 'Used up'],
  retained: ['用户留下了', 'Kept by the customer'],
  hazardous: ['危险品，不能带', 'Hazardous, cannot travel'],
  lost: ['丢了', 'Lost'],
})

export const WAIVER_REASONS: readonly Waiver['reason'][] = ['consumed', 'retained', 'hazardous', 'lost']

export const lackingName = (lacking: Lacking): string => w[lacking]()
export const waiverName = (reason: Waiver['reason']): string => w[reason]()
export const isReady = ({ writeOff, waitsFor }: WriteOffLine): boolean => writeOff === null && waitsFor.length === 0

/** The same where there is little room: the first thing that it waits for, and how many more. */
export function standingBriefly(line: WriteOffLine): string {
  const [first, ...more] = line.waitsFor
  if (line.writeOff !== null) return w.closed()
  if (first === undefined) return w.readyBriefly()
  return more.length === 0 ? lackingName(first) : `${lackingName(first)} +${more.length}`
}

export function standing(line: WriteOffLine): string {
  if (line.writeOff !== null) return w.closed()
  return line.waitsFor.length === 0 ? w.ready() : line.waitsFor.map(lackingName).join(' · ')
}
