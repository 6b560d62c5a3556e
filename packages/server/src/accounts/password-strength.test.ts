import { describe, expect, it } from 'vitest'
import { isEasilyGuessed } from './password-strength.ts'

describe('a password', () => {
  it.each([
    ['password1234', 'is on the lists of leaked ones'],
    ['PASSWORD-123', 'is one of them in capitals'],
    ['qwertyuiop123', 'lies side by side on the keyboard'],
    ['123456789012', 'counts'],
    ['iloveyou1234', 'is on the lists'],
    ['mari@example.org', 'is the e-mail address of its person'],
  ])('%s is refused: it %s', async (password) => {
    expect(await isEasilyGuessed(password, ['Mari Maasikas', 'mari@example.org', 'EE'])).toBe(true)
  })

  it.each(['seven grey herons waiting', 'correct horse battery staple', 'vX9#pQ2!mK7z'])(
    '%s is taken',
    async (password) => {
      expect(await isEasilyGuessed(password, ['Mari Maasikas', 'mari@example.org', 'EE'])).toBe(false)
    },
  )

  it('of the greatest length takes no time that matters', async () => {
    const began = performance.now()
    await isEasilyGuessed('Tallinn-2026-summer'.repeat(7).slice(0, 128), [])
    expect(performance.now() - began).toBeLessThan(5000)
  })
})
