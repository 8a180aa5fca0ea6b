/** The unsent work as an encrypted file, for a device that is dying or cannot get through. */
import { useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { Dialog } from '../../parts/dialog'
import { Field } from '../../parts/field'
import { words } from '../../parts/words'
import { exportQueue } from '../../sync/rescue'

const SHORTEST = 8
const w = words({
  backup: ['导出备份', 'Back up'],
  title: ['导出没发出去的', 'Export what is unsent'],
  what: [
    '得到一个加密文件，交给办公室就能收。口令要告诉他们，这里不留。',
    'You get an encrypted file that the office can take in. Tell them the passphrase; it is not kept here.',
  ],
  passphrase: ['口令，8 个字以上', 'Passphrase, 8 characters or more'],
  short: ['再长一点，8 个字以上', 'A little longer: 8 characters or more'],
  make: ['存成文件', 'Save the file'],
  making: ['正在加密…', 'Encrypting…'],
  back: ['先不导', 'Not now'],
  failed: ['没导出来。再试一次，还不行就找办公室。', 'That did not work. Try again, or call the office.'],
})

export function ExportButton() {
  const [open, setOpen] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const close = () => {
    setOpen(false)
    setPassphrase('')
    setProblem(undefined)
  }
  const make = async () => {
    if (passphrase.length < SHORTEST) return setProblem(w.short())
    setBusy(true)
    try {
      download(await exportQueue(passphrase))
      close()
    } catch {
      setProblem(w.failed())
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button icon="file-arrow-down" onTap={() => setOpen(true)}>
        {w.backup()}
      </Button>
      {open && (
        <Dialog title={w.title()} onClose={close}>
          <p>{w.what()}</p>
          <Field label={w.passphrase()} value={passphrase} onInput={setPassphrase} bad={problem} autocomplete="off" />
          <div class="act">
            <Button kind="main" off={busy} onTap={() => void make()}>
              {busy ? w.making() : w.make()}
            </Button>
            <Button onTap={close}>{w.back()}</Button>
          </div>
        </Dialog>
      )}
    </>
  )
}

function download(file: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `truckroll-${new Date().toISOString().slice(0, 16).replace(/[:T]/g, '-')}.rescue.json`
  link.click()
  URL.revokeObjectURL(link.href)
}
