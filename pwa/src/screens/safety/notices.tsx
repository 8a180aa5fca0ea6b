/** The office keeps each site's safety notice, and the agreement behind it (VIS-13). */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Tick } from '../../parts/choice'
import { Empty } from '../../parts/empty'
import { Field } from '../../parts/field'
import { Icon } from '../../parts/icon'
import type { ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { SyncChip } from '../../parts/sync_chip'
import { calendarDay } from '../../parts/times'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import { agreementOn } from '../../rules/safety'
import type { Customer, SiteNotice } from '../../rules/wire'
import { cardState } from '../../store/card'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { sitesWithNotices } from '../../store/safety'
import { useSaving } from '../visit/saving'
import './safety.css'

const w = words({
  title: ['现场安全告知', 'Safety notices'],
  find: ['找用户', 'Find a customer'],
  none: ['没有这个用户', 'No such customer'],
  noNotice: ['没有要求', 'Nothing demanded'],
  version: [(n: number) => `第 ${n} 版`, (n: number) => `Version ${n}`],
  on_file: ['协议在档', 'Agreement on file'],
  expired: ['协议过期', 'Agreement has run out'],
  missing: ['没有协议', 'No agreement'],
  text: ['中文，一条一行', 'In Chinese, one line each'],
  textEn: ['英文', 'In English'],
  agreement: ['安全协议在档', 'The safety agreement is on file'],
  until: ['到哪天（空着是没有期限）', 'Until (empty means without an end)'],
  save: ['发布', 'Publish'],
  needsText: ['写上动手前要知道的事。', 'Write what people must know before they start.'],
  saved: ['发布了，站里的人都会收到', 'Published; everybody of the station gets it'],
  back: ['回到清单', 'Back to the list'],
})

type Site = { customer: Customer; notice: SiteNotice | null }

export default function NoticesScreen(_: ScreenProps) {
  const sites = useLive(sitesWithNotices)
  const [asked, ask] = useState('')
  const [chosen, choose] = useState<string | null>(null)
  if (sites === undefined) return <main tabIndex={-1} aria-busy="true" />
  const site = sites.find(({ customer }) => customer.id === chosen)
  if (site) return <Edit key={site.customer.id} site={site} onBack={() => choose(null)} />
  const found = sites.filter(({ customer }) => customer.name.includes(asked.trim()))
  return (
    <Screen head={<Bar title={w.title()} back="/me" />}>
      <Field label={w.find()} value={asked} onInput={ask} />
      {found.length === 0 && <Empty icon="hard-hat" title={w.none()} />}
      <ul class="sheet flush list sites">
        {found.map(({ customer, notice }) => (
          <li key={customer.id}>
            <button type="button" class="row pick" onClick={() => choose(customer.id)}>
              <Icon name="hard-hat" tone={notice ? 'acc' : 'quiet'} />
              <span class="grow">
                <b>{customer.name}</b>
                <span class={notice ? 'meta line' : 'meta line quiet'}>{notice ? said(notice) : w.noNotice()}</span>
              </span>
              <Icon name="caret-right" tone="quiet" />
            </button>
          </li>
        ))}
      </ul>
    </Screen>
  )
}

function said({ version, agreement_on_file, agreement_until }: SiteNotice): string {
  const today = new Date().toISOString().slice(0, 10)
  const agreement = w[agreementOn(today, agreement_on_file, agreement_until)]()
  return [w.version(version), agreement, agreement_until && calendarDay(agreement_until)].filter(Boolean).join(' · ')
}

function Edit({ site: { customer, notice }, onBack }: { site: Site; onBack: () => void }) {
  const key = `site-notice:${customer.id}`
  const [typed, type, drop] = useDraft(key, {
    text: notice?.text ?? '',
    text_en: notice?.text_en ?? '',
    agreement_on_file: notice?.agreement_on_file ?? false,
    agreement_until: notice?.agreement_until ?? '',
  })
  const [asked, setAsked] = useState(false)
  const [busy, save] = useSaving()
  const { state, at } = cardState([customer.id])
  const publish = () => {
    setAsked(true)
    if (typed.text.trim() === '') return
    save(async () => {
      const { agreement_until, ...rest } = typed
      const body = { notice_id: notice?.id ?? uuid7(), customer_id: customer.id, ...rest }
      await mutate('site_notice.publish', { ...body, agreement_until: agreement_until || null }, { draft: key })
      drop()
      say(w.saved(), { icon: 'hard-hat' })
      onBack()
    })
  }
  return (
    <Screen
      head={
        <Bar title={customer.name} back="/me" meta={notice && said(notice)} chip={<SyncChip state={state} at={at} />} />
      }
      dock={
        <Button kind="main" wide icon="check" off={busy} onTap={publish}>
          {w.save()}
        </Button>
      }
    >
      <div class="safety">
        <Button kind="plain" size="mid" icon="arrow-left" onTap={onBack}>
          {w.back()}
        </Button>
        <Field
          label={w.text()}
          lines={6}
          value={typed.text}
          bad={asked && typed.text.trim() === '' ? w.needsText() : undefined}
          onInput={(text) => type({ ...typed, text })}
        />
        <Field label={w.textEn()} lines={5} value={typed.text_en} onInput={(text_en) => type({ ...typed, text_en })} />
        <Tick
          label={w.agreement()}
          ticked={typed.agreement_on_file}
          onTick={(agreement_on_file) => type({ ...typed, agreement_on_file })}
        />
        {typed.agreement_on_file && (
          <Field
            label={w.until()}
            type="date"
            value={typed.agreement_until}
            onInput={(agreement_until) => type({ ...typed, agreement_until })}
          />
        )}
      </div>
    </Screen>
  )
}
