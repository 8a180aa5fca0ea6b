/** What every case to be decided has: the way back, what it is, who asks for what, and at the foot what can be done. */
import type { ComponentChildren } from 'preact'
import { Button } from '../../parts/button'
import type { IconName } from '../../parts/icon'
import { Tagline } from '../../parts/tagline'
import { words } from '../../parts/words'
import type { Id } from '../../rules/wire'
import { CardChip } from '../card_chip'
import './case.css'

const w = words({ back: ['回到清单', 'Back to the list'] })

interface Props {
  /** What it is about: the chip at the foot tells where its answer is. */
  id: Id
  /** What kind of case it is; the case is called so, unless `called` says more. */
  kind: string
  called?: string
  icon: IconName
  /** It cannot wait: how loudly its kind is said. */
  urgent?: 'no' | 'doubt'
  /** Stands at the right: since when, or who has it. */
  aside: ComponentChildren
  title: string
  lede: ComponentChildren
  /** Left out where no list stands before the case. */
  onBack?: (() => void) | undefined
  children: ComponentChildren
  /** What can be done. */
  dock?: ComponentChildren
}

export function CaseFrame(props: Props) {
  const { id, kind, called = kind, icon, urgent, aside, title, lede, onBack, children, dock } = props
  return (
    <section class={urgent ? 'sheet case urgentcase' : 'sheet case'} aria-label={called}>
      {onBack && (
        <div class="back">
          <Button kind="plain" size="mid" icon="arrow-left" onTap={onBack}>
            {w.back()}
          </Button>
        </div>
      )}
      <div class="row between">
        <Tagline icon={icon} {...(urgent && { kind: urgent })}>
          {kind}
        </Tagline>
        {aside}
      </div>
      {onBack ? <h1>{title}</h1> : <h2 class="called">{title}</h2>}
      <p class="lede">{lede}</p>
      {children}
      <div class="dock">
        {dock}
        <CardChip ids={[id]} />
      </div>
    </section>
  )
}

interface YesOrNoProps {
  busy: boolean
  yes: string
  no: string
  onYes: () => void
  onNo: () => void
}

/** The two answers to a request. */
export function YesOrNo({ busy, yes, no, onYes, onNo }: YesOrNoProps) {
  return (
    <div class="act">
      <Button kind="main" icon="check" off={busy} onTap={onYes}>
        {yes}
      </Button>
      <Button off={busy} onTap={onNo}>
        {no}
      </Button>
    </div>
  )
}
