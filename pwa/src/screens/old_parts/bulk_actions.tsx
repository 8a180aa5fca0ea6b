/** What can be done with the chosen old parts at once; each button says how many of them it is for. */
import { Button } from '../../parts/button'
import { words } from '../../parts/words'
import type { Rows } from '../../rules/wire'
import { holder } from '../../store/holder'
import { choose } from './chosen'
import { canDispose, canInspect, canShelve } from './may'

const w = words({
  inspect: [(count: number) => `鉴定 ${count} 件`, (count: number) => `Inspect ${count}`],
  store: [(count: number) => `上架 ${count} 件`, (count: number) => `Store ${count}`],
  dispose: [(count: number) => `处置 ${count} 件`, (count: number) => `Dispose of ${count}`],
  nothing: ['选中的还没签收', 'None of them has been signed in'],
})

export function BulkActions({ parts }: { parts: readonly Rows['old_part'][] }) {
  const isClerk = holder.value?.person.roles.includes('clerk') ?? false
  const inspect = parts.filter(canInspect)
  const store = isClerk ? parts.filter(canShelve) : []
  const dispose = parts.filter(canDispose)
  if (inspect.length + store.length + dispose.length === 0) return <span class="meta">{w.nothing()}</span>
  const take = (some: readonly Rows['old_part'][]) => () => choose(some.map(({ id }) => id))
  return (
    <>
      {inspect.length > 0 && (
        <Button size="mid" icon="magnifying-glass" href="/old-parts/inspect" onTap={take(inspect)}>
          {w.inspect(inspect.length)}
        </Button>
      )}
      {store.length > 0 && (
        <Button size="mid" icon="warehouse" href="/old-parts/store" onTap={take(store)}>
          {w.store(store.length)}
        </Button>
      )}
      {dispose.length > 0 && (
        <Button size="mid" icon="signature" href="/old-parts/dispose" onTap={take(dispose)}>
          {w.dispose(dispose.length)}
        </Button>
      )}
    </>
  )
}
