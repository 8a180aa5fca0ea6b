// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { GUESSES } from '../../src/mutations/guesses'
import { MUTATIONS } from '../../src/mutations/names'
import { envelopeSha256, type Hashed } from '../../src/rules/envelope'
import { checkCharacter, isTag, normaliseTag } from '../../src/rules/tags'
import { TABLES } from '../../src/store/cache'
import { golden, goldens } from '../golden'

describe('the wire contract', () => {
  it('knows every mutation that a person can record, and no other', () => {
    // What only the server records, or an administrator brings in with it, nobody taps.
    const notByHand = ['photo.verified', 'voice_note.verified', 'stock.open', 'import.take_in']
    const people = goldens('mutations').filter((name) => !notByHand.includes(name))
    expect(Object.keys(MUTATIONS).sort()).toEqual(people.sort())
    expect(Object.keys(GUESSES).sort()).toEqual(people.sort())
  })

  it('knows every table, and no other', () => {
    expect([...TABLES].sort()).toEqual(goldens('rows').sort())
  })

  it('hashes an envelope as the server does', async () => {
    const { mutations } = golden<{ mutations: (Hashed & { sha256: string })[] }>('protocol/push_request.json')
    for (const envelope of mutations) expect(await envelopeSha256(envelope)).toBe(envelope.sha256)
  })

  it('gives each mutation the lane that the server asks for', () => {
    for (const name of ['job.open', 'job.edit', 'job.assign', 'discrepancy.settle', 'old_part.receive'] as const) {
      const { body, lane } = golden<{ body: never; lane: string }>(`mutations/${name}.json`)
      expect(MUTATIONS[name].lane(body, null as never)).toBe(lane)
    }
  })
})

describe('old-part tags (OLD-1)', () => {
  const tags = golden<{ valid: { code: string; tag: string }[]; invalid: string[] }>('tags.json')

  it.each(tags.valid)('$tag is whole', ({ code, tag }) => {
    expect(code + checkCharacter(code)).toBe(tag)
    expect(isTag(tag)).toBe(true)
  })

  it.each(tags.invalid)('%s is not', (tag) => expect(isTag(tag)).toBe(false))

  it('are stored in capitals without spaces and dashes', () => expect(normaliseTag(' 7k4-m92 g')).toBe('7K4M92G'))
})
