/** Voice notes at a section: what is easier said than typed, recorded, played back, and sent as photos are (VIS-1, VIS-3). */
import { useEffect, useRef, useState } from 'preact/hooks'
import { LONGEST_MS, NoMicrophone, type Recorder, record } from '../../media/recorder'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { Heading } from '../../parts/sheet'
import { words } from '../../parts/words'
import type { SpokenSection, Visit } from '../../rules/wire'
import { useLive } from '../../store/live'
import { voiceNotesOf } from '../../store/voice_notes'
import { lengthOf, PlayedNote } from '../played_note'
import { saved } from './saving'
import './voice_notes.css'

const w = words({
  title: ['语音', 'Voice note'],
  begin: ['说一段', 'Record'],
  stop: ['说完了', 'Stop'],
  recording: [(at: string) => `在录 ${at}`, (at: string) => `Recording ${at}`],
  longest: [(at: string) => `最长 ${at}，到点自己停`, (at: string) => `At most ${at}; it stops by itself`],
  refused: ['话筒没放行', 'The microphone is not allowed'],
  refusedWhat: [
    '在浏览器设置里放行话筒。现在打字记下也一样。',
    'Allow it in the browser settings. Typing the words does as well.',
  ],
  none: ['这台设备录不了音', 'This device cannot record sound'],
  noneWhat: ['打字记下也一样。', 'Type what was said instead.'],
  nothing: ['没录到声音，再说一次', 'Nothing was heard. Say it again.'],
  unsaved: ['这一段还没存进去', 'This note is not saved yet'],
  unsavedWhat: [
    '本机满了。话还在这里，先发走几张照片再试一次。',
    'The device is full. The note is still held here: send some photos, then try again.',
  ],
  retry: ['再试一次', 'Try again'],
})

const SECOND = 1000

type Spoken = NonNullable<Awaited<Recorder['spoken']>>

export default function VoiceNotes({ visit, section }: { visit: Visit; section: SpokenSection }) {
  const notes = useLive(() => voiceNotesOf(visit.id, section), [visit.id, section]) ?? []
  const [recorder, setRecorder] = useState<Recorder | null>(null)
  const [problem, setProblem] = useState<'refused' | 'none' | 'nothing' | null>(null)
  const [unsaved, setUnsaved] = useState<Spoken | null>(null)
  useStopsWhenHidden(recorder)
  const keep = async (spoken: Spoken) => {
    setUnsaved(spoken)
    const { photo_id, sha256, type, bytes } = spoken.file
    const body = { voice_note_id: photo_id, visit_id: visit.id, section, sha256, size: bytes.byteLength, type }
    await saved(
      mutate('voice_note.attach', { ...body, duration_ms: spoken.duration_ms }, { photos: [spoken.file] }).then(() =>
        setUnsaved(null),
      ),
    )
  }
  const begin = async () => {
    setProblem(null)
    try {
      const begun = await record()
      setRecorder(begun)
      const spoken = await begun.spoken
      setRecorder(null)
      if (spoken === null) setProblem('nothing')
      else await keep(spoken)
    } catch (reason) {
      if (!(reason instanceof NoMicrophone)) throw reason
      setProblem(reason.why)
    }
  }
  return (
    <section class="voice">
      <Heading>{w.title()}</Heading>
      {notes.length > 0 && (
        <ol class="sheet flush list">
          {notes.map((note, place) => (
            <PlayedNote key={note.id} note={note} n={place + 1} />
          ))}
        </ol>
      )}
      {recorder ? <Running recorder={recorder} /> : <Begin onTap={() => void begin()} />}
      {problem && (
        <p class="meta warn" role="alert">
          <Icon name="warning" size="s" />{' '}
          {problem === 'nothing' ? w.nothing() : problem === 'refused' ? w.refused() : w.none()}
          {problem !== 'nothing' && <span> {problem === 'refused' ? w.refusedWhat() : w.noneWhat()}</span>}
        </p>
      )}
      {unsaved && (
        <div class="unsaved" role="alert">
          <p class="meta warn">
            <b>{w.unsaved()}</b> {w.unsavedWhat()}
          </p>
          <Button size="mid" icon="arrows-clockwise" onTap={() => void keep(unsaved)}>
            {w.retry()}
          </Button>
        </div>
      )}
    </section>
  )
}

function Begin({ onTap }: { onTap: () => void }) {
  return (
    <div class="row">
      <Button icon="microphone" onTap={onTap}>
        {w.begin()}
      </Button>
      <span class="meta">{w.longest(lengthOf(LONGEST_MS))}</span>
    </div>
  )
}

function Running({ recorder }: { recorder: Recorder }) {
  const [ran, setRan] = useState(0)
  useEffect(() => {
    const began = performance.now()
    const timer = setInterval(() => setRan(performance.now() - began), SECOND / 4)
    return () => clearInterval(timer)
  }, [recorder])
  return (
    <div class="row running">
      <Button kind="main" icon="stop" onTap={recorder.stop}>
        {w.stop()}
      </Button>
      <span class="key" role="timer">
        {w.recording(lengthOf(ran))}
      </span>
      <span class="level" style={{ '--at': Math.min(1, ran / LONGEST_MS) }} />
    </div>
  )
}

/** A phone that rings or is put away ends the note instead of losing it; so does leaving the page. */
function useStopsWhenHidden(recorder: Recorder | null): void {
  const running = useRef(recorder)
  running.current = recorder
  useEffect(() => {
    const stop = () => {
      if (document.visibilityState === 'hidden') running.current?.stop()
    }
    document.addEventListener('visibilitychange', stop)
    return () => {
      document.removeEventListener('visibilitychange', stop)
      running.current?.stop()
    }
  }, [])
}
