/** The two halves of the swap form: the part that goes on, and the old one that comes off. */
import type { ComponentChildren } from 'preact'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { Icon } from '../../parts/icon'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { Id } from '../../rules/wire'
import type { PartOnHand } from '../../store/swaps'
import { partName } from './part_picker'

const w = words({
  partNo: ['件号', 'Part no.'],
  other: ['换一个件', 'Another part'],
  short: ['账上没有。照实记，办公室补账', 'Not in your van’s books. Record it; the office will settle it.'],
  hold: ['这批件停用', 'This batch is on hold'],
  holdAdvice: ['装了也照实记。还没装的，先别装。', 'If it is fitted already, record it. If not, do not fit it.'],
  quantity: ['数量', 'Quantity'],
  fewer: ['少一件', 'One fewer'],
  more: ['多一件', 'One more'],
  newSerial: ['新件序列号', 'Serial of the new part'],
  oldSerial: ['旧件序列号', 'Serial of the old part'],
  noOldPart: ['没有旧件', 'No old part'],
  hasOldPart: ['有旧件', 'There is an old part'],
  noOldPartWhy: ['为什么没有旧件', 'Why there is no old part'],
  noOldPartHint: ['用掉了、丢在路上、用户留下、有危险', 'Used up, lost on the road, kept by the customer, dangerous'],
  giveNoOldPartReason: ['写一句旧件在哪', 'Say where the old part is'],
})

/** What is typed of a swap; the ids are made first, so that photos can name the old part before it is recorded. */
export interface Typed {
  swap_id: Id
  old_part_id: Id
  part_id: Id | null
  quantity: number
  new_serial: string
  old_serial: string
  tag: string
  old_part: boolean
  no_old_part_reason: string
  reason: string
}

interface HalfProps {
  typed: Typed
  put: (values: Partial<Typed>) => void
}

export function Fitted({ chosen: { part, in_van }, typed, put }: { chosen: PartOnHand } & HalfProps) {
  return (
    <div class="fields">
      <div class="row between">
        <div>
          <p class="lead">{partName(part)}</p>
          <p class="meta">
            {w.partNo()} <b class="mono">{part.part_no}</b>
          </p>
        </div>
        <Button size="mid" onTap={() => put({ part_id: null })}>
          {w.other()}
        </Button>
      </div>
      {part.on_hold && (
        <Verdict kind="no" title={w.hold()}>
          {w.holdAdvice()}
        </Verdict>
      )}
      {in_van < typed.quantity && (
        <p class="meta warn books" role="status">
          <Icon name="warning" size="s" />
          {w.short()}
        </p>
      )}
      <fieldset class="stepper" aria-label={w.quantity()}>
        <span class="meta">{w.quantity()}</span>
        <button
          type="button"
          aria-label={w.fewer()}
          aria-disabled={typed.quantity <= 1}
          onClick={() => put({ quantity: Math.max(1, typed.quantity - 1) })}
        >
          −
        </button>
        <output class="key">
          {typed.quantity} <small>{part.unit}</small>
        </output>
        <button type="button" aria-label={w.more()} onClick={() => put({ quantity: typed.quantity + 1 })}>
          <Icon name="plus" />
        </button>
      </fieldset>
      {part.serialised && (
        <Field
          label={w.newSerial()}
          value={typed.new_serial}
          autocomplete="off"
          onInput={(new_serial) => put({ new_serial })}
        />
      )}
    </div>
  )
}

interface RemovedProps extends HalfProps {
  name: string
  asked: boolean
  children: ComponentChildren
}

export function Removed({ typed, put, name, asked, children }: RemovedProps) {
  if (!typed.old_part) {
    return (
      <div class="fields">
        <p class="lead">{w.noOldPart()}</p>
        <Field
          label={w.noOldPartWhy()}
          hint={w.noOldPartHint()}
          lines={2}
          value={typed.no_old_part_reason}
          onInput={(no_old_part_reason) => put({ no_old_part_reason })}
          bad={asked && typed.no_old_part_reason.trim() === '' ? w.giveNoOldPartReason() : undefined}
        />
        <Button size="mid" onTap={() => put({ old_part: true })}>
          {w.hasOldPart()}
        </Button>
      </div>
    )
  }
  return (
    <div class="fields">
      <p class="lead">{name}</p>
      <Field
        label={w.oldSerial()}
        value={typed.old_serial}
        autocomplete="off"
        onInput={(old_serial) => put({ old_serial })}
      />
      {children}
      <Button size="mid" onTap={() => put({ old_part: false })}>
        {w.noOldPart()}
      </Button>
    </div>
  )
}
