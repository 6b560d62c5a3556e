import { describe, expect, it } from 'vitest'
import { readTyped } from './typed.ts'

describe('what was typed and not yet recorded', () => {
  it('is read as it was kept', () => {
    expect(readTyped('{"kind":"replace","text":"The Union condemns."}')).toEqual({
      kind: 'replace',
      text: 'The Union condemns.',
    })
  })

  it('is nothing where nothing was kept, or something that is no draft', () => {
    for (const kept of [null, '', 'not JSON', '[1]', '"text"', 'null'])
      expect(readTyped(kept), String(kept)).toBeNull()
  })

  it('leaves out parts that are no text', () => {
    expect(readTyped('{"text":"a","seen":3}')).toEqual({ text: 'a' })
  })
})
