/** Old-part tags: six characters and a check character that a person can read and type (OLD-1). */

export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXY'
const LENGTH = 7

/** Return the character that follows `code` (six characters of `ALPHABET`) on its tag. */
export function checkCharacter(code: string): string {
  const weighted = [...code].reduce((sum, character, place) => sum + (7 - place) * ALPHABET.indexOf(character), 0)
  const over = weighted % ALPHABET.length
  return ALPHABET.charAt((ALPHABET.length - over) % ALPHABET.length)
}

/** Return what a person typed or a scanner read as it is stored: capitals, without spaces and dashes. */
export function normaliseTag(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase()
}

/** Say whether `tag` is whole: seven characters of `ALPHABET`, the last one fitting. */
export function isTag(tag: string): boolean {
  if (tag.length !== LENGTH || [...tag].some((character) => !ALPHABET.includes(character))) return false
  return checkCharacter(tag.slice(0, -1)) === tag.slice(-1)
}
