/** Both sides prove that they hold the same: this device and the server compare what they have. */
import { useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import { agree, type Agreement as Compared } from '../../sync/agree'

const w = words({
  compare: ['和服务器对一遍', 'Compare with the server'],
  comparing: ['正在对…', 'Comparing…'],
  same: ['和服务器一致', 'Same as the server'],
  rows: [(rows: number) => `${rows} 条，一条不差。`, (rows: number) => `${rows} rows, none differs.`],
  differs: ['和服务器不一样', 'Differs from the server'],
  differsWhat: [
    '没发的都还在。告诉办公室，它会重装资料。',
    'All unsent is kept. Tell the office; it will load the data anew.',
  ],
  unknown: ['现在对不了', 'Cannot compare now'],
  unknownWhat: ['有信号、没有东西在路上时再对。', 'Try again with signal, when nothing is on its way.'],
})

export function Agreement() {
  const [compared, setCompared] = useState<Compared | null>(null)
  const [busy, setBusy] = useState(false)
  const compare = async () => {
    setBusy(true)
    setCompared(null)
    setCompared(await agree())
    setBusy(false)
  }
  return (
    <section class="stack agreement" aria-live="polite">
      <Button size="mid" icon="scales" off={busy} onTap={() => void compare()}>
        {busy ? w.comparing() : w.compare()}
      </Button>
      {compared?.same === true && (
        <Verdict kind="ok" title={w.same()}>
          {w.rows(Object.values(compared.counts).reduce((sum, count) => sum + count, 0))}
        </Verdict>
      )}
      {compared?.same === false && (
        <Verdict kind="no" title={w.differs()}>
          {w.differsWhat()}
        </Verdict>
      )}
      {compared?.same === null && (
        <Verdict kind="flat" title={w.unknown()}>
          {w.unknownWhat()}
        </Verdict>
      )}
    </section>
  )
}
