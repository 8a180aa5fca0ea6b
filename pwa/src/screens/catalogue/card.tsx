/** One row of a file: read by everybody of the office, changed field by field by who keeps the file. */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { go, type ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import { type FileName, mayKeep } from '../../rules/master_data'
import type { Bodies, Id, MutationName, Rows } from '../../rules/wire'
import { filedRow, myself } from '../../store/catalogue'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { Refused } from '../office/refused'
import { changesOf, fieldsOf, type Typed, travels, troubleOf, typedOf } from './fields'
import { OneField } from './one_field'
import { FILES, fileName } from './words'
import './catalogue.css'

const w = words({
  new: [(file: string) => `${file} · 新增`, (file: string) => `${file} · new`],
  save: ['存下', 'Save'],
  same: ['没有改动', 'Nothing changed'],
  look: ['先看标红的几处', 'Look at the marked fields first'],
  saved: ['存在本机了，有信号自己发', 'Saved here. Sends itself later.'],
  readOnly: ['你只能看。总部或管理员可以改。', 'You can read this. The head office or an administrator may change it.'],
  gone: ['这一条没有了', 'This is not here any more'],
  goneWhat: ['回到列表看看。', 'Go back to the list.'],
  password: [
    '存下以后，让管服务器的人给这个人设密码：python -m server.cli set-password',
    'Afterwards, whoever runs the server sets a password: python -m server.cli set-password',
  ],
})

export default function Card({ params }: ScreenProps) {
  const { file, id } = params as { file: FileName; id: string }
  if (!FILES.includes(file)) return <Screen head={<Bar title={file} back="/catalogue" />}>{null}</Screen>
  return id === 'new' ? <NewRow file={file} /> : <StoredRow file={file} id={id} />
}

function NewRow({ file }: { file: FileName }) {
  const me = useLive(myself)
  const [typed, type, drop] = useDraft<Typed>(`file:${file}:new`, typedOf(file, null))
  const [tried, setTried] = useState(false)
  const back = `/catalogue/${file}`
  if (me === undefined) return <Screen head={<Bar title={w.new(fileName(file))} back={back} />}>{null}</Screen>
  const shown: Typed = me?.station_id && 'station_id' in typed ? { ...typed, station_id: me.station_id } : typed
  const fields = fieldsOf(file, true)
  const add = async () => {
    setTried(true)
    if (fields.some((field) => troubleOf(field, shown) !== null)) return say(w.look())
    const body = Object.fromEntries(fields.map((field) => [field.name, travels(field, shown)]))
    const counted = file === 'equipment' ? { visit_count: 0 } : {}
    await record(`${file}.add`, { [`${file}_id`]: uuid7(), ...body, ...counted }, `file:${file}:new`)
    drop()
    say(w.saved())
    go(back, { replace: true })
  }
  return (
    <Screen
      head={<Bar title={w.new(fileName(file))} back={back} />}
      dock={
        <Button kind="main" wide onTap={() => void add()}>
          {w.save()}
        </Button>
      }
    >
      <div class="filecard paired">
        {fields.map((field) => (
          <OneField
            key={field.name}
            field={field}
            typed={shown}
            onType={type}
            tried={tried}
            fixed={field.kind === 'station' && me?.station_id != null}
          />
        ))}
        {file === 'person' && <p class="meta wide">{w.password()}</p>}
      </div>
    </Screen>
  )
}

function StoredRow({ file, id }: { file: FileName; id: Id }) {
  const me = useLive(myself)
  const row = useLive(() => filedRow(file, id), [file, id])
  const back = `/catalogue/${file}`
  if (me === undefined || row === undefined)
    return <Screen head={<Bar title={fileName(file)} back={back} />}>{null}</Screen>
  if (row === null)
    return (
      <Screen head={<Bar title={fileName(file)} back={back} />}>
        <Empty icon="info" title={w.gone()}>
          {w.goneWhat()}
        </Empty>
      </Screen>
    )
  const station_id = 'station_id' in row ? row.station_id : null
  return <Edit key={id} file={file} row={row} mayEdit={mayKeep(me, file, station_id)} />
}

function Edit({ file, row, mayEdit }: { file: FileName; row: Rows[FileName]; mayEdit: boolean }) {
  const key = `file:${file}:${row.id}`
  const [typed, type, drop] = useDraft<Typed>(key, typedOf(file, row))
  const [tried, setTried] = useState(false)
  const fields = fieldsOf(file, false)
  const changes = changesOf(file, row, typed)
  const changed = Object.keys(changes).length > 0
  const save = async () => {
    setTried(true)
    if (fields.some((field) => troubleOf(field, typed) !== null)) return say(w.look())
    await record(`${file}.edit`, { [`${file}_id`]: row.id, changes }, key)
    drop()
    say(w.saved())
  }
  const dock = mayEdit && (
    <Button kind="main" wide off={!changed} onTap={() => void save()}>
      {changed ? w.save() : w.same()}
    </Button>
  )
  const known = row as { part_no?: string; code?: string; serial?: string }
  return (
    <Screen
      head={<Bar title={nameOf(row)} meta={known.part_no ?? known.code ?? known.serial} back={`/catalogue/${file}`} />}
      dock={dock}
    >
      <Refused
        about={[row.id]}
        name={`${file}.edit`}
        onTakeBack={(body) => {
          const sent = body.changes as Record<string, { to: unknown } | undefined>
          const again = Object.fromEntries(Object.entries(sent).map(([field, change]) => [field, change?.to]))
          type(typedOf(file, { ...row, ...again } as Rows[FileName]))
        }}
      />
      {!mayEdit && <p class="meta">{w.readOnly()}</p>}
      <div class="filecard paired">
        {fields.map((field) => (
          <OneField
            key={field.name}
            field={field}
            typed={typed}
            onType={type}
            tried={tried}
            fixed={!mayEdit}
            row={row}
          />
        ))}
      </div>
    </Screen>
  )
}

const nameOf = (row: Rows[FileName]) => ('name' in row ? row.name : row.model)

/** Every file has the same two mutations; which body belongs to which name, the fields know. */
const record = (name: MutationName, body: unknown, draft: string): Promise<Id> =>
  mutate(name, body as Bodies[MutationName], { draft })
