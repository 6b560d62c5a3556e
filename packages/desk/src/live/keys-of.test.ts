import { describe, expect, it } from 'vitest'
import { isConcerned } from './keys-of.ts'

describe('a live change', () => {
  it.each([
    [{ procedure: 'procedure:a' }, ['procedure', 'procedure:a', 'now'], true],
    [{ procedure: 'procedure:a' }, ['procedure', 'procedure:b', 'now'], false],
    [{ case: 'case:a' }, ['dossier', 'case:a', 'today'], true],
    [{ case: 'case:a' }, ['history', 'case:a', '', ''], true],
    [{ case: 'case:a' }, ['recorders', 'case:a'], true],
    [{ case: 'case:a' }, ['cases', {}], false],
    [{ presence: 'case:a' }, ['presence', 'case:a'], true],
    ['cases', ['cases', {}], true],
    ['cases', ['portfolio', 'partner', 'GE'], true],
    ['portfolio', ['portfolio', 'records', {}], true],
    ['portfolio', ['cases', {}], false],
    ['portfolio', ['history', 'project:a', 'events'], true],
    ['portfolio', ['history', 'case:a', 'events'], false],
    [{ presence: 'project:a' }, ['presence', 'project:a'], true],
    ['procedures', ['procedures', 'all'], true],
    ['procedures', ['meeting', 'hwpci', 'next'], true],
    ['notices', ['notices'], true],
    ['notices', ['procedures', 'all'], false],
    ['everything', ['people'], true],
    ['everything', ['doctrine'], false],
  ] as const)('%j concerns the question %j: %s', (change, key, concerned) => {
    expect(isConcerned(change, key)).toBe(concerned)
  })
})
