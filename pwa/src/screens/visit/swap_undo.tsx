/** The part was not fitted after all: taken back with a reason, and nothing erased (PART-4). */
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Dialog } from '../../parts/dialog'
import { Field } from '../../parts/field'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import type { Visit } from '../../rules/wire'
import { useDraft } from '../../store/drafts'
import type { SwapSeen } from '../../store/swaps'
import { partName } from '../part_name'
import { useSaving } from './saving'

const w = words({
  title: [(part: string) => `“${part}”没装上？`, (part: string) => `“${part}” was not fitted?`],
  what: [
    '这一组划掉，件回到原来的账上；旧件标签空出来。记录留着。',
    'This pair is struck out, the part goes back to where it came from and the tag is free. The record stays.',
  ],
  why: ['为什么没装上', 'Why it was not fitted'],
  leave: ['留着这一组', 'Keep this pair'],
  undo: ['没装上，划掉', 'Not fitted: strike it out'],
  done: ['划掉了', 'Struck out'],
})

export default function SwapUndo({ visit, seen, onClose }: { visit: Visit; seen: SwapSeen; onClose: () => void }) {
  const key = `swap:${seen.swap.id}:undo`
  const [typed, type] = useDraft(key, { reason: '' })
  const [saving, save] = useSaving()
  const reason = typed.reason.trim()
  const undo = () => {
    if (reason === '') return
    save(async () => {
      await mutate('swap.undo', { swap_id: seen.swap.id, visit_id: visit.id, reason }, { draft: key })
      say(w.done())
      onClose()
    })
  }
  return (
    <Dialog title={w.title(seen.part ? partName(seen.part) : '')} onClose={onClose}>
      <p class="meta">{w.what()}</p>
      <Field label={w.why()} lines={2} value={typed.reason} onInput={(text) => type({ reason: text })} />
      <div class="act">
        <Button kind="main" onTap={onClose}>
          {w.leave()}
        </Button>
        <Button off={reason === '' || saving} onTap={undo}>
          {w.undo()}
        </Button>
      </div>
    </Dialog>
  )
}
