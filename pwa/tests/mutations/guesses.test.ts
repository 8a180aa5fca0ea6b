// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest'
import { mutate } from '../../src/mutations/mutate'
import type { Bodies, MutationName, Rows, Table } from '../../src/rules/wire'
import { cache, outbox } from '../../src/store/db'
import { newDevice, seed } from '../device'
import { golden } from '../golden'

const row = <T extends Table>(table: T) => golden<{ row: Rows[T] }>(`rows/${table}.json`).row
const body = <N extends MutationName>(name: N) => golden<{ body: Bodies[N] }>(`mutations/${name}.json`).body
const make = <N extends MutationName>(name: N, changed: Partial<Bodies[N]> = {}) =>
  mutate(name, { ...body(name), ...changed })

const visit = row('visit')
const under = async () => (await cache().visit.get(visit.id)) as Rows['visit']

beforeEach(async () => {
  await newDevice()
  await seed({
    job: [row('job')],
    part: [row('part')],
    stock: [row('stock')],
    customer: [row('customer')],
    equipment: [row('equipment')],
    report: [row('report')],
    discrepancy: [row('discrepancy')],
    review: [row('review')],
  })
})

/** A guess writes the very fields that the server's row has, so that nothing on the screen moves when it comes. */
async function hasFieldsOf<T extends Table>(table: T): Promise<Rows[T]> {
  const [guessed] = await cache()
    .originals.filter((one) => one.table === table)
    .toArray()
  const written = (await cache()
    .table(table)
    .get(guessed?.id ?? '')) as Rows[T]
  expect(Object.keys(written).sort()).toEqual(Object.keys(row(table)).sort())
  return written
}

describe('guesses', () => {
  it('a visit begins where the technician arrives (VIS-15), and the job is under way', async () => {
    await make('visit.arrive')
    expect(await hasFieldsOf('visit')).toMatchObject({ state: 'under_way', job_id: row('job').id })
    expect(await cache().job.get(row('job').id)).toMatchObject({ state: 'under_way' })
  })

  it('listen, look, check and handle fill the visit as the golden row has it (VIS-1 to VIS-4)', async () => {
    await make('visit.arrive')
    await make('visit.record_listen')
    await make('visit.record_look')
    await make('visit.record_check')
    await make('visit.record_handle')
    const { listen, look, check, handle } = await under()
    expect({ listen, look, check, handle }).toEqual({
      listen: visit.listen,
      look: visit.look,
      check: visit.check,
      handle: visit.handle,
    })
  })

  it('what was signed no longer changes (VIS-7)', async () => {
    await make('visit.arrive')
    await make('visit.end')
    await make('visit.sign')
    await make('visit.record_listen')
    expect(await under()).toMatchObject({ state: 'signed', listen: { account: null } })
    expect(await hasFieldsOf('signature')).toMatchObject({ strokes: body('visit.sign').strokes })
    expect(await hasFieldsOf('report')).toMatchObject({ state: 'signed' })
    expect(await cache().job.get(row('job').id)).toMatchObject({ state: 'signed' })
  })

  it('a visit closes unsigned with its reason (VIS-8)', async () => {
    await make('visit.arrive')
    await make('visit.close_unsigned')
    expect(await under()).toMatchObject({ state: 'unsigned', unsigned_reason: 'absent' })
  })

  it('a swap takes the part off the van and bears an old part, once (PART-4, OLD-1)', async () => {
    await make('visit.arrive')
    await seed({ stock: [] })
    const van = `van:${outbox().user_id}:${row('part').id}`
    await make('swap.record')
    await make('swap.record')
    expect(await hasFieldsOf('swap')).toMatchObject({ part_id: row('part').id })
    expect(await hasFieldsOf('old_part')).toMatchObject({ state: 'with_technician', part_no: row('part').part_no })
    // The books may go below zero: what was fitted was fitted.
    expect(await cache().stock.get(van)).toMatchObject({ quantity: -1 })
  })

  it('the first tag on an old part stays (OLD-1)', async () => {
    await seed({ old_part: [{ ...row('old_part'), tag: null }] })
    await make('old_part.tag')
    await make('old_part.tag', { tag: '0000000' })
    expect(await cache().old_part.get(row('old_part').id)).toMatchObject({ tag: '7K4M92G' })
  })

  it('the clerk receives what is expected, and what is not (OLD-3)', async () => {
    await seed({ old_part: [row('old_part')] })
    await make('old_part.receive')
    expect(await hasFieldsOf('old_part')).toMatchObject({ state: 'received', holder_kind: 'clerk', shelf: 'Q-04' })
    await make('old_part.receive', { old_part_id: null })
    expect(await cache().old_part.get(body('old_part.receive').receipt_id)).toMatchObject({ expected: false })
  })

  it('a photo is expected until the server has it', async () => {
    await make('photo.attach')
    expect(await hasFieldsOf('photo')).toMatchObject({ state: 'expected' })
  })

  it('a new job shows what it still needs before dispatch (JOB-2)', async () => {
    await cache().job.clear()
    await make('job.open', { phone: null })
    expect(await hasFieldsOf('job')).toMatchObject({ state: 'open', lacks: ['phone'], plate: row('equipment').plate })
  })

  it('a job is assigned with one lead (JOB-4)', async () => {
    await seed({ job: [{ ...row('job'), state: 'open', technicians: [] }] })
    await make('job.assign')
    expect(await hasFieldsOf('job')).toMatchObject({ state: 'assigned', technicians: row('job').technicians })
  })

  it('a report is approved, or goes back for another signature (VIS-14)', async () => {
    await seed({ visit: [{ ...visit, state: 'signed' }] })
    await make('report.send_back')
    expect(await under()).toMatchObject({ state: 'ended' })
    await make('report.approve')
    expect(await hasFieldsOf('report')).toMatchObject({ state: 'sent_back' })
  })

  it('a discrepancy and a review are settled by a person', async () => {
    await make('discrepancy.settle')
    expect(await hasFieldsOf('discrepancy')).toMatchObject({ state: 'settled', settlement: 'book_transfer' })
    await make('review.settle')
    expect(await hasFieldsOf('review')).toMatchObject({ state: 'settled' })
  })

  it('names the lane of the job although the job has left this device (JOB-7)', async () => {
    const { readCards } = await import('../../src/store/card')
    await make('visit.arrive')
    await readCards()
    await cache().visit.clear()
    await make('visit.record_listen')
    const lanes = (await outbox().unacked('main', 9)).map((kept) => kept.envelope.lane)
    expect(lanes).toEqual([`job:${row('job').id}`, `job:${row('job').id}`])
  })
})
