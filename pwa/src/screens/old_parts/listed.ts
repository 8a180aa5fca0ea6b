/** An old part as the list shows it, with the names of who took it off and who holds it. */
import type { Rows } from '../../rules/wire'
import type { StationOldParts } from '../../store/custody'
import { holderName } from './words'

export interface ListedPart {
  part: Rows['old_part']
  remover: string | null
  holder: string
}

export const listed = ({ parts, people, manifests }: StationOldParts): ListedPart[] =>
  parts.map((part) => ({
    part,
    remover: part.removed_by === null ? null : (people.get(part.removed_by)?.name ?? null),
    holder: holderName(part, people, manifests),
  }))
