// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest'
import type { Rows } from '../../src/rules/wire'
import type { GuessedMutation } from '../../src/store/cache'
import { cache } from '../../src/store/db'
import { forgetGuesses, type GuessOne, guessNewest, guessOnce } from '../../src/store/guessing'
import { goldenJob, newDevice, seed } from '../device'

const job = goldenJob()
const noted = async () => (await cache().job.get(job.id))?.phone

/** Writes its own name behind what it finds: the order in which guesses were done can be read from the row. */
const addName: GuessOne = async (rows, { mutation_id }) => {
  const found = (await rows.get('job', job.id)) as Rows['job']
  await rows.put('job', { ...found, phone: `${found.phone}${mutation_id}` })
}

const recorded = (mutation_id: string, order: number): GuessedMutation => ({
  mutation_id,
  order,
  name: 'job.edit',
  body: '{}',
  lane: `job:${job.id}`,
  at: '2026-03-02T01:00:00.000Z',
})
const [a, b, c] = [recorded('a', 1), recorded('b', 2), recorded('c', 3)] as const

beforeEach(async () => {
  await newDevice()
  await seed({ job: [{ ...job, phone: '' }] })
})

describe('guessing', () => {
  it('what is newest goes on top of what was guessed before', async () => {
    for (const one of [a, b, c]) await guessNewest(cache(), one, addName)
    expect(await noted()).toBe('abc')
  })

  it('a tap whose guess comes late, after that of a newer one, is guessed where it belongs', async () => {
    for (const one of [a, c, b]) await guessNewest(cache(), one, addName)
    expect(await noted()).toBe('abc')
  })

  it('each mutation is guessed once, however often and by whom it is asked', async () => {
    await guessOnce(cache(), [a, b], addName)
    await Promise.all([guessNewest(cache(), b, addName), guessNewest(cache(), c, addName)])
    await guessOnce(cache(), [a, b, c], addName)
    expect(await noted()).toBe('abc')
  })

  it('what the server knew is kept beside a row from the first guess to the last', async () => {
    for (const one of [a, b]) await guessNewest(cache(), one, addName)
    expect(await cache().originals.toArray()).toMatchObject([{ table: 'job', id: job.id, row: { phone: '' } }])
    await forgetGuesses(cache(), ['a'], addName)
    expect(await noted()).toBe('b')
    await forgetGuesses(cache(), ['b'], addName)
    expect([await noted(), await cache().originals.count()]).toEqual(['', 0])
  })

  it('a guess finds by a field what was guessed before it, and no longer what was guessed away', async () => {
    const found: string[][] = []
    const move: GuessOne = async (rows) => {
      await rows.put('job', { ...job, equipment_id: 'other' })
      await rows.put('job', { ...job, id: 'new', equipment_id: job.equipment_id })
      for (const unit of [job.equipment_id, 'other'])
        found.push((await rows.where('job', 'equipment_id', unit ?? '')).map(({ id }) => id))
    }
    await guessNewest(cache(), a, move)
    expect(found).toEqual([['new'], [job.id]])
  })

  it('a guess reaches for any table, also for one that no guess of its name has reached for', async () => {
    await guessNewest(cache(), a, addName)
    const reachFurther: GuessOne = async (rows, mutation) => {
      await addName(rows, mutation)
      await rows.put('site_notice', { id: mutation.mutation_id } as Rows['site_notice'])
    }
    await guessNewest(cache(), b, reachFurther)
    await guessNewest(cache(), c, reachFurther)
    expect(await noted()).toBe('abc')
    expect(await cache().site_notice.toCollection().primaryKeys()).toEqual(['b', 'c'])
  })

  it('a guess that fails leaves nothing behind', async () => {
    const fail: GuessOne = async (rows) => {
      await rows.put('job', { ...job, phone: 'half' })
      throw new Error('planted')
    }
    await expect(guessNewest(cache(), a, fail)).rejects.toThrow('planted')
    expect([await noted(), await cache().guessed.count()]).toEqual(['', 0])
  })
})
