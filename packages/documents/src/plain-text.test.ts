import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { plainText } from './plain-text.ts'

test('letters of every script stay as they are', () => {
  const names = 'Õun, Žižek, Łęcki, Kræmer, Çelik, Straße, Œuvre, Ελληνική Δημοκρατία, Служба'
  expect(plainText(names)).toBe(names)
})

test('line breaks become spaces; control characters and marks that reverse reading order go', () => {
  expect(plainText('one\r\ntwo\u0000\u202Ethree\uD800')).toBe('one twothree\uFFFD')
})

test('cleaning twice is cleaning once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(plainText(plainText(text))).toBe(plainText(text))
    }),
  )
})
