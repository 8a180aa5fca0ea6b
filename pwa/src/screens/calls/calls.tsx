/** The contact log: what came in, the newest on top, and what became of it (JOB-1). */
import { useMemo } from 'preact/hooks'
import { Head } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { type Column, type Filter, List } from '../../parts/list'
import { Tagline } from '../../parts/tagline'
import { dayAndClock } from '../../parts/times'
import { language, words } from '../../parts/words'
import type { Rows } from '../../rules/wire'
import { contactLog } from '../../store/contacts'
import { useLive } from '../../store/live'
import { Line } from '../line'
import { channelName, DISPOSITION_MARK, DISPOSITIONS, dispositionName, whoCame } from './words'
import '../office/office.css'
import './calls.css'

const w = words({
  title: ['来电登记', 'Contact log'],
  meta: ['来电、来信、消息，按先后', 'Calls, letters, messages, in order of arrival'],
  add: ['登记一个', 'Log a contact'],
  none: ['还没有来电', 'Nothing has come in yet'],
  noneWhat: ['登记第一个电话，就有了。', 'It begins with the first call that you log.'],
  who: ['谁', 'Who'],
  said: ['说了什么', 'What they said'],
  at: ['几时来的', 'Came in'],
  number: ['编号', 'Number'],
  phone: ['电话', 'Phone'],
  how: ['怎么来的', 'How'],
  became: ['怎么处理', 'What became of it'],
  answer: ['答复', 'Answer'],
  search: ['找名字、电话、编号、说的话', 'Name, phone, number, what they said'],
  forUs: ['等我们', 'Waits for us'],
})

export default function Calls() {
  const log = useLive(contactLog)
  const columns = useMemo(columnsOf, [language.value])
  const filters = useMemo(filtersOf, [language.value])
  return (
    <>
      <Head title={w.title()} meta={w.meta()} aside={<Line />} />
      <main class="office contacts" tabIndex={-1}>
        <div class="ways">
          <Button kind="main" icon="phone" href="/calls/new">
            {w.add()}
          </Button>
        </div>
        <List
          name={w.title()}
          rows={log}
          columns={columns}
          filters={filters}
          idOf={idOf}
          href={hrefOf}
          textOf={textOf}
          searchLabel={w.search()}
          empty={
            <Empty icon="phone" title={w.none()}>
              {w.noneWhat()}
            </Empty>
          }
        />
      </main>
    </>
  )
}

type Contact = Rows['contact']

const idOf = ({ id }: Contact) => id
const hrefOf = ({ id }: Contact) => `/calls/${id}`
const textOf = ({ customer_name, caller, phone, number, said, question, answers }: Contact) => [
  ...[customer_name, caller, phone, phone?.replaceAll(' ', '') ?? null, number, said, question],
  ...answers.map(({ text }) => text),
]

function columnsOf(): Column<Contact>[] {
  return [
    { name: w.at(), place: 'file', value: ({ arrived_at }) => arrived_at },
    {
      name: w.who(),
      place: 'title',
      value: whoCame,
      width: 'minmax(0, 1.2fr)',
    },
    {
      name: w.said(),
      place: 'second',
      value: ({ said }) => said,
      width: 'minmax(0, 2fr)',
    },
    {
      name: w.became(),
      place: 'side',
      width: 'minmax(0, 1.4fr)',
      value: ({ disposition }) => dispositionName(disposition),
      cell: ({ disposition }) => <Tagline {...DISPOSITION_MARK[disposition]}>{dispositionName(disposition)}</Tagline>,
    },
    {
      name: w.at(),
      place: 'wide',
      width: 'minmax(0, 1fr)',
      value: ({ arrived_at }) => arrived_at,
      cell: ({ arrived_at }) => dayAndClock(arrived_at),
    },
    { name: w.how(), place: 'wide', width: 'minmax(0, 0.6fr)', value: ({ channel }) => channelName(channel) },
    { name: w.phone(), place: 'wide', width: 'minmax(0, 1.2fr)', value: ({ phone }) => phone },
    {
      name: w.number(),
      place: 'wide',
      width: 'minmax(0, 1.2fr)',
      value: ({ number }) => number,
      cell: ({ number }) => <span class="mono">{number}</span>,
    },
    { name: w.answer(), place: 'file', value: ({ answers }) => answers.map(({ text }) => text).join('\n') || null },
  ]
}

function filtersOf(): Filter<Contact>[] {
  const forUs = ({ disposition }: Contact) => disposition === 'open' || disposition === 'waiting'
  return [
    {
      name: w.became(),
      choices: [
        { key: 'for_us', name: w.forUs(), keep: forUs },
        ...DISPOSITIONS.map((one) => ({
          key: one,
          name: dispositionName(one),
          keep: ({ disposition }: Contact) => disposition === one,
        })),
      ],
    },
  ]
}
