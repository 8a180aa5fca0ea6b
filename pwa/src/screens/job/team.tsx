/** Who goes together and who leads; the customer signs with the lead (JOB-4). */
import { Icon } from '../../parts/icon'
import { words } from '../../parts/words'
import { holder } from '../../store/holder'
import type { TeamMember } from '../../store/leaving'

const w = words({
  lead: ['负责人', 'lead'],
  me: ['你', 'you'],
  with: ['一起去', 'Going together'],
  call: [(name: string) => `打给${name}`, (name: string) => `Call ${name}`],
})

export function Team({ team }: { team: readonly TeamMember[] }) {
  if (team.length < 2) return null
  return (
    <section class="team" aria-label={w.with()}>
      <Icon name="user" tone="quiet" />
      <ul>
        {team.map(({ user_id, name, phone, lead }) => (
          <li key={user_id}>
            <b>{user_id === holder.value?.user_id ? w.me() : name}</b>
            {lead && <span class="tagline ok">{w.lead()}</span>}
            {phone && user_id !== holder.value?.user_id && (
              <a class="iconbtn" href={`tel:${phone.replace(/\s/g, '')}`} aria-label={w.call(name)}>
                <Icon name="phone" />
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
