/** A rescue file is brought in: what a dying phone exported goes to the server, which keeps it apart until it is applied. */
import { useState } from 'preact/hooks'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { Icon } from '../../parts/icon'
import type { ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Sheet } from '../../parts/sheet'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import { type BroughtIn, bringIn, NotBroughtIn } from '../../sync/rescue'
import './sync.css'

const w = words({
  title: ['收救援文件', 'Rescue file'],
  what: [
    '手机快坏了、连不上时导出的那个文件。口令由导出的人告诉你。',
    'The file from a phone that was dying or could not connect. Its owner tells you the passphrase.',
  ],
  choose: ['选文件', 'Choose the file'],
  chosen: [(name: string) => `选了 ${name}`, (name: string) => `Chosen: ${name}`],
  passphrase: ['口令', 'Passphrase'],
  bring: ['收进来', 'Bring it in'],
  bringing: ['正在打开…', 'Opening…'],
  needsFile: ['先选文件', 'Choose the file first'],
  no_rescue_file: ['这不是救援文件，换一个。', 'This is no rescue file. Choose another.'],
  wrong_passphrase: [
    '口令不对，或者文件改过。再问一次。',
    'The passphrase is another, or the file was altered. Ask again.',
  ],
  too_large: ['文件太大，交给管理服务器的人。', 'The file is too large. Give it to whoever runs the server.'],
  offline: [
    '没连上服务器。有信号再试，文件还在。',
    'The server was not reached. Try with signal; the file is still there.',
  ],
  done: ['服务器收下了，还没入账', 'The server keeps it; it is not applied yet'],
  held: [
    (items: number, files: number) => `记录 ${items} 项，照片和语音 ${files} 个`,
    (items: number, files: number) => `${items} items, ${files} photos and voice notes`,
  ],
  next: [
    '在服务器上执行这一行，就入账。做两次也只算一次。',
    'Run this line on the server to apply it. Twice changes nothing.',
  ],
})

export default function BringInScreen(_: ScreenProps) {
  const [file, setFile] = useState<File | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<BroughtIn | null>(null)
  const bring = async () => {
    if (file === null) return setProblem(w.needsFile())
    setBusy(true)
    setProblem(undefined)
    try {
      setDone(await bringIn(await file.text(), passphrase))
    } catch (reason) {
      if (!(reason instanceof NotBroughtIn)) throw reason
      setProblem(w[reason.code]())
    } finally {
      setBusy(false)
    }
  }
  return (
    <Screen
      head={<Bar title={w.title()} back="/me" />}
      dock={
        done === null && (
          <Button kind="main" wide icon="tray" off={busy} onTap={() => void bring()}>
            {busy ? w.bringing() : w.bring()}
          </Button>
        )
      }
    >
      {done === null ? (
        <div class="bringin">
          <p>{w.what()}</p>
          <label class="btn wide camera">
            <input
              type="file"
              accept=".json,application/json"
              aria-label={w.choose()}
              onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
            />
            <Icon name="file-text" />
            <span aria-hidden="true">{file === null ? w.choose() : w.chosen(file.name)}</span>
          </label>
          <Field
            label={w.passphrase()}
            value={passphrase}
            onInput={setPassphrase}
            bad={problem}
            type="password"
            autocomplete="off"
          />
        </div>
      ) : (
        <div class="bringin">
          <Verdict kind="ok" icon="tray" title={w.done()}>
            {w.held(done.envelopes, done.files)}
          </Verdict>
          <Sheet>
            <p>{w.next()}</p>
            <p class="mono command">python -m server.cli apply-rescue {done.bundle_id}</p>
          </Sheet>
        </div>
      )}
    </Screen>
  )
}
