import { expect, test } from 'vitest'
import { emptyForm, readForm, writeForm } from './kept-form.ts'

test('the form of a new case comes back as it was typed', () => {
  const empty = emptyForm()
  const form = {
    raws: { name: 'Harbour', memberStates: ['EE', 'LV'], target: { country: 'EE', sector: 'ports' } },
    authority: { ...empty.authority, document: 'Report', verified: true, releasableTo: ['EE'] },
  }
  expect(readForm(writeForm(form))).toEqual(form)
})

test.each([
  ['nothing was kept', null],
  ['it is damaged', { raws: '{', authority: '{}' }],
  ['it is of another version', { raws: '{}', authority: '{"document":"Report"}' }],
])('the form of a new case is empty when %s', (_why, kept) => {
  expect(readForm(kept)).toEqual(emptyForm())
})
