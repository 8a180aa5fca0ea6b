/** The check before the day starts: each line is there, in doubt, or missing, and says what to do. */
import { useEffect, useState } from 'preact/hooks'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import type { ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Sheet } from '../../parts/sheet'
import { startOfDay } from '../../parts/times'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import { askToPersist } from '../../store/device'
import type { ReadyLine } from '../../store/ready'
import { useNow } from '../now'
import { check } from './run'
import { nameOf, tellOf } from './words'
import './readiness.css'

const w = words({
  title: ['出车检查', 'Ready for the road?'],
  what: ['断着网，一样一样打开看', 'Each thing is opened with the network shut'],
  running: ['正在一样一样打开…', 'Opening one after the other…'],
  ok: ['可以出车', 'Ready to go'],
  okWhat: ['断网也能做完今天的活。', 'The whole day can be done without a signal.'],
  doubt: ['可以出车，有几样留意', 'Ready to go, with something to watch'],
  lost: [
    (n: number) => `先别走，${n} 样没装好`,
    (n: number) => (n === 1 ? 'Not yet: 1 thing is missing' : `Not yet: ${n} things are missing`),
  ],
  lostWhat: ['照下面的做，再查一遍。', 'Do what stands below, then check again.'],
  again: ['再查一遍', 'Check again'],
  ask: ['请浏览器留着', 'Ask the browser'],
  is_ok: ['好了', 'fine'],
  is_doubt: ['留意', 'watch'],
  is_lost: ['缺', 'missing'],
})

export default function ReadinessScreen(_: ScreenProps) {
  const midnight = startOfDay(useNow())
  const [lines, setLines] = useState<ReadyLine[]>([])
  const [running, setRunning] = useState(true)
  const run = () => {
    setRunning(true)
    setLines([])
    void check(midnight, setLines).finally(() => setRunning(false))
  }
  useEffect(run, [midnight])
  const of = (state: ReadyLine['state']) => lines.filter((one) => one.state === state).length
  return (
    <Screen
      head={<Bar title={w.title()} meta={w.what()} back="/" />}
      dock={
        <Button kind="main" wide icon="arrows-clockwise" off={running} onTap={run}>
          {running ? w.running() : w.again()}
        </Button>
      }
    >
      <div aria-live="polite">{!running && <Result lost={of('lost')} doubts={of('doubt')} />}</div>
      <Sheet flush>
        <ul class="list checks">
          {lines.map((line) => (
            <Line key={line.name} line={line} onAsk={() => void askToPersist().then(run)} />
          ))}
          {running && <li class="meta">{w.running()}</li>}
        </ul>
      </Sheet>
    </Screen>
  )
}

function Result({ lost, doubts }: { lost: number; doubts: number }) {
  if (lost > 0) {
    return (
      <Verdict kind="no" icon="warning" title={w.lost(lost)}>
        {w.lostWhat()}
      </Verdict>
    )
  }
  return (
    <Verdict kind={doubts > 0 ? 'flat' : 'ok'} title={doubts > 0 ? w.doubt() : w.ok()}>
      {w.okWhat()}
    </Verdict>
  )
}

const LOOKS = {
  ok: { icon: 'check-circle', tone: 'acc' },
  doubt: { icon: 'info', tone: 'warn' },
  lost: { icon: 'warning', tone: 'bad' },
} as const

function Line({ line, onAsk }: { line: ReadyLine; onAsk: () => void }) {
  const { icon, tone } = LOOKS[line.state]
  return (
    <li data-line={line.name}>
      <Icon name={icon} tone={tone} />
      <div class="grow">
        <b>{nameOf(line)}</b> <span class="visually-hidden">{w[`is_${line.state}`]()}</span>
        <p class="meta">{tellOf(line)}</p>
      </div>
      {line.name === 'kept' && line.state !== 'ok' && (
        <Button size="mid" onTap={onAsk}>
          {w.ask()}
        </Button>
      )}
    </li>
  )
}
