import { expect, test } from 'vitest'
import { checkAddress } from '../../src/screens/visit/docket_stub'

test('the square code on the docket asks for the same check as the one on the PDF (VIS-7)', () => {
  const visit = '019a9c3e-7b10-7000-8000-000000000032'
  expect(checkAddress('https://service.example.com', visit, 2, 'BB98 C39E 7F02 2008')).toBe(
    `https://service.example.com/v/${visit}?r=2&h=bb98c39e7f022008`,
  )
})
