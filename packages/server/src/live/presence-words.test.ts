import { LONGEST_WORD } from '@demarche/store'
import { describe, expect, it } from 'vitest'
import { type Opened, readWord, wordsOf } from './presence-words.ts'

describe('words of who is here', () => {
  it('NOT-15 are short enough for the server, however many people and however long the names', () => {
    const opened = Array.from({ length: 600 }, (_, index): Opened => [
      `${'k'.repeat(60)}:${'s'.repeat(116)}${String(index).padStart(4, '0')}`,
      crypto.randomUUID(),
    ])
    const words = wordsOf('gone', opened)
    expect(Math.max(...words.map((word) => Buffer.byteLength(word)))).toBeLessThanOrEqual(LONGEST_WORD)
    expect(Math.max(...words.map((word) => Buffer.byteLength(word)))).toBeGreaterThan(LONGEST_WORD - 300)
    expect(words.flatMap((word) => readWord(word)?.[1] ?? [])).toEqual(opened)
    expect(wordsOf('who', []).map(readWord)).toEqual([['who', []]])
  })

  it.each([
    '',
    'null',
    '[]',
    '["here"]',
    '["came",[]]',
    '["here",[["no entity","a"]]]',
    '["here",[["case:a",""]]]',
    '["here",[["case:a","no name of a session"]]]',
    // no text for the database that is asked who it is
    String.raw`["here",[["case:a","\u0000"]]]`,
    '["here",[["case:a","0e5a1c1e-6a6f-4d8c-9d6b-0d6f3c1f2a34","Name"]]]',
  ])('are not believed when they are none: %j', (word) => {
    expect(readWord(word)).toBeNull()
  })
})
