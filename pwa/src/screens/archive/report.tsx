/** One report: where it stands, its PDF, and the way into the archive (VIS-14). */
import { useState } from 'preact/hooks'
import { saveReport } from '../../media/report_file'
import { mutate } from '../../mutations/mutate'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import type { ScreenProps } from '../../parts/route'
import { Kv, Plate, Quote, Sheet } from '../../parts/sheet'
import { Tagline } from '../../parts/tagline'
import { dayAndClock } from '../../parts/times'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { Id } from '../../rules/wire'
import { type ArchivedReport, archivedReport } from '../../store/archive'
import { holder } from '../../store/holder'
import { useLive } from '../../store/live'
import { CardChip } from '../card_chip'
import { useDeciding } from '../office/deciding'
import { Refused } from '../office/refused'
import { DiskFullNotice } from '../visit/frame'
import { diskFull } from '../visit/saving'
import { STANDING_MARK, standingName, standingOf, unsignedName } from './words'
import '../office/office.css'
import './archive.css'

const w = words({
  title: ['服务报告', 'Service report'],
  gone: ['本机没有这份报告', 'This device does not know it'],
  goneWhat: ['同步一下再看，或者它是别的站的。', 'Sync and look again; or it belongs to another station.'],
  customer: ['用户', 'Customer'],
  job: ['任务', 'Job'],
  unit: ['设备', 'Unit'],
  technician: ['服务人员', 'Technician'],
  closed: ['结束', 'Closed'],
  filed: ['归在', 'Filed with'],
  filedBy: [(who: string, at: string) => `${who}，${at}`, (who: string, at: string) => `${who}, ${at}`],
  hash: ['封存 SHA-256', 'Seal SHA-256'],
  unsigned: ['没有签字', 'Not signed'],
  download: ['下载 PDF', 'Download the PDF'],
  archive: ['归档', 'Archive'],
  archived: ['归档了', 'Archived'],
  decide: ['去审批', 'To the decision'],
  printing: ['服务器还在打印，过一分钟再点。', 'The server is still printing it. Try again in a minute.'],
  lost: ['现在没有信号，有了再点。', 'There is no line now. Try again when there is.'],
  not_yours: ['这份不归你看，找站里的主管。', 'It is not yours to see. Ask the station’s manager.'],
  not_approved: ['批了才能归档', 'It is archived once it is approved'],
})

export default function ReportScreen({ params }: ScreenProps) {
  const id = params.id as Id
  const full = useLive(() => archivedReport(id), [id])
  if (full === undefined) return <main id="main" tabIndex={-1} aria-busy="true" />
  if (full === null) {
    return (
      <>
        <Bar title={w.title()} back="/reports" />
        <main id="main" tabIndex={-1}>
          <Empty icon="file-text" title={w.gone()}>
            {w.goneWhat()}
          </Empty>
        </main>
      </>
    )
  }
  return (
    <>
      <Bar
        title={full.report.number ?? w.title()}
        meta={full.job?.customer_name}
        back="/reports"
        chip={<CardChip ids={[id]} />}
      />
      <main id="main" class="office archive one" tabIndex={-1}>
        {diskFull.value && <DiskFullNotice />}
        <Facts full={full} />
        <Ways full={full} />
      </main>
    </>
  )
}

function Facts({ full }: { full: ArchivedReport }) {
  const { report, job, technician, unsigned, filed, seal, archivedBy } = full
  const standing = standingOf(full)
  return (
    <Sheet>
      <div class="stack">
        <Tagline {...STANDING_MARK[standing]}>{standingName(standing)}</Tagline>
        {job?.fault_reported && <Quote>{job.fault_reported}</Quote>}
        <Kv
          pairs={[
            [w.customer(), job?.customer_name ?? '—'],
            [w.job(), job?.number ?? '—'],
            [w.unit(), job?.plate ? <Plate>{job.plate}</Plate> : (job?.serial ?? '—')],
            [w.technician(), technician?.name ?? '—'],
            [w.closed(), dayAndClock(report.closed_at)],
            ...(filed ? ([[w.filed(), filed.month]] as const) : []),
          ]}
        />
        {filed && archivedBy && <p class="meta">{w.filedBy(archivedBy, dayAndClock(filed.archived_at))}</p>}
        {unsigned && (
          <Verdict kind="doubt" title={w.unsigned()}>
            {unsignedName(unsigned)}
          </Verdict>
        )}
        {seal?.sha256 && (
          <p class="meta">
            {w.hash()} <span class="mono">{seal.sha256}</span>
          </p>
        )}
      </div>
    </Sheet>
  )
}

function Ways({ full }: { full: ArchivedReport }) {
  const { report, seal } = full
  const [said, tell] = useState<'printing' | 'lost' | 'not_yours' | null>(null)
  const [busy, decide] = useDeciding(() => undefined)
  const standing = standingOf(full)
  const manages = holder.value?.person.roles.includes('manager') ?? false
  const download = async () => {
    if (!seal) return
    const fetched = await saveReport(report.visit_id, seal.revision)
    tell(fetched === 'saved' ? null : fetched)
  }
  return (
    <section class="stack">
      <Refused about={[report.id]} name="report.archive" onTakeBack={() => undefined} />
      <div class="act">
        {manages && standing === 'approved' && (
          <Button
            kind="main"
            icon="books"
            off={busy}
            onTap={() => decide(() => mutate('report.archive', { report_id: report.id }), w.archived(), 'books')}
          >
            {w.archive()}
          </Button>
        )}
        {manages && standing === 'waiting' && (
          <Button icon="stamp" href="/approvals">
            {w.decide()}
          </Button>
        )}
        {seal && (
          <Button icon="download-simple" onTap={() => void download()}>
            {w.download()}
          </Button>
        )}
      </div>
      <p class="meta" role="status">
        {said ? w[said]() : standing === 'waiting' ? w.not_approved() : ''}
      </p>
    </section>
  )
}
