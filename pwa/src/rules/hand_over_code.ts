/** What two phones show each other when old parts change hands and neither has a signal (OLD-2). */
import { sha256 } from './canonical'
import { ALPHABET, checkCharacter, isTag } from './tags'
import type { Id } from './wire'

/** An old part as the giver names it; the tag is what both read on the part itself. */
export interface Offered {
  id: Id
  tag: string | null
}

/** What the giver shows: these parts, to this person. */
export interface Offer {
  /** Seven characters like a tag's, made for this one hand-over. */
  code: string
  giver_id: Id
  taker_id: Id
  parts: readonly Offered[]
}

/** What the taker shows back: which of the parts they have. */
export interface Acceptance {
  code: string
  giver_id: Id
  taker_id: Id
  old_part_ids: readonly Id[]
}

/** So many parts fit into one square that a phone reads off another phone. */
export const MOST_IN_A_SQUARE = 4

const OFFER = 'TRG1:'
const ACCEPTANCE = 'TRA1:'
const CODE = 7
const ID = 22
const NO_TAG = '-------'
const PATTERN = /^TR[GA]1:[0-9A-Z]{7}[\w-]*$/

/** A fresh code; `random` gives bytes. */
export function newHandOverCode(random: (count: number) => Uint8Array = randomBytes): string {
  const six = Array.from(random(CODE - 1), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('')
  return six + checkCharacter(six)
}

const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count))

export function offerText({ code, giver_id, taker_id, parts }: Offer): string {
  const named = parts.map(({ id, tag }) => packed(id) + (tag ?? NO_TAG))
  return [OFFER, code, packed(giver_id), packed(taker_id), ...named].join('')
}

export function acceptanceText({ code, giver_id, taker_id, old_part_ids }: Acceptance): string {
  return [ACCEPTANCE, code, packed(giver_id), packed(taker_id), ...old_part_ids.map(packed)].join('')
}

/** Say whether a scanned text is one of these, whole or not. */
export const isHandOverText = (text: string): boolean => PATTERN.test(text.trim())

/** The offer in a scanned text, or null when it is none or not whole. */
export function readOffer(text: string): Offer | null {
  const read = readHead(text, OFFER)
  const pieces = read && cut(read.rest, ID + CODE)
  if (!read || !pieces || pieces.length === 0) return null
  const parts = pieces.map((piece) => ({ id: unpacked(piece.slice(0, ID)), tag: piece.slice(ID) }))
  const isWhole = parts.every(({ id, tag }) => id !== null && (tag === NO_TAG || isTag(tag)))
  if (!isWhole) return null
  return { ...read.head, parts: parts.map(({ id, tag }) => ({ id: id as Id, tag: tag === NO_TAG ? null : tag })) }
}

/** The acceptance in a scanned text, or null when it is none or not whole. */
export function readAcceptance(text: string): Acceptance | null {
  const read = readHead(text, ACCEPTANCE)
  const pieces = read && cut(read.rest, ID)
  const ids = pieces?.map(unpacked)
  if (!read || !ids || ids.length === 0 || ids.includes(null)) return null
  return { ...read.head, old_part_ids: ids as Id[] }
}

/** The same on both phones, without either having heard from the other: the id under which both halves are told. */
export async function handOverId(offer: Pick<Offer, 'code' | 'giver_id' | 'taker_id'>, old_part_id: Id): Promise<Id> {
  const { code, giver_id, taker_id } = offer
  const hash = await sha256(['truckroll-hand-over-1', code, giver_id, taker_id, old_part_id].join('\n'))
  const variant = ((Number.parseInt(hash.charAt(15), 16) & 0x3) | 0x8).toString(16)
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(12, 15)}`,
    variant + hash.slice(16, 19),
    hash.slice(19, 31),
  ].join('-')
}

function readHead(text: string, kind: string): { head: Omit<Acceptance, 'old_part_ids'>; rest: string } | null {
  const given = text.trim()
  if (!given.startsWith(kind)) return null
  const code = given.slice(kind.length, kind.length + CODE)
  const [giver_id, taker_id] =
    cut(given.slice(kind.length + CODE, kind.length + CODE + 2 * ID), ID)?.map(unpacked) ?? []
  if (!isTag(code) || giver_id == null || taker_id == null) return null
  return { head: { code, giver_id, taker_id }, rest: given.slice(kind.length + CODE + 2 * ID) }
}

function cut(text: string, length: number): string[] | null {
  if (text.length % length !== 0) return null
  return Array.from({ length: text.length / length }, (_, at) => text.slice(at * length, (at + 1) * length))
}

/** An id in 22 letters instead of 36. */
function packed(id: Id): string {
  const bytes = id.replaceAll('-', '').match(/../g) ?? []
  const letters = btoa(String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 16))))
  return letters.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function unpacked(letters: string): Id | null {
  if (!/^[\w-]{22}$/.test(letters)) return null
  const bytes = atob(letters.replaceAll('-', '+').replaceAll('_', '/'))
  const hex = Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
