import { describe, expect, it } from 'vitest'
import { chooseProcedures, type Listed, nextDeadline, readQuestion } from './procedure-query.ts'

const AT = '2026-11-24T09:00:00.000Z'

interface Given {
  readonly isOpen?: boolean
  readonly state?: string
  readonly deadlines?: readonly string[]
  readonly meeting?: string
}
/** A procedure with what the list looks at; days before 24 November are past. */
function one(
  title: string,
  { isOpen = true, state = 's-options', deadlines = [], meeting }: Given = {},
): Listed {
  const who = { statement: title, party: 'EE', at: AT }
  return {
    caseName: `Case of ${title}`,
    procedure: {
      title,
      isOpen,
      opened: { ...who, at: `2026-11-0${title.length}T09:00:00.000Z` },
      state: { id: state, label: state, since: AT, verified: false },
      agenda: meeting === undefined ? [] : [{ ...who, body: 'psc', meeting, past: meeting < '2026-11-24' }],
      deadlines: deadlines.map((on) => ({
        kind: 'silence',
        on,
        label: 'silence ends',
        past: on < AT,
        basis: 'test',
        verified: true,
      })),
    },
  }
}
const titles = (procedures: readonly Listed[], search: string) =>
  chooseProcedures(procedures, readQuestion(new URLSearchParams(search)), AT).map(
    ({ procedure }) => procedure.title,
  )

describe('the list of procedures', () => {
  it('shows what is open, and what runs out first comes first', () => {
    const procedures = [
      one('calm'),
      one('later', { deadlines: ['2026-12-01T17:00:00.000Z'] }),
      one('soon', { deadlines: ['2026-11-20T17:00:00.000Z', '2026-11-25T17:00:00.000Z'] }),
      one('closed', { isOpen: false, deadlines: ['2026-11-24T10:00:00.000Z'] }),
    ]
    expect(titles(procedures, '')).toEqual(['soon', 'later', 'calm'])
    expect(titles(procedures, 'state=all')).toEqual(['closed', 'soon', 'later', 'calm'])
    expect(titles(procedures, 'within=3')).toEqual(['soon'])
  })

  it('finds what a body has before it: on an agenda still ahead, or standing there', () => {
    const procedures = [
      one('stands', { state: 's-psc' }),
      one('ahead', { meeting: '2026-11-26' }),
      one('over', { meeting: '2026-11-20' }),
    ]
    expect(titles(procedures, 'body=psc&sort=title')).toEqual(['ahead', 'stands'])
    expect(titles(procedures, 'body=coreper')).toEqual([])
  })

  it('orders by title, case, or the newest first', () => {
    const procedures = [one('bb'), one('a'), one('ccc')]
    expect(titles(procedures, 'sort=title')).toEqual(['a', 'bb', 'ccc'])
    expect(titles(procedures, 'sort=case')).toEqual(['a', 'bb', 'ccc'])
    expect(titles(procedures, 'sort=opened')).toEqual(['ccc', 'bb', 'a'])
  })

  it('does not ask what it cannot read', () => {
    expect(readQuestion(new URLSearchParams('body=senate&within=999&sort=mood&state=maybe'))).toEqual({
      state: 'open',
      sort: 'deadline',
    })
  })

  it('knows no next deadline where all have passed', () => {
    expect(nextDeadline(one('past', { deadlines: ['2026-11-20T17:00:00.000Z'] }))).toBeUndefined()
  })
})
