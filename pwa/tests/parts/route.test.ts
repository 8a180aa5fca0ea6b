/** An address leads to one screen, with the named pieces of it. */
import { expect, test } from 'vitest'
import { type Route, routeOf } from '../../src/parts/route'

const route = (path: string): Route => ({
  path,
  screen: () => Promise.reject(new Error('not loaded here')),
  frame: 'bare',
})
const ROUTES = [route('/job/:id'), route('/job/:id/swap/:swapId'), route('/today')]

test('the named pieces are handed to the screen', () => {
  expect(routeOf(ROUTES, '/job/a/swap/b')?.params).toEqual({ id: 'a', swapId: 'b' })
})

test('a longer address is not answered by a shorter one', () => {
  expect(routeOf(ROUTES, '/job/a/sign')).toBeNull()
})

test('nobody answers to an unknown address', () => {
  expect(routeOf(ROUTES, '/tomorrow')).toBeNull()
})
