/** What the archive asks of the cache: the reports with where each stands, and the months that are filed (VIS-14). */
import type { Id, Rows } from '../rules/wire'
import { cache, holderId } from './db'

/** A report beside the rows that name it. */
export interface ListedReport {
  readonly report: Rows['report']
  readonly job: Rows['job'] | undefined
  readonly technician: Rows['person'] | undefined
  /** Why nobody signed, when nobody did (VIS-8). */
  readonly unsigned: Rows['visit']['unsigned_reason']
  readonly filed: Rows['archived_report'] | undefined
}

/** All reports, the newest first. */
export async function listedReports(): Promise<ListedReport[]> {
  const [reports, filed, people] = await Promise.all([
    cache().report.toArray(),
    cache().archived_report.toArray(),
    cache().person.toArray(),
  ])
  const [jobs, visits] = await Promise.all([
    cache().job.bulkGet(reports.map(({ job_id }) => job_id)),
    cache().visit.bulkGet(reports.map(({ visit_id }) => visit_id)),
  ])
  const archived = new Map(filed.map((one) => [one.id, one]))
  const named = new Map(people.map((one) => [one.id, one]))
  return reports
    .map((report, at) => ({
      report,
      job: jobs[at],
      technician: named.get(visits[at]?.technician_id ?? ''),
      unsigned: visits[at]?.unsigned_reason ?? null,
      filed: archived.get(report.id),
    }))
    .sort((one, other) => other.report.closed_at.localeCompare(one.report.closed_at))
}

/** A report with its newest seal. */
export interface ArchivedReport extends ListedReport {
  readonly seal: Rows['seal'] | undefined
  readonly archivedBy: string | null
}

export async function archivedReport(id: Id): Promise<ArchivedReport | null> {
  const report = await cache().report.get(id)
  if (report === undefined) return null
  const [job, visit, filed, seals] = await Promise.all([
    cache().job.get(report.job_id),
    cache().visit.get(report.visit_id),
    cache().archived_report.get(id),
    cache().seal.where('visit_id').equals(report.visit_id).toArray(),
  ])
  const [technician, by] = await cache().person.bulkGet([visit?.technician_id ?? '', filed?.archived_by ?? ''])
  const seal = seals.sort((one, other) => other.revision - one.revision)[0]
  return {
    report,
    job,
    technician,
    unsigned: visit?.unsigned_reason ?? null,
    filed,
    seal,
    archivedBy: by?.name ?? null,
  }
}

/** A station's month with how many reports are filed, and how many approved ones are not yet. */
export interface FiledMonth {
  readonly station: Rows['station']
  readonly month: string
  readonly filed: number
  readonly notYet: number
}

/** The months of the holder's stations, the newest first; without a station somebody works for all. */
export async function filedMonths(): Promise<FiledMonth[]> {
  const [me, stations, filed, approved] = await Promise.all([
    cache().person.get(holderId()),
    cache().station.toArray(),
    cache().archived_report.toArray(),
    cache().report.where('state').equals('approved').toArray(),
  ])
  const archived = new Set(filed.map(({ id }) => id))
  const waiting = approved
    .filter(({ id }) => !archived.has(id))
    .map(({ station_id, closed_at }) => ({ station_id, month: monthOf(closed_at) }))
  return stations
    .filter(({ id }) => !me?.station_id || me.station_id === id)
    .flatMap((station) => monthsOf(station, filed, waiting))
    .sort((one, other) => other.month.localeCompare(one.month) || one.station.name.localeCompare(other.station.name))
}

interface InMonth {
  readonly station_id: Id
  readonly month: string
}

function monthsOf(station: Rows['station'], filed: readonly InMonth[], waiting: readonly InMonth[]): FiledMonth[] {
  const own = (one: InMonth) => one.station_id === station.id
  const months = new Set([...filed, ...waiting].filter(own).map(({ month }) => month))
  const count = (rows: readonly InMonth[], month: string) =>
    rows.filter((one) => own(one) && one.month === month).length
  return [...months].map((month) => ({ station, month, filed: count(filed, month), notYet: count(waiting, month) }))
}

/** The month on this device's wall, `2026-11`. */
function monthOf(at: string): string {
  const day = new Date(at)
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}`
}
