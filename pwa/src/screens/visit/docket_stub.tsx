/** The customer's part of the docket: how anybody can check that nothing was changed, and the report as a PDF (VIS-7). */
import { useState } from 'preact/hooks'
import { type Fetched, saveReport } from '../../media/report_file'
import { Button } from '../../parts/button'
import { qrSquare } from '../../parts/qr'
import { dayAndClock } from '../../parts/times'
import { words } from '../../parts/words'
import type { Id } from '../../rules/wire'
import { useLive } from '../../store/live'
import { newestSeal } from '../../store/sealing'
import './docket_stub.css'

const w = words({
  check: ['这份报告改没改过，您自己能查', 'Check for yourself that nothing was changed'],
  scan: ['手机扫这个码，核对这八位：', 'Scan the code and compare these eight:'],
  type: [
    (host: string, code: string) => `也可以打开 ${host}/v，输入 ${code}。`,
    (host: string, code: string) => `Or open ${host}/v and type ${code}.`,
  ],
  square: ['查报告的二维码', 'QR code to check the report'],
  notYet: ['服务器收到以后才查得到。', 'It can be checked once the server has it.'],
  received: [(at: string) => `服务器 ${at} 收到并加签`, (at: string) => `Received and countersigned ${at}`],
  receivedPlain: [(at: string) => `服务器 ${at} 收到`, (at: string) => `The server has it since ${at}`],
  pdf: ['报告 PDF', 'Report as PDF'],
  saved: ['PDF 已存到这台设备。', 'The PDF is saved on this device.'],
  printing: ['服务器还在做 PDF，过一分钟再试。', 'The server is still making the PDF. Try again in a minute.'],
  not_yours: ['这份报告的 PDF 你看不到。', 'The PDF of this report is not yours to see.'],
  lost: ['现在没有信号。有信号再取。', 'No signal now. Fetch it when there is one.'],
})

interface Props {
  visit_id: Id
  /** What stands in the seal; the code is four groups of four. */
  seal: { revision: number; code: string }
}

export function DocketStub({ visit_id, seal: { revision, code } }: Props) {
  const seal = useLive(() => newestSeal(visit_id), [visit_id]) ?? null
  const { size, path } = qrSquare(checkAddress(location.origin, visit_id, revision, code))
  return (
    <>
      <div class="stub">
        <div class="grow">
          <p class="lead">{w.check()}</p>
          <p class="meta">{w.scan()}</p>
          <p class="compare mono">{code.slice(0, 9)}</p>
          <p class="meta">{w.type(location.host, code)}</p>
        </div>
        <svg
          class="qr2"
          viewBox={`0 0 ${size} ${size}`}
          shape-rendering="crispEdges"
          role="img"
          aria-label={w.square()}
        >
          <path d={path} />
        </svg>
      </div>
      {seal?.received_at ? (
        <FromServer at={seal.received_at} countersigned={seal.countersignature !== null} {...{ visit_id, revision }} />
      ) : (
        <p class="meta">{w.notYet()}</p>
      )}
    </>
  )
}

function FromServer(props: { at: string; countersigned: boolean; visit_id: Id; revision: number }) {
  const [fetched, setFetched] = useState<Fetched | null>(null)
  const received = dayAndClock(props.at)
  return (
    <div class="fromserver">
      <p class="meta">{props.countersigned ? w.received(received) : w.receivedPlain(received)}</p>
      <Button
        size="mid"
        icon="file-arrow-down"
        onTap={() => void saveReport(props.visit_id, props.revision).then(setFetched)}
      >
        {w.pdf()}
      </Button>
      <p class="meta" role="status">
        {fetched && w[fetched]()}
      </p>
    </div>
  )
}

/** What the QR code says, the same as on the PDF. */
export function checkAddress(origin: string, visit_id: Id, revision: number, code: string): string {
  return `${origin}/v/${visit_id}?r=${revision}&h=${code.replaceAll(' ', '').toLowerCase()}`
}
