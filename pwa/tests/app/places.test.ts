/** Each role has its home and its places; a person with several roles has all of them. */
import { expect, test } from 'vitest'
import { beyondTabs, homeOf, placesOf, railOf, tabsOf } from '../../src/app/places'
import { ROUTES } from '../../src/app/routes'
import { routeOf } from '../../src/parts/route'
import type { Role } from '../../src/rules/wire'

const ROLES: readonly Role[] = ['technician', 'clerk', 'dispatcher', 'manager', 'quality', 'administrator']
const keys = (places: readonly { key: string }[]) => places.map(({ key }) => key)

test.each([
  ['technician', '/today'],
  ['clerk', '/receive'],
  ['dispatcher', '/dispatch'],
  ['manager', '/approvals'],
] as const)('the home of a %s is %s', (role, home) => {
  expect(homeOf([role])).toBe(home)
})

test('the bottom bar holds home, one more place, and what everybody has', () => {
  expect(keys(tabsOf(['technician']))).toEqual(['today', 'parts', 'scan', 'sync', 'me'])
  expect(keys(tabsOf(['manager']))).toEqual(['approvals', 'dispatch', 'scan', 'sync', 'me'])
})

test('several roles see the union, and nothing is lost for which the bottom bar has no room', () => {
  const both: Role[] = ['technician', 'manager']
  const reached = new Set([...keys(tabsOf(both)), ...keys(beyondTabs(both))])
  expect(reached).toEqual(new Set(keys(placesOf(both))))
  expect(reached).toContain('approvals')
})

test('every place that a role sees leads to a screen which that role may open', () => {
  for (const role of ROLES) {
    for (const { href } of [...tabsOf([role]), ...railOf([role]), ...beyondTabs([role])]) {
      const found = routeOf(ROUTES, href)
      expect(found, `${role} ${href}`).not.toBeNull()
      expect(found?.route.roles?.includes(role) ?? true, `${role} ${href}`).toBe(true)
    }
  }
})
