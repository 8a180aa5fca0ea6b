/** What the job still lacks, before anybody drives off (JOB-2). */
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import { fieldName } from '../office/words'

const w = words({
  title: ['出发前还缺', 'Missing before departure'],
  ask: [
    (what: string) => `${what}。打电话问办公室或用户。`,
    (what: string) => `${what}. Ask the office or the customer by phone.`,
  ],
  and: ['、', ', '],
})

export function Lacks({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <Verdict kind="doubt" title={w.title()}>
      {w.ask(names.map(fieldName).join(w.and()))}
    </Verdict>
  )
}
