/** The tag on an old part: hung, or to be hung by typing or scanning its code (OLD-1). */
import { useId, useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { Plate } from '../../parts/sheet'
import { Tag, TagSlot } from '../../parts/tag'
import { words } from '../../parts/words'
import { isTag, normaliseTag } from '../../rules/tags'
import type { Day, Id, Job, Part, Person } from '../../rules/wire'
import { useLive } from '../../store/live'
import { tagHolder } from '../../store/swaps'
import { partName } from '../part_name'
import { ScanKey } from '../scan/scan_key'

const w = words({
  tag: ['旧件标签', 'Old-part tag'],
  code: ['标签上的七位码，打字或扫一下', 'The seven characters on the tag; type or scan'],
  hang: ['挂上', 'Hang'],
  wrong: ['末位不对，再看一眼标签', 'Last digit does not fit. Look at the tag again.'],
  taken: [
    (part: string) => `这个标签已挂在“${part}”上，再看一眼`,
    (part: string) => `This tag hangs on “${part}”. Look again.`,
  ],
  due: [(day: string) => `${day} 前交回`, (day: string) => `back by ${day}`],
})

const WHOLE = 7

interface HungTagProps {
  tag: string
  part: Part | null
  job: Job
  technician: Person | null
  due_on: Day | null
}

export function HungTag({ tag, part, job, technician, due_on }: HungTagProps) {
  const plate = job.plate ?? job.serial
  return (
    <Tag tag={tag}>
      <b>{part && partName(part)}</b> <span class="nowrap">{part?.part_no}</span>
      <br />
      {plate && <Plate>{plate}</Plate>} {technician?.name}
      {due_on && (
        <>
          <br />
          <b>{w.due(due_on.slice(5))}</b>
        </>
      )}
    </Tag>
  )
}

/** Hang a tag on an old part that was recorded without one. */
export function HangTag({ old_part_id }: { old_part_id: Id }) {
  const [typed, setTyped] = useState('')
  const hang = () => {
    if (isTag(normaliseTag(typed))) void mutate('old_part.tag', { old_part_id, tag: normaliseTag(typed) })
  }
  return (
    <TagSlot>
      <TagField typed={typed} onType={setTyped} onEnter={hang} />
      <Button off={!isTag(normaliseTag(typed))} onTap={hang}>
        {w.hang()}
      </Button>
    </TagSlot>
  )
}

interface TagFieldProps {
  typed: string
  onType: (typed: string) => void
  onEnter?: () => void
}

/** A wrong check digit is said at once; what was typed stays. */
export function TagField({ typed, onType, onEnter }: TagFieldProps) {
  const id = useId()
  const tag = normaliseTag(typed)
  const wrong = tag.length >= WHOLE && !isTag(tag)
  const holder = useLive(() => tagHolder(tag), [tag])
  const problem = wrong ? w.wrong() : holder ? w.taken(holder.part_name ?? '') : null
  return (
    <div class="withscan">
      <div class={wrong ? 'field bad' : holder ? 'field doubt' : 'field'}>
        <label for={id}>{w.code()}</label>
        <input
          id={id}
          class="mono"
          type="text"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={12}
          value={typed}
          aria-invalid={wrong}
          aria-describedby={`${id}-note`}
          onInput={(event) => onType(event.currentTarget.value.toUpperCase())}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onEnter?.()
          }}
        />
        <p id={`${id}-note`} role="status">
          {problem && <Icon name={wrong ? 'warning-circle' : 'warning'} size="s" />}
          {problem}
        </p>
      </div>
      <ScanKey what={w.tag()} onRead={(text) => onType(text.toUpperCase())} />
    </div>
  )
}
