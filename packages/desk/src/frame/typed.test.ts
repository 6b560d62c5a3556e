import { describe, expect, it } from 'vitest'
import { forgetTyped, readTyped, wordsSchema } from './typed.ts'

describe('what was typed and not yet recorded', () => {
  it('is read as it was kept', () => {
    expect(readTyped('{"kind":"replace","text":"The Union condemns."}', wordsSchema)).toEqual({
      kind: 'replace',
      text: 'The Union condemns.',
    })
  })

  it('is nothing where nothing was kept, or something that is no draft', () => {
    for (const kept of [null, '', 'not JSON', '[1]', '"text"', 'null', '{"text":"a","seen":3}'])
      expect(readTyped(kept, wordsSchema), String(kept)).toBeNull()
  })

  it('is thrown away when its author signs out, and nothing else is', () => {
    const kept = new Map([
      ['typed person:1 procedure:a text', '{"text":"a"}'],
      ['demarche.preferences', '{}'],
      ['typed person:1 procedure:b text', '{"text":"b"}'],
    ])
    forgetTyped({
      length: kept.size,
      key: (index) => [...kept.keys()][index] ?? null,
      removeItem: (key) => void kept.delete(key),
    })
    expect([...kept.keys()]).toEqual(['demarche.preferences'])
  })

  it('stays for the same person when somebody signs in again, and goes for anybody else', () => {
    const kept = new Map(
      ['typed person:1 procedure:a text', 'typed person:12 procedure:a text'].map((key) => [key, '{}']),
    )
    const storage = {
      length: kept.size,
      key: (index: number) => [...kept.keys()][index] ?? null,
      removeItem: (key: string) => void kept.delete(key),
    }
    forgetTyped(storage, 'person:1')
    expect([...kept.keys()]).toEqual(['typed person:1 procedure:a text'])
  })
})
