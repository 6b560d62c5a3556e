import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Norm } from '@demarche/core'
import {
  ANSWERS,
  NOTHING_SAID,
  readSurvey,
  rowAssertions,
  rowFaults,
  type SurveyRow,
  writeSurvey,
} from './survey.ts'

const norm = (letter: string, items: number): Norm => ({
  id: `un-${letter}`,
  label: 'A norm',
  letter,
  polarity: 'positive',
  authority: 'agreed-guidance',
  source: { document: 'A/70/174', locator: 'para 13' },
  inForce: { from: '2015-07-22' },
  verified: true,
  items: Array.from({ length: items }, (_, index) => ({
    id: `un-${letter}-${index + 1}`,
    text: `Item "${index}", with a comma`,
    verified: true,
  })),
})
const norms = [norm('a', 2), norm('k', 1)]

describe('a survey as a table', () => {
  it('lists every item, said or not', () => {
    const lines = writeSurvey(norms, {
      'un-k-1': { ...NOTHING_SAID, standing: 'declared', since: '2019' },
    }).split('\r\n')
    expect(lines).toHaveLength(4)
    expect(lines[0]).toBe('item,norm,text,standing,act,since,evidence')
    expect(lines[3]).toBe('un-k-1,k,"Item ""0"", with a comma",declared,,2019,')
  })

  it('is read back as it was written, whatever was typed (NRM-12)', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('=1+1', "'=2", '-3', '"a",\r\nb', '@x', "''+"))
    const row = fc.record({
      standing: fc.constantFrom(...ANSWERS),
      act: text,
      since: fc.constantFrom('', '2019', '2019-03', '2019-03-21'),
      evidence: fc.constantFrom('', 'https://example.org/law?a=1,2'),
    })
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('un-a-1', 'un-a-2', 'un-k-1'), row), (drawn) => {
        const rows: Record<string, SurveyRow> = { ...drawn }
        expect(readSurvey(writeSurvey(norms, rows), norms)).toEqual({ rows, faults: [] })
      }),
    )
  })

  it.each([
    ['no such column', 'item,act\r\nun-a-1,x', { line: 1, column: 'standing', seen: 'item, act' }],
    ['no such item', 'item,standing\r\nun-z-1,declared', { line: 2, column: 'item', seen: 'un-z-1' }],
    [
      'an item twice',
      'item,standing\r\nun-a-1,declared\r\nun-a-1,declared',
      { line: 3, column: 'item', seen: 'un-a-1' },
    ],
    ['no such word', 'item,standing\r\nun-a-1,yes', { line: 2, column: 'standing', seen: 'yes' }],
    ['no date', 'item,standing,since\r\nun-a-1,declared,soon', { line: 2, column: 'since', seen: 'soon' }],
    [
      'no address',
      'item,standing,evidence\r\nun-a-1,declared,javascript:x',
      { line: 2, column: 'evidence', seen: 'javascript:x' },
    ],
    [
      'an act without a standing',
      'item,standing,act\r\nun-a-1,,A law',
      { line: 2, column: 'standing', seen: '' },
    ],
  ])('is refused with its line: %s (NRM-13)', (_, table, fault) => {
    expect(readSurvey(table, norms).faults).toEqual([fault])
  })

  it('takes columns in any order, and lines of a spreadsheet with a mark before them', () => {
    expect(readSurvey('\uFEFFstanding;item\ndeclared;un-a-1\n;un-a-2\n', norms)).toEqual({
      rows: { 'un-a-1': { ...NOTHING_SAID, standing: 'declared' } },
      faults: [],
    })
  })
})

describe('a row of the survey', () => {
  it('says what was filled in, and nothing else', () => {
    expect(
      rowAssertions({ standing: 'evidenced', act: ' A law ', since: '', evidence: 'https://example.org' }),
    ).toEqual([
      { property: 'standing', value: 'evidenced' },
      { property: 'act', value: 'A law' },
      { property: 'page', value: 'https://example.org' },
    ])
    expect(rowFaults(NOTHING_SAID)).toEqual([])
  })
})
