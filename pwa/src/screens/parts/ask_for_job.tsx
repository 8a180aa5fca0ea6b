/** From a job to its requisition: what is likely to be needed and is not in the van, in one tap (PART-2, JOB-6). */
import { Button } from '../../parts/button'
import { go } from '../../parts/route'
import { words } from '../../parts/words'
import type { Id, Json } from '../../rules/wire'
import { draftOf, keepDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { suggestedParts } from '../../store/van'
import { useSaving } from '../visit/saving'
import { EMPTY_ASK, type TypedAsk, withLine } from './typed_ask'

const w = words({
  ask: [(n: number) => `领料：${n} 种车上没有`, (n: number) => `Ask for parts: ${n} not in your van`],
})

export function AskForJob({ job_id }: { job_id: Id }) {
  const suggested = useLive(suggestedParts)
  const [busy, save] = useSaving()
  const lacking = suggested?.likely.filter(({ job }) => job.id === job_id) ?? []
  if (lacking.length === 0) return null
  const ask = () =>
    save(async () => {
      const typed = (draftOf('requisition') as TypedAsk | undefined) ?? EMPTY_ASK
      const named = new Set(typed.lines.map(({ part_id }) => part_id))
      const lines = lacking
        .filter(({ part_id }) => !named.has(part_id))
        .reduce((all, { part_id }) => withLine(all, part_id), typed.lines)
      await keepDraft('requisition', { ...typed, job_id, lines } as unknown as Json)
      go('/parts/ask')
    })
  return (
    <Button size="mid" icon="clipboard-text" off={busy} onTap={ask}>
      {w.ask(lacking.length)}
    </Button>
  )
}
