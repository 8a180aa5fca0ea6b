/** Swap: the parts fitted and removed in this visit, and the form for the next one (VIS-5, PART-4, OLD-1). */
import { useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { Heading } from '../../parts/sheet'
import { Serial, SwapPair } from '../../parts/swap_pair'
import { Tagline } from '../../parts/tagline'
import { clock } from '../../parts/times'
import { words } from '../../parts/words'
import type { Visit } from '../../rules/wire'
import { draftOf } from '../../store/drafts'
import { useLive } from '../../store/live'
import { photosOf } from '../../store/photos'
import { type SwapSeen, undoneSwapsOf, unusedOf } from '../../store/swaps'
import { later } from '../later'
import { partName, unitName } from '../part_name'
import { at } from './at'
import { VisitChip, VisitFrame } from './frame'
import { Photos } from './photos'
import type { StepProps } from './step'
import { causeOf, sourceOf } from './swap_fields'
import { SwapForm } from './swap_form'
import { HangTag, HungTag } from './swap_tag'
import { swapDraft } from './swap_typed'

const w = words({
  title: ['换件', 'Parts'],
  partNo: ['件号', 'Part no.'],
  pieces: [(n: number, unit: string) => `${n} ${unit}`, (n: number) => `× ${n}`],
  serial: ['序列号', 'Serial'],
  noOldPart: ['没有旧件', 'No old part'],
  tag: ['旧件标签', 'Old-part tag'],
  hung: [(at: string) => `${at} 已拆下`, (at: string) => `off at ${at}`],
  notHung: ['未挂标签', 'No tag yet'],
  tagged: ['已挂上', 'Hung'],
  reason: ['原因', 'Reason'],
  photo: ['拆下的件', 'Removed part'],
  photoAsk: ['拍拆下的件，两个角度', 'Photo of the removed part, from two sides'],
  from: [(source: string) => `来自${source}`, (source: string) => `From: ${source}`],
  onHold: [(why: string) => `停用件照装：${why}`, (why: string) => `On hold, fitted because: ${why}`],
  newPhoto: ['装上的件', 'Fitted part'],
  newPhotoAsk: ['拍装上的件', 'Photo of the fitted part'],
  correct: ['记错了，更正', 'Correct it'],
  undo: ['没装上', 'Not fitted'],
  unused: ['带了没用上', 'Taken along, not used'],
  unusedWhat: [
    '还在你车上的账上。不留着用，就交回库房销账。',
    'Still on your van’s books. What you do not keep goes back to the store.',
  ],
  undone: ['划掉的', 'Struck out'],
  another: ['再换一件', 'Swap another part'],
  next: ['去签字', 'Go on to signing'],
})

const SwapCorrect = later(() => import('./swap_correct'))
const SwapUndo = later(() => import('./swap_undo'))

export function SwapStep(props: StepProps) {
  const { job, visit, swaps } = props
  const [adding, setAdding] = useState(draftOf(swapDraft(visit.id)) !== undefined)
  if (adding || swaps.length === 0) return <SwapForm {...props} onRecorded={() => setAdding(false)} />
  return (
    <VisitFrame
      job={job}
      title={`${w.title()} ${swaps.length}`}
      chip={<VisitChip visit={visit} />}
      dock={
        <div class="act">
          <Button kind="main" iconAfter="arrow-right" href={`/job/${job.id}/sign`}>
            {w.next()}
          </Button>
          <Button size="sq" icon="plus" label={w.another()} onTap={() => setAdding(true)} />
        </div>
      }
    >
      {swaps.map((seen) => (
        <RecordedSwap key={seen.swap.id} seen={seen} {...props} />
      ))}
      <Undone visit={visit} />
      <Unused job={job} swaps={swaps} />
    </VisitFrame>
  )
}

function RecordedSwap({ seen, visit, job, technician, photos, presets }: { seen: SwapSeen } & StepProps) {
  const { swap, part, old_part } = seen
  const name = part ? partName(part) : ''
  const cause = causeOf(swap.causal)
  const [putting, setPutting] = useState<'right' | 'back' | null>(() =>
    draftOf(`swap:${swap.id}:correct`) === undefined ? null : 'right',
  )
  return (
    <article class="recorded">
      <SwapPair
        fitted={
          <>
            <p class="lead">{name}</p>
            <p class="meta">
              {w.partNo()} <b class="mono">{part?.part_no}</b> ·{' '}
              {w.pieces(swap.quantity, part ? unitName(part, swap.quantity) : '')}
            </p>
            {swap.new_serial && <Serial label={w.serial()}>{swap.new_serial}</Serial>}
            {swap.source !== 'van' && <p class="meta">{w.from(sourceOf(swap.source))}</p>}
            {swap.hold_reason && (
              <p class="meta warn books">
                <Icon name="hand-palm" size="s" />
                {w.onHold(swap.hold_reason)}
              </p>
            )}
            <Photos
              visit={visit}
              subject="new_part"
              of_id={swap.id}
              photos={photosOf(photos, 'new_part', swap.id)}
              alt={w.newPhoto()}
              ask={w.newPhotoAsk()}
              row
              optional
            />
          </>
        }
        removed={
          old_part ? (
            <>
              <p class="lead">{name}</p>
              {old_part.serial && <Serial label={w.serial()}>{old_part.serial}</Serial>}
              <Photos
                visit={visit}
                subject="old_part"
                of_id={old_part.id}
                photos={photosOf(photos, 'old_part', old_part.id)}
                alt={w.photo()}
                ask={w.photoAsk()}
                row
              />
            </>
          ) : (
            <>
              <p class="lead">{w.noOldPart()}</p>
              <p class="meta">{swap.no_old_part_reason}</p>
            </>
          )
        }
      />
      {old_part && (
        <>
          <Heading
            aside={
              old_part.tag ? (
                <Tagline icon="check" kind="ok">
                  {w.tagged()}
                </Tagline>
              ) : (
                <Tagline icon="tag" kind="doubt">
                  {w.notHung()}
                </Tagline>
              )
            }
          >
            {w.tag()}
          </Heading>
          {old_part.tag ? (
            <HungTag tag={old_part.tag} part={part} job={job} technician={technician} due_on={old_part.due_on} />
          ) : (
            <HangTag old_part_id={old_part.id} />
          )}
        </>
      )}
      <Heading aside={cause ? <span class="tagline">{cause}</span> : w.hung(clock(swap.recorded_at))}>
        {w.reason()}
      </Heading>
      <p class="sheet">{swap.reason}</p>
      {putting === 'right' ? (
        <SwapCorrect visit={visit} seen={seen} presets={presets} onDone={() => setPutting(null)} />
      ) : (
        <div class="act mend">
          <Button size="mid" icon="pencil-simple" onTap={() => setPutting('right')}>
            {w.correct()}
          </Button>
          <Button size="mid" icon="arrow-bend-up-left" onTap={() => setPutting('back')}>
            {w.undo()}
          </Button>
        </div>
      )}
      {putting === 'back' && <SwapUndo visit={visit} seen={seen} onClose={() => setPutting(null)} />}
    </article>
  )
}

/** What was taken back stays to be seen, struck out, with its reason. */
function Undone({ visit }: { visit: Visit }) {
  const undone = useLive(() => undoneSwapsOf(visit.id), [visit.id]) ?? []
  if (undone.length === 0) return null
  return (
    <>
      <Heading>{w.undone()}</Heading>
      <ul class="sheet flush list">
        {undone.map(({ swap, part }) => (
          <li key={swap.id}>
            <div class="grow">
              <s>{part && partName(part)}</s>
              <p class="meta">{swap.undone_reason}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

/** It is still on the van's books; the store books it back when it is handed in (PART-6). */
function Unused({ job, swaps }: Pick<StepProps, 'job' | 'swaps'>) {
  const used = swaps.map(({ swap }) => swap.part_id).join()
  const unused = useLive(() => unusedOf(job.likely_parts, swaps), [job.likely_parts.join(), used]) ?? []
  if (unused.length === 0) return null
  return (
    <>
      <Heading>{w.unused()}</Heading>
      <ul class="sheet flush list">
        {unused.map(({ part, in_van }) => (
          <li key={part.id}>
            <div class="grow">
              <b>{partName(part)}</b>
              <p class="meta">
                <span class="mono">{part.part_no}</span> · {w.pieces(in_van, unitName(part, in_van))}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <p class="meta">{w.unusedWhat()}</p>
    </>
  )
}

export default at(SwapStep)
