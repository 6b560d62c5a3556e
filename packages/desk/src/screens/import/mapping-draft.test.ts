import { describe, expect, it } from 'vitest'
import { draftsOf, mappingOf, withProperty } from './mapping-draft.ts'

const mapping = {
  kind: 'project',
  document: 'List of a donor',
  columns: [
    { column: 'Title', property: 'name' },
    { column: 'Begin', property: 'start', dates: 'dmy' },
    { column: 'Field', property: 'themes', words: { Law: 'legislation' }, separator: '/' },
  ],
} as const
const table = {
  mapping,
  columns: ['Title', 'Begin', 'Field', 'Remarks'].map((column) => ({ column, samples: ['x'], unread: [] })),
}

describe('a mapping that is changed on screen', () => {
  it('is the same when nothing is changed, and has a line for columns that are not read', () => {
    expect(mappingOf(mapping, draftsOf(table))).toEqual(mapping)
    expect(draftsOf(table).at(-1)).toMatchObject({ column: 'Remarks', property: '' })
  })

  it('leaves out what nobody has filled in', () => {
    const drafts = draftsOf(table).map((draft) => ({
      ...draft,
      currency: '',
      separator: '',
      words: { Law: '' },
    }))
    expect(mappingOf(mapping, drafts).columns.at(2)).toEqual({ column: 'Field', property: 'themes' })
  })

  it('forgets what was said of a property when the column is read as another one', () => {
    const [, begin] = draftsOf(table)
    expect(begin && withProperty(begin, 'end')).toEqual({
      column: 'Begin',
      samples: ['x'],
      unread: [],
      property: 'end',
      words: {},
    })
  })

  it('leaves a column out that is not read any more', () => {
    const drafts = draftsOf(table).map((draft) => withProperty(draft, ''))
    expect(mappingOf(mapping, drafts).columns).toEqual([])
  })
})
