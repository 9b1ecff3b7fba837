import { expect, test } from 'vitest'
import { isLei } from '../src/index.ts'

test('an identifier with right check digits', () => {
  expect(isLei('INR2EJN1ERAN0W5ZP974')).toBe(true)
  expect(isLei('529900K9B0N5BT694847')).toBe(true)
})

test('every change of one letter or one digit is noticed', () => {
  const right = 'INR2EJN1ERAN0W5ZP974'
  for (let at = 0; at < right.length; at += 1) {
    const alike = /\d/.test(right[at] ?? '') ? '0123456789' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
    for (const other of alike) {
      if (other === right[at]) continue
      expect(isLei(right.slice(0, at) + other + right.slice(at + 1))).toBe(false)
    }
  }
})

test.each(['', 'INR2EJN1ERAN0W5ZP97', 'inr2ejn1eran0w5zp974', ' INR2EJN1ERAN0W5ZP974'])(
  '%j is none',
  (text) => {
    expect(isLei(text)).toBe(false)
  },
)
