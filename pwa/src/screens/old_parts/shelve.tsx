/** Old parts go onto a shelf, one or many at once (OLD-2). */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Field } from '../../parts/field'
import { go, type ScreenProps } from '../../parts/route'
import { words } from '../../parts/words'
import { oldPartsNamed } from '../../store/custody'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { useNow } from '../now'
import { choose, idsOf } from './chosen'
import { FormFrame } from './form_frame'

const w = words({
  title: ['上架', 'Store on a shelf'],
  shelf: ['货位', 'Shelf'],
  hint: ['例如 Q-04，扫货位的码也行', 'Such as Q-04; a shelf’s code can be scanned'],
  lacks: ['写上货位', 'Name the shelf'],
  save: [
    (count: number, shelf: string) => `${count} 件放到 ${shelf}`,
    (count: number, shelf: string) => `Put ${count} on ${shelf}`,
  ],
  saveBare: ['上架', 'Store'],
})

export default function Shelve({ params }: ScreenProps) {
  const now = new Date(useNow())
  const ids = idsOf(params)
  const [{ shelf }, type, drop] = useDraft(`old_parts.store:${params.id ?? 'chosen'}`, { shelf: '' })
  const [tried, setTried] = useState(false)
  const parts = useLive(() => oldPartsNamed(ids), [ids.join()])
  if (parts === undefined) return <main tabIndex={-1} aria-busy="true" />
  const named = shelf.trim()
  const save = async () => {
    if (named === '') return setTried(true)
    for (const { id } of parts) await mutate('old_part.store', { old_part_id: id, shelf: named })
    drop()
    choose([])
    go(params.id === undefined ? '/old-parts' : `/old-parts/${params.id}`, { replace: true })
  }
  return (
    <FormFrame
      title={w.title()}
      of={params.id}
      parts={parts}
      now={now}
      save={named === '' ? w.saveBare() : w.save(parts.length, named)}
      icon="warehouse"
      onSave={save}
    >
      <div class="sheet">
        <Field
          label={w.shelf()}
          value={shelf}
          hint={w.hint()}
          bad={tried && named === '' ? w.lacks() : undefined}
          onInput={(next) => type({ shelf: next.slice(0, 24) })}
        />
      </div>
    </FormFrame>
  )
}
