// @vitest-environment node
/** The proof is answered from the device alone: what is not there is not looked for elsewhere. */
import { expect, it } from 'vitest'
import { FROM_HERE } from '../../src/rules/proof'
import { addressesOf, answerFromHere, asksForProof } from '../../src/worker/proof'

const asked = new Request('https://app.example/assets/sign-1.js', { headers: { [FROM_HERE]: '1' } })

it('a file that is kept is answered with its bytes and the mark', async () => {
  const answer = await answerFromHere(
    asked,
    async () => new Response('code', { headers: { 'Content-Type': 'text/javascript' } }),
  )
  expect([answer.status, answer.headers.get(FROM_HERE), await answer.text()]).toEqual([200, '1', 'code'])
})

it('a file that is gone is a 504, never a request to the network', async () => {
  const answer = await answerFromHere(asked, async () => undefined)
  expect([answer.status, answer.headers.get(FROM_HERE), await answer.text()]).toEqual([504, '1', ''])
})

it('only what asks for the proof is answered so', () => {
  expect(asksForProof(asked)).toBe(true)
  expect(asksForProof(new Request('https://app.example/assets/sign-1.js'))).toBe(false)
})

it('the list names every file of the build', () => {
  expect(addressesOf(['/index.html', { url: '/assets/a.js' }])).toEqual(['/index.html', '/assets/a.js'])
})
