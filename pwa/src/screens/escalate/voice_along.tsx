/** What was said into the microphone and came along with a major problem, and how much is still coming (VIS-9). */
import { words } from '../../parts/words'
import type { Id, VoiceNote } from '../../rules/wire'
import { PlayedNote } from '../played_note'

const w = words({
  spoken: ['语音', 'Voice notes'],
  coming: [
    (n: number) => `语音 ${n} 段还在路上`,
    (n: number) => (n === 1 ? '1 voice note is still coming' : `${n} voice notes are still coming`),
  ],
})

export function VoiceAlong({ named, notes }: { named: readonly Id[]; notes: readonly VoiceNote[] }) {
  const missing = named.length - notes.length
  return (
    <>
      {notes.length > 0 && (
        <ol class="sheet flush list spoken" aria-label={w.spoken()}>
          {notes.map((note, place) => (
            <PlayedNote key={note.id} note={note} n={place + 1} />
          ))}
        </ol>
      )}
      {missing > 0 && <p class="meta">{w.coming(missing)}</p>}
    </>
  )
}
