import { expect, it } from 'vitest'
import { WORKING } from '../kernel/marking.ts'
import { type DraftStatement, identify } from '../kernel/statement.ts'
import { checkValue } from '../kernel/vocabulary.ts'
import { PROCEDURE_VOCABULARY, recordedActs } from './procedure-vocabulary.ts'

const position = { verb: 'state-position', position: 'support' }

function aStatement(at: string, assertions: DraftStatement['assertions'], party = 'EE') {
  return identify({
    entity: 'procedure:declaration',
    kind: 'procedure',
    assertions,
    source: { document: 'Recorded at this desk', verified: true },
    grading: { reliability: 'A', credibility: '1' },
    marking: WORKING,
    assertedBy: party,
    assertedAt: at,
  })
}

it('an act is a value of a procedure; what is no act is refused with its property', () => {
  expect(checkValue(PROCEDURE_VOCABULARY, 'act', position)).toBeNull()
  expect(
    checkValue(PROCEDURE_VOCABULARY, 'act', { verb: 'state-position', position: 'maybe' }),
  ).toMatchObject({ rule: 'VOC-02' })
  expect(checkValue(PROCEDURE_VOCABULARY, 'act', { verb: 'approve' })).toMatchObject({ rule: 'VOC-02' })
  expect(checkValue(PROCEDURE_VOCABULARY, 'summary', 'x')).toMatchObject({ rule: 'VOC-01' })
  expect(checkValue(PROCEDURE_VOCABULARY, 'actor', { person: 'person:a', role: 'delegate' })).toBeNull()
  expect(checkValue(PROCEDURE_VOCABULARY, 'actor', { role: 'king' })).toMatchObject({ rule: 'VOC-02' })
})

it('statements give their acts in order of time, with party, person and role', () => {
  const later = aStatement('2026-03-03T10:00:01.000Z', [{ property: 'act', value: position }], 'FR')
  const first = aStatement('2026-03-03T10:00:00.000Z', [
    { property: 'act', value: position },
    { property: 'actor', value: { person: 'person:a', role: 'delegate' } },
  ])
  expect(recordedActs([later, first])).toEqual([
    {
      statement: first.id,
      act: position,
      party: 'EE',
      person: 'person:a',
      role: 'delegate',
      at: '2026-03-03T10:00:00.000Z',
    },
    { statement: later.id, act: position, party: 'FR', at: '2026-03-03T10:00:01.000Z' },
  ])
})

it('a statement that was erased, or carries no act, gives none', () => {
  const erased = {
    ...aStatement('2026-03-03T10:00:00.000Z', [{ property: 'act', value: position }]),
    erased: { authority: 'a court', at: '2026-03-04T10:00:00.000Z' },
  }
  expect(recordedActs([erased, aStatement('2026-03-03T10:00:00.000Z', [])])).toEqual([])
})
