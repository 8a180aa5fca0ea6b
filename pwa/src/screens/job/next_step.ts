/** What is missing in a visit, step by step, and where to go on. */
import type { Segment } from '../../parts/mark'
import { words } from '../../parts/words'
import { unanswered } from '../../rules/checklists'
import type { JobInFull } from '../../store/jobs'
import { photosOf } from '../../store/photos'
import { answeredOf } from '../visit/findings'
import { type Around, type StepName, segmentsOf } from '../visit/progress'

export const STEPS = ['listen', 'look', 'check', 'handle'] as const

export const stepWords = words({
  listen: ['听', 'Listen'],
  look: ['看', 'Look'],
  check: ['查', 'Check'],
  handle: ['处理', 'Handle'],
  swap: ['换件', 'Swap parts'],
  sign: ['签字', 'Signature'],
})

const missing = words({
  account: ['用户说的', 'the account'],
  toldKm: ['说的里程', 'mileage told'],
  toldH: ['说的运行时间', 'running time told'],
  usage: ['怎么用的', 'how it is used'],
  beforeAfter: ['前后经过', 'before and after'],
  warranty: ['三包判断', 'warranty finding'],
  reading: ['表读数', 'meter reading'],
  meterPhoto: ['表盘照片', 'meter photo'],
  opened: ['拆过没有', 'opened before?'],
  namePlate: ['铭牌照片', 'name plate photo'],
  examined: ['看坏件', 'examining the part'],
  cause: ['原因', 'the cause'],
  faultPhoto: ['坏件照片', 'photo of the fault'],
  responsibility: ['责任', 'responsibility'],
  done: ['做了什么', 'what was done'],
  agrees: ['用户意见', 'customer agrees?'],
  useShown: ['讲使用保养', 'showing its use'],
  checklist: ['检查表', 'the checklist'],
})

/** What a customer may not know: the marks show that it is open, but nobody is sent back for it. */
const MAY_STAY_OPEN: ReadonlySet<keyof typeof missing> = new Set(['toldKm', 'toldH', 'usage', 'beforeAfter'])

/** In the order of the segments of each mark. */
const NAMES: Record<StepName, (keyof typeof missing)[]> = {
  listen: ['account', 'toldKm', 'toldH', 'usage', 'beforeAfter'],
  look: ['warranty', 'reading', 'opened', 'namePlate'],
  check: ['examined', 'cause', 'faultPhoto'],
  handle: ['responsibility', 'done', 'agrees', 'useShown'],
}

/** One step of a visit: its segments, and in words what somebody must still record. */
export interface StepState {
  name: StepName
  segments: Segment[]
  missing: string[]
}

export function stepStates(known: Pick<JobInFull, 'visit' | keyof Around>): StepState[] {
  const { visit, photos, checklists } = known
  return STEPS.map((name) => {
    const one = checklists[name]
    const names = one ? [...NAMES[name], 'checklist' as const] : NAMES[name]
    const segments = visit ? segmentsOf(name, visit, known) : names.map((): Segment => 'todo')
    return {
      name,
      segments,
      missing: [
        ...names
          .filter((key, place) => segments[place] === 'todo' && !MAY_STAY_OPEN.has(key))
          .filter((key) => key !== 'checklist' || (one && unanswered(answeredOf(one, photos)).length > 0))
          .map((key) => missing[key]()),
        ...(name === 'look' && visit && photosOf(photos, 'meter').length === 0 ? [missing.meterPhoto()] : []),
      ],
    }
  })
}

/** For each swap: the new part, the old part's tag, and its photo. */
export function swapSegments({ swaps, photos }: Pick<JobInFull, 'swaps' | 'photos'>): Segment[] {
  if (swaps.length === 0) return ['todo', 'todo', 'todo']
  return swaps.flatMap(({ old_part }): Segment[] => [
    'done',
    !old_part || old_part.tag ? 'done' : 'doubt',
    !old_part || photos.some(({ of_id }) => of_id === old_part.id) ? 'done' : 'todo',
  ])
}

export const untagged = ({ swaps }: Pick<JobInFull, 'swaps'>): number =>
  swaps.filter(({ old_part }) => old_part && !old_part.tag).length
