/** Tags to print: a new roll of so many, and the rolls that there are, as sheets or labels (OLD-1). */
import { useState } from 'preact/hooks'
import type { TagForm } from '../../media/report_file'
import { mutate } from '../../mutations/mutate'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { Field, Pick } from '../../parts/field'
import { Segmented } from '../../parts/segmented'
import { Tag } from '../../parts/tag'
import { language, words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import { useLive } from '../../store/live'
import { tagRolls } from '../../store/tag_rolls'
import { TagRollRow } from './tag_roll_row'
import '../office/office.css'
import './old_parts.css'
import './tags.css'

/** The server draws no longer roll: thirty sheets. */
const MOST = 270
const PER_SHEET = 9

const w = words({
  title: ['打印标签', 'Print tags'],
  meta: ['每个号只印一次，末位能查出抄错', 'Each code is printed once; its last character finds slips'],
  count: ['要几张标签', 'How many tags'],
  sheets: [(n: number) => `A4 纸 ${n} 张，每张 9 个`, (n: number) => `${n} sheets of A4, nine on each`],
  labels: [(n: number) => `${n} 张 60 × 80 mm 标签`, (n: number) => `${n} labels of 60 × 80 mm`],
  bad: [`输 1 到 ${MOST}`, `A number from 1 to ${MOST}`],
  station: ['给哪个站', 'For which station'],
  form: ['印在哪里', 'Printed on'],
  sheet: ['A4 纸', 'A4 sheets'],
  label: ['标签纸', 'Label roll'],
  print: [(n: number) => `出 ${n} 个新号`, (n: number) => `Make ${n} new tags`],
  rolls: ['印过的', 'Rolls so far'],
  none: ['还没有印过标签', 'No tags yet'],
  noneWhat: [
    '选好张数，出一卷新号。号由服务器发，连上网就能下载。',
    'Choose how many. The codes come from the server; download them when online.',
  ],
  sample: ['挂在拆下的旧件上', 'Hangs on the part that was taken off'],
})

export default function Tags() {
  const known = useLive(tagRolls)
  const [typed, setTyped] = useState(String(10 * PER_SHEET))
  const [form, setForm] = useState<TagForm>('sheet')
  const [chosen, choose] = useState<string | null>(null)
  if (known === undefined) return <main class="office" tabIndex={-1} aria-busy="true" />
  const { rolls, people, stations } = known
  const station = stations.find(({ id }) => id === chosen) ?? stations[0]
  const count = /^\d{1,3}$/.test(typed.trim()) ? Number(typed.trim()) : 0
  const fits = count >= 1 && count <= MOST
  const sample = rolls.find(({ first_tag }) => first_tag !== null)?.first_tag
  const print = async () => {
    if (station) await mutate('tag_roll.print', { roll_id: uuid7(), station_id: station.id, count })
  }
  return (
    <>
      <Bar title={w.title()} meta={w.meta()} back="/old-parts" />
      <main class="office oldpart wide tagrolls" tabIndex={-1}>
        <section class="column" aria-label={w.rolls()}>
          <h2 class="cap">{w.rolls()}</h2>
          {rolls.length === 0 ? (
            <Empty icon="tag" title={w.none()}>
              {w.noneWhat()}
            </Empty>
          ) : (
            <ul class="sheet flush list">
              {rolls.map((roll) => (
                <TagRollRow key={roll.id} roll={roll} by={people.get(roll.printed_by)} form={form} />
              ))}
            </ul>
          )}
        </section>
        <section class="column newroll" aria-label={w.title()}>
          <form
            class="sheet form"
            onSubmit={(event) => {
              event.preventDefault()
              if (fits) void print()
            }}
          >
            <Field
              label={w.count()}
              value={typed}
              onInput={setTyped}
              inputMode="numeric"
              autocomplete="off"
              bad={fits ? undefined : w.bad()}
              hint={form === 'sheet' ? w.sheets(Math.ceil(count / PER_SHEET)) : w.labels(count)}
            />
            {stations.length > 1 && (
              <Pick
                label={w.station()}
                value={station?.id ?? ''}
                options={stations.map(({ id, name, name_en }) => ({
                  value: id,
                  label: language.value === 'zh' ? name : name_en,
                }))}
                onPick={choose}
              />
            )}
            <div>
              <p class="cap">{w.form()}</p>
              <Segmented
                label={w.form()}
                value={form}
                onChoose={setForm}
                options={[
                  { value: 'sheet', label: w.sheet() },
                  { value: 'label', label: w.label() },
                ]}
              />
            </div>
            <Button kind="main" wide icon="printer" type="submit" off={!fits || station === undefined}>
              {w.print(count)}
            </Button>
          </form>
          {sample && <Tag tag={sample}>{w.sample()}</Tag>}
        </section>
      </main>
    </>
  )
}
