/** The two halves of the swap form: the part that goes on, and the old one that comes off. */
import type { ComponentChildren } from 'preact'
import { Button } from '../../parts/button'
import { Choice } from '../../parts/choice'
import { Field } from '../../parts/field'
import { Icon } from '../../parts/icon'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { NoOldPart } from '../../rules/wire'
import type { PartOnHand } from '../../store/swaps'
import { partName, unitName } from '../part_name'
import { Pieces, SerialField, Source } from './swap_fields'
import type { Typed } from './swap_typed'

const w = words({
  partNo: ['件号', 'Part no.'],
  other: ['换一个件', 'Another part'],
  short: ['账上没有。照实记，办公室补账', 'Not in your van’s books. Record it; the office will settle it.'],
  hold: ['这批件停用', 'This batch is on hold'],
  holdAdvice: ['装了也照实记。还没装的，先别装。', 'If it is fitted already, record it. If not, do not fit it.'],
  holdWhy: ['停用了为什么还是装了', 'Why it was fitted all the same'],
  giveHoldReason: ['写一句为什么还是装了', 'Say why it was fitted all the same'],
  newSerial: ['新件序列号', 'Serial of the new part'],
  oldSerial: ['旧件序列号', 'Serial of the old part'],
  noOldPart: ['没有旧件', 'No old part'],
  hasOldPart: ['有旧件', 'There is an old part'],
  noOldPartWhy: ['为什么没有旧件', 'Why there is no old part'],
  noOldPartOwn: ['旧件在哪，用自己的话', 'Where it is, in your own words'],
  giveNoOldPartReason: ['写一句旧件在哪', 'Say where the old part is'],
  retained: ['用户留下了', 'Kept by the customer'],
  consumed: ['用掉了，没有残件', 'Used up, nothing is left'],
  hazardous: ['有危险，就地处理了', 'Dangerous, disposed of on site'],
  lost: ['丢了', 'Lost'],
})

const WHY_NONE: readonly NoOldPart[] = ['retained', 'consumed', 'hazardous', 'lost']

interface HalfProps {
  typed: Typed
  put: (values: Partial<Typed>) => void
  asked: boolean
}

interface FittedProps extends HalfProps {
  chosen: PartOnHand
  /** Photos of the fitted part. */
  children: ComponentChildren
}

export function Fitted({ chosen: { part, in_van, in_store = null }, typed, put, asked, children }: FittedProps) {
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
        <>
          <Verdict kind="no" title={w.hold()}>
            {w.holdAdvice()}
          </Verdict>
          <Field
            label={w.holdWhy()}
            lines={2}
            value={typed.hold_reason}
            onInput={(hold_reason) => put({ hold_reason })}
            bad={asked && typed.hold_reason.trim() === '' ? w.giveHoldReason() : undefined}
          />
        </>
      )}
      {typed.source === 'van' && in_van < typed.quantity && (
        <p class="meta warn books" role="status">
          <Icon name="warning" size="s" />
          {w.short()}
        </p>
      )}
      <Source
        name={`source-${typed.swap_id}`}
        source={typed.source}
        in_van={in_van}
        in_store={in_store}
        onChoose={(source) => put({ source })}
      />
      <Pieces
        quantity={typed.quantity}
        unit={unitName(part, typed.quantity)}
        onChange={(quantity) => put({ quantity })}
      />
      {part.serialised && (
        <SerialField label={w.newSerial()} value={typed.new_serial} onInput={(new_serial) => put({ new_serial })} />
      )}
      {children}
    </div>
  )
}

interface RemovedProps extends HalfProps {
  name: string
  children: ComponentChildren
}

export function Removed({ typed, put, name, asked, children }: RemovedProps) {
  if (!typed.old_part) {
    return (
      <div class="fields">
        <p class="lead">{w.noOldPart()}</p>
        <Choice<NoOldPart>
          name={`none-${typed.swap_id}`}
          label={w.noOldPartWhy()}
          value={typed.no_old_part_code}
          options={WHY_NONE.map((code) => ({ value: code, label: w[code]() }))}
          onChoose={(code) => put({ no_old_part_code: code, no_old_part_reason: reworded(typed, code) })}
        />
        <Field
          label={w.noOldPartOwn()}
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
      <SerialField label={w.oldSerial()} value={typed.old_serial} onInput={(old_serial) => put({ old_serial })} />
      {children}
      <Button size="mid" onTap={() => put({ old_part: false })}>
        {w.noOldPart()}
      </Button>
    </div>
  )
}

/** The chosen reason in words, unless the person has written their own. */
function reworded({ no_old_part_code, no_old_part_reason }: Typed, code: NoOldPart): string {
  const isOwn = no_old_part_reason !== '' && no_old_part_reason !== (no_old_part_code && w[no_old_part_code]())
  return isOwn ? no_old_part_reason : w[code]()
}
