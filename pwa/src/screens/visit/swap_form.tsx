/** The form of one swap: a draft on every keystroke, recorded as one fact (VIS-5, PART-4). */
import { useMemo, useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { Heading } from '../../parts/sheet'
import { SwapPair } from '../../parts/swap_pair'
import { TagSlot } from '../../parts/tag'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import { isTag, normaliseTag } from '../../rules/tags'
import { draftOf, useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { photosOf } from '../../store/photos'
import { partOnHand } from '../../store/swaps'
import { partName } from '../part_name'
import { VisitChip, VisitFrame } from './frame'
import { PartPicker } from './part_picker'
import { Photos } from './photos'
import { useSaving } from './saving'
import type { StepProps } from './step'
import './swap.css'
import { Cause } from './swap_fields'
import { Fitted, Removed } from './swap_halves'
import { SwapReasons } from './swap_reasons'
import { HungTag, TagField } from './swap_tag'
import { blank, bodyOf, swapDraft, type Typed } from './swap_typed'

const w = words({
  title: [(n: number) => `换件 ${n}`, (n: number) => `Part ${n}`],
  oldPartFollows: ['选了新件，这里就有旧件', 'Choose the new part first'],
  photo: ['拆下的件', 'Removed part'],
  photoAsk: ['拍拆下的件，两个角度', 'Photo of the removed part, from two sides'],
  newPhoto: ['装上的件', 'Fitted part'],
  newPhotoAsk: ['拍装上的件', 'Photo of the fitted part'],
  tag: ['旧件标签', 'Old-part tag'],
  reason: ['为什么换', 'Why it was replaced'],
  reasonHint: ['坏在哪，怎么坏的', 'Where and how it failed'],
  record: ['这一组换好了', 'This pair is done'],
  nothing: ['没有换件，去签字', 'Nothing swapped, go on to signing'],
  noMore: ['不再换了', 'No more parts'],
  giveReason: ['写一句为什么换', 'Say why it was replaced'],
  recorded: ['存在本机了，有信号自己发', 'Saved here. Sends itself later.'],
})

export function SwapForm({
  job,
  visit,
  technician,
  photos,
  swaps,
  presets,
  onRecorded,
}: StepProps & { onRecorded: () => void }) {
  const fresh = useMemo(() => blank(swaps.length === 0), [visit.id, swaps.length])
  const [drafted, type, drop] = useDraft<Typed>(swapDraft(visit.id), fresh)
  // A draft that an older version of the app left behind lacks what was asked since.
  const typed = { ...fresh, ...drafted }
  const [asked, setAsked] = useState(false)
  const [saving, save] = useSaving()
  const chosen = useLive(() => partOnHand(typed.part_id, visit.station_id), [typed.part_id, visit.station_id])
  // A part that is found while the person types on must not undo what was typed.
  const newest = () => (draftOf(swapDraft(visit.id)) as unknown as Typed | undefined) ?? typed
  const put = (values: Partial<Typed>) => type({ ...newest(), ...values })
  const body = bodyOf(visit.id, typed, chosen?.part.on_hold ?? false)
  const record = () => {
    setAsked(true)
    if (body === null) return
    save(async () => {
      await mutate('swap.record', body, { draft: swapDraft(visit.id) })
      say(w.recorded())
      onRecorded()
    })
  }
  const leave = () => {
    drop()
    onRecorded()
  }
  return (
    <VisitFrame
      job={job}
      title={w.title(swaps.length + 1)}
      about={chosen && partName(chosen.part)}
      chip={<VisitChip visit={visit} />}
      dock={
        typed.part_id !== null ? (
          <Button kind="main" wide off={saving} onTap={record}>
            {w.record()}
          </Button>
        ) : swaps.length > 0 ? (
          <Button kind="main" wide onTap={leave}>
            {w.noMore()}
          </Button>
        ) : (
          <Button kind="main" wide iconAfter="arrow-right" href={`/job/${job.id}/sign`}>
            {w.nothing()}
          </Button>
        )
      }
    >
      <SwapPair
        fitted={
          typed.part_id === null ? (
            <PartPicker likely={job.likely_parts} onPick={(part_id) => put({ part_id })} />
          ) : (
            chosen && (
              <Fitted chosen={chosen} typed={typed} put={put} asked={asked}>
                <Photos
                  visit={visit}
                  subject="new_part"
                  of_id={typed.swap_id}
                  photos={photosOf(photos, 'new_part', typed.swap_id)}
                  alt={w.newPhoto()}
                  ask={w.newPhotoAsk()}
                  row
                  optional
                />
              </Fitted>
            )
          )
        }
        removed={
          chosen ? (
            <Removed typed={typed} put={put} name={partName(chosen.part)} asked={asked}>
              <Photos
                visit={visit}
                subject="old_part"
                of_id={typed.old_part_id}
                photos={photosOf(photos, 'old_part', typed.old_part_id)}
                alt={w.photo()}
                ask={w.photoAsk()}
                row
              />
            </Removed>
          ) : (
            <p class="meta">{w.oldPartFollows()}</p>
          )
        }
      />
      {chosen && typed.old_part && (
        <>
          <Heading>{w.tag()}</Heading>
          {isTag(normaliseTag(typed.tag)) && (
            <HungTag tag={normaliseTag(typed.tag)} part={chosen.part} job={job} technician={technician} due_on={null} />
          )}
          <TagSlot>
            <TagField typed={typed.tag} onType={(tag) => put({ tag })} />
          </TagSlot>
        </>
      )}
      {chosen && (
        <div class="lines">
          <Heading>{w.reason()}</Heading>
          <Cause causal={typed.causal} onChoose={(causal) => put({ causal })} />
          <Field
            label={w.reasonHint()}
            lines={2}
            value={typed.reason}
            onInput={(reason) => put({ reason })}
            bad={asked && typed.reason.trim() === '' ? w.giveReason() : undefined}
          />
          <SwapReasons visit={visit} presets={presets} value={typed.reason} onSay={(reason) => put({ reason })} />
        </div>
      )}
    </VisitFrame>
  )
}
