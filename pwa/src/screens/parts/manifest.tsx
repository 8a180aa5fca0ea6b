/** One return: what is in which box, and how it travels: with a courier, or with whoever packed it (OLD-1, OLD-2). */
import { mutate } from '../../mutations/mutate'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { Field } from '../../parts/field'
import { go, type ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Heading, Plate } from '../../parts/sheet'
import { TagStrip } from '../../parts/tag_strip'
import { dayAndClock } from '../../parts/times'
import { say } from '../../parts/toast'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { type ManifestSeen, manifestById } from '../../store/way_back'
import { CardChip } from '../card_chip'
import { Line } from '../line'
import { ScanKey } from '../scan/scan_key'
import { DiskFullNotice } from '../visit/frame'
import { diskFull, useSaving } from '../visit/saving'
import { boxTitle } from './manifest_words'
import './parts.css'

const w = words({
  gone: ['这张回运单不在这台设备上', 'This return is not on this device'],
  goneWhat: ['等有信号再看。', 'Look again with signal.'],
  bar: ['回运单', 'Return'],
  packedAt: [(at: string) => `${at} 装箱`, (at: string) => `packed ${at}`],
  box: [(no: number) => `${no} 号箱`, (no: number) => `Box ${no}`],
  pieces: [(n: number) => `${n} 件`, (n: number) => (n === 1 ? '1 part' : `${n} parts`)],
  unknown: ['一件旧件', 'An old part'],
  how: ['怎么回去', 'How it goes back'],
  courier: ['快递公司', 'Courier'],
  tracking: ['运单号', 'Tracking number'],
  ship: ['寄出了', 'It is sent'],
  carry: ['我自己带回仓库', 'I bring it to the store'],
  carried: ['你自己带回', 'You bring it yourself'],
  carriedWhat: [
    '交到仓库之前都算在你手里。改主意寄出也行。',
    'It stays in your hands until the store has it. You can still send it.',
  ],
  shipped: [(courier: string) => `在${courier}手里`, (courier: string) => `With ${courier}`],
  shippedWhat: [
    (number: string, at: string) => `运单号 ${number}，${at} 寄出`,
    (number: string, at: string) => `Tracking number ${number}, sent ${at}`,
  ],
  incomplete: ['先写快递公司和运单号', 'Give courier and tracking number first'],
  saved: ['存在本机了，有信号自己发', 'Saved here. Sends itself later.'],
})

export default function Manifest({ params }: ScreenProps) {
  const id = params.id as string
  const known = useLive(() => manifestById(id), [id])
  if (known === undefined) return <main tabIndex={-1} aria-busy="true" />
  if (known === null) {
    return (
      <Screen head={<Bar title={w.bar()} back="/parts" />}>
        <Empty icon="package" title={w.gone()}>
          {w.goneWhat()}
        </Empty>
      </Screen>
    )
  }
  return <Known {...known} />
}

interface Typed {
  courier: string
  tracking_no: string
}

const EMPTY: Typed = { courier: '', tracking_no: '' }

function Known({ row, parts }: ManifestSeen) {
  const key = `ship:${row.id}`
  const [typed, type] = useDraft<Typed>(key, EMPTY)
  const [saving, save] = useSaving()
  const isWhole = typed.courier.trim() !== '' && typed.tracking_no.trim() !== ''
  const old_part_ids = row.boxes.flatMap((box) => box.old_part_ids)
  const ship = () => {
    if (!isWhole) return
    save(async () => {
      const { courier, tracking_no } = typed
      const body = { manifest_id: row.id, courier: courier.trim(), tracking_no: tracking_no.trim(), old_part_ids }
      await mutate('manifest.ship', body, { draft: key })
      say(w.saved())
      go('/parts', { replace: true })
    })
  }
  const carry = () =>
    save(async () => {
      await mutate('manifest.carry', { manifest_id: row.id }, { draft: key })
      say(w.saved())
      go('/parts', { replace: true })
    })
  return (
    <Screen
      head={
        <Bar
          title={boxTitle(row)}
          meta={w.packedAt(dayAndClock(row.packed_at))}
          back="/parts"
          chip={<CardChip ids={[row.id]} />}
        />
      }
      dock={
        row.state !== 'shipped' && (
          <Button kind="main" wide icon="truck" off={saving || !isWhole} onTap={ship}>
            {w.ship()}
          </Button>
        )
      }
    >
      {diskFull.value && <DiskFullNotice />}
      <Line />
      <div class="sides">
        <div>
          {row.boxes.map((box) => (
            <section key={box.no}>
              <Heading aside={w.pieces(box.old_part_ids.length)}>{w.box(box.no)}</Heading>
              <ul class="sheet flush list" aria-label={w.box(box.no)}>
                {box.old_part_ids.map((id) => {
                  const part = parts.get(id)
                  return (
                    <li key={id}>
                      <span class="grow">
                        <b>{part?.part_name ?? w.unknown()}</b>
                        {part?.plate && (
                          <span class="meta line">
                            <Plate>{part.plate}</Plate>
                          </span>
                        )}
                      </span>
                      {part?.tag && <TagStrip tag={part.tag} />}
                    </li>
                  )
                })}
              </ul>
            </section>
          ))}
        </div>
        <div class="form">
          <Heading>{w.how()}</Heading>
          {row.state === 'shipped' ? (
            <Verdict kind="ok" icon="truck" title={w.shipped(row.courier ?? '')}>
              {w.shippedWhat(row.tracking_no ?? '', dayAndClock(row.shipped_at ?? row.packed_at))}
            </Verdict>
          ) : (
            <>
              {row.state === 'carried' && (
                <Verdict kind="flat" icon="truck" title={w.carried()}>
                  {w.carriedWhat()}
                </Verdict>
              )}
              <Field
                label={w.courier()}
                value={typed.courier}
                autocomplete="off"
                onInput={(courier) => type({ ...typed, courier })}
              />
              <div class="withscan">
                <Field
                  label={w.tracking()}
                  value={typed.tracking_no}
                  autocomplete="off"
                  hint={isWhole ? undefined : w.incomplete()}
                  onInput={(tracking_no) => type({ ...typed, tracking_no })}
                />
                <ScanKey what={w.tracking()} onRead={(tracking_no) => type({ ...typed, tracking_no })} />
              </div>
              {row.state === 'packed' && (
                <Button wide icon="arrow-right" off={saving} onTap={carry}>
                  {w.carry()}
                </Button>
              )}
            </>
          )}
        </div>
      </div>
    </Screen>
  )
}
