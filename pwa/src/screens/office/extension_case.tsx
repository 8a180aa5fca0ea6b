/** More time for an old part 回运延期: asked by who has it in hand, granted or refused with a reason (OLD-4). */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Plate } from '../../parts/sheet'
import { TagStrip } from '../../parts/tag_strip'
import { calendarDay, dayAndClock } from '../../parts/times'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { Id } from '../../rules/wire'
import { extensionInFull } from '../../store/deciding'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { CaseFrame, YesOrNo } from './case_frame'
import { useDeciding } from './deciding'
import { Reason } from './reason'
import { Refused } from './refused'

const w = words({
  extension: ['旧件延期', 'More time for an old part'],
  asked: [(at: string) => `${at} 提的`, (at: string) => `Asked ${at}`],
  title: [(who: string) => `${who}要晚些交旧件`, (who: string) => `${who} needs more time for an old part`],
  lede: [
    '同意了，新的日子马上算数，不再催。',
    'Once granted, the new day counts at once and nobody is reminded before it.',
  ],
  now: ['现在该回的日子', 'Due now'],
  wants: ['要延到', 'Asked for'],
  none: ['没有定日子', 'No day set'],
  yes: ['同意', 'Grant'],
  no: ['不同意', 'Refuse'],
  reasonFirst: ['不同意要写理由，他看得到。', 'Write why; they will read it.'],
  granted: ['同意延期了', 'More time granted'],
  refused: ['没同意延期', 'More time refused'],
  by: [(who: string, at: string) => `${who}，${at}`, (who: string, at: string) => `${who}, ${at}`],
  somebody: ['有人', 'Somebody'],
})

export function ExtensionCase({ id, onBack }: { id: Id; onBack: () => void }) {
  const full = useLive(() => extensionInFull(id), [id])
  const key = `extension:${id}`
  const [note, type, drop] = useDraft<{ text: string }>(key, { text: '' })
  const [lacking, lack] = useState(false)
  const [busy, decide] = useDeciding(drop)
  if (!full) return <section class="sheet case" aria-busy="true" />
  const { extension, oldPart, by, answeredBy } = full
  const named = { extension_id: id, old_part_id: extension.old_part_id }
  const waits = extension.state === 'asked'
  const grant = () => decide(() => mutate('extension.grant', named, { draft: key }), w.granted())
  const refuse = () => {
    const reason = note.text.trim()
    lack(reason === '')
    if (reason !== '') decide(() => mutate('extension.refuse', { ...named, reason }, { draft: key }), w.refused())
  }
  return (
    <CaseFrame
      id={id}
      kind={w.extension()}
      icon="tag"
      aside={<span class="meta">{w.asked(dayAndClock(extension.asked_at))}</span>}
      title={w.title(by?.name ?? w.somebody())}
      lede={w.lede()}
      onBack={onBack}
      dock={waits && <YesOrNo busy={busy} yes={w.yes()} no={w.no()} onYes={grant} onNo={refuse} />}
    >
      <p class="unitline">
        {oldPart?.tag && <TagStrip tag={oldPart.tag} />} {oldPart?.plate && <Plate>{oldPart.plate}</Plate>}{' '}
        {oldPart?.part_name}
      </p>
      <div class="versus">
        <div>
          <p class="cap">{w.now()}</p>
          <p class="said">{oldPart?.due_on ? calendarDay(oldPart.due_on) : w.none()}</p>
        </div>
        <div class="site">
          <p class="cap">{w.wants()}</p>
          <p class="said">{calendarDay(extension.due_on)}</p>
          <p>{extension.reason}</p>
        </div>
      </div>
      {waits ? (
        <>
          <Refused about={[id]} name="extension.grant" onTakeBack={() => undefined} />
          <Refused about={[id]} name="extension.refuse" onTakeBack={({ reason }) => type({ text: reason })} />
          <Reason
            value={note.text}
            onInput={(text) => type({ text })}
            lacking={lacking && note.text.trim() === '' ? w.reasonFirst() : undefined}
          />
        </>
      ) : (
        <Verdict
          kind={extension.state === 'granted' ? 'ok' : 'flat'}
          icon="check-circle"
          title={extension.state === 'granted' ? w.granted() : w.refused()}
        >
          {extension.answer}{' '}
          {extension.answered_at && w.by(answeredBy?.name ?? w.somebody(), dayAndClock(extension.answered_at))}
        </Verdict>
      )}
    </CaseFrame>
  )
}
