import { describe, expect, it } from 'vitest'
import { ACTIONS } from './actions.ts'

describe('the list of actions', () => {
  it('gives no shortcut twice, and none that is the beginning of another', () => {
    const shortcuts = ACTIONS.flatMap(({ shortcut }) => shortcut ?? [])
    expect(new Set(shortcuts).size).toBe(shortcuts.length)
    for (const one of shortcuts) expect(shortcuts.filter((other) => other.startsWith(`${one} `))).toEqual([])
  })

  it('marks every shortcut of plain letters as one that can be switched off', () => {
    for (const { id, shortcut, letter } of ACTIONS) {
      if (shortcut && /^([a-z?])( [a-z?])*$/.test(shortcut)) expect(letter, id).toBe(true)
    }
  })
})
