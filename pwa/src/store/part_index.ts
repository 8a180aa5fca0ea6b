/** Finds parts among tens of thousands while a person types: numbers and names are read once and searched in memory. */
import { signal } from '@preact/signals'
import Dexie from 'dexie'
import type { Id, Part } from '../rules/wire'
import type { Cache } from './cache'
import { cache } from './db'

/** Parts in the order of their numbers; what belongs to one part stands at one place of each list. */
interface PartIndex {
  of: Cache
  ids: Id[]
  /** Number and names in small letters, one a line. */
  texts: string[]
  /** Numbers without dashes. */
  bare: string[]
}

/** Counts how often the index was made; a search that depends on it is asked again when it is ready. */
export const partsIndexed = signal(0)

/** So many are searched in the database itself at once, with no index. */
const FEW = 1000
/** Read at once: what a slow device does between two frames. */
const CHUNK = 1000

let index: PartIndex | null = null
let making: Promise<void> | null = null

/**
 * The parts whose number or names answer what was typed, best first: the number begins so, a name does, it is inside.
 * Those of `before` come first of all. Until the index is ready, a long catalogue answers with what begins so.
 */
export async function searchParts(typed: string, most: number, before?: ReadonlySet<Id>): Promise<Part[]> {
  const asked = typed.trim().toLowerCase()
  if (asked === '') return []
  if (index?.of === cache()) return partsOf(bestOf(index, asked, most, before))
  if ((await cache().part.count()) <= FEW) {
    const few = await cache().part.orderBy('part_no').toArray()
    return partsOf(bestOf(indexOf(cache(), few), asked, most, before))
  }
  // Outside of the query that asks, which would else be asked again with every part that is read.
  setTimeout(() => void indexParts())
  return beginningWith(typed.trim(), most)
}

/** Make the index, if it is not there: a screen that searches does so before anybody types. */
export function indexParts(): Promise<void> {
  if (index?.of === cache()) return Promise.resolve()
  making ??= make(cache()).finally(() => {
    making = null
  })
  return making
}

async function make(of: Cache): Promise<void> {
  const made = indexOf(of, [])
  const seen = new Set<Id>()
  for (let from = ''; ; ) {
    const parts = await of.part.where('part_no').aboveOrEqual(from).limit(CHUNK).toArray()
    const fresh = parts.filter(({ id }) => !seen.has(id))
    if (fresh.length === 0) break
    for (const part of fresh) {
      seen.add(part.id)
      add(made, part)
    }
    from = fresh.at(-1)?.part_no ?? from
  }
  index = made
  partsIndexed.value += 1
}

Dexie.on('storagemutated', (changed) => {
  if (index === null || !Object.keys(changed).some((key) => key.startsWith(`idb://${index?.of.name}/part/`))) return
  // The old index answers until the new one is ready.
  const { of } = index
  if (of.isOpen()) making ??= make(of).finally(() => (making = null))
})

function indexOf(of: Cache, parts: readonly Part[]): PartIndex {
  const made: PartIndex = { of, ids: [], texts: [], bare: [] }
  for (const part of parts) add(made, part)
  return made
}

function add({ ids, texts, bare }: PartIndex, { id, part_no, name, name_en }: Part): void {
  ids.push(id)
  texts.push([part_no, name, name_en].join('\n').toLowerCase())
  bare.push(part_no.replaceAll('-', '').toLowerCase())
}

function bestOf({ ids, texts, bare }: PartIndex, asked: string, most: number, before?: ReadonlySet<Id>): Id[] {
  const [numbers, names, inside, first]: [Id[], Id[], Id[], Id[]] = [[], [], [], []]
  const [undashed, begins] = [asked.replaceAll('-', ''), `\n${asked}`]
  for (const [place, text] of texts.entries()) {
    const numbered = text.startsWith(asked) || (undashed !== '' && bare[place]?.startsWith(undashed))
    if (!numbered && !text.includes(asked)) continue
    const id = ids[place] as Id
    if (before?.has(id)) first.push(id)
    else if (numbered) numbers.push(id)
    else (text.includes(begins) ? names : inside).push(id)
    if (numbers.length >= most && first.length >= most) break
  }
  return [...first, ...numbers, ...names, ...inside].slice(0, most)
}

async function beginningWith(typed: string, most: number): Promise<Part[]> {
  const [numbered, named] = await Promise.all([
    cache().part.where('part_no').startsWith(typed.toUpperCase()).limit(most).toArray(),
    cache().part.where('name').startsWith(typed).limit(most).toArray(),
  ])
  return [...new Map([...numbered, ...named].map((part) => [part.id, part])).values()].slice(0, most)
}

async function partsOf(ids: readonly Id[]): Promise<Part[]> {
  return (await cache().part.bulkGet([...ids])).filter((part) => part !== undefined)
}
