import { describe, expect, it } from 'vitest'
import { isUnattended, watchInput } from './last-input.ts'

describe('a window', () => {
  it('counts as unattended a minute and a half after it was last touched, and not from the next touch on', () => {
    const target = new EventTarget()
    watchInput(target)
    target.dispatchEvent(new Event('keydown'))
    const touched = Date.now()
    expect(isUnattended(touched + 60_000)).toBe(false)
    expect(isUnattended(touched + 91_000)).toBe(true)
    target.dispatchEvent(new Event('pointerdown'))
    expect(isUnattended(Date.now())).toBe(false)
  })
})
