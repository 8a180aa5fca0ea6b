/** What is being serviced, in one line: model and number plate, or serial where there is no plate. */
import { Plate } from '../parts/sheet'
import type { Job } from '../rules/wire'

export function unitName({ plate, serial, customer_name, number }: Job): string {
  return plate ?? serial ?? customer_name ?? number ?? ''
}

/** The identity of the unit in its outline. */
export function UnitPlate({ job }: { job: Job }) {
  const name = job.plate ?? job.serial
  return name === null ? null : <Plate>{name}</Plate>
}
