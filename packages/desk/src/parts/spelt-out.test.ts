import { describe, expect, it } from 'vitest'
import { speltRuns } from './spelt-out.tsx'

const entry = {
  description: '',
  authority: 'our-judgement',
  source: { document: 'x', locator: 'x' },
  verified: true,
  inForce: { from: '2020-01-01' },
} as const
const doctrine = {
  roles: [
    { ...entry, id: 'psc', label: 'Political and Security Committee (PSC)' },
    { ...entry, id: 'hr', label: 'High Representative / Vice-President (HR/VP)' },
    { ...entry, id: 'siac', label: 'Single Intelligence Analysis Capacity (EU INTCEN and EUMS INT)' },
  ],
}
const long = (text: string) => speltRuns(doctrine, text).filter((run) => run.long !== undefined)

describe('the short form of a body', () => {
  it('says what it stands for where it is met first, and leaves the text as it is', () => {
    const text = 'Forward to the PSC; the PSC decides, as the HR/VP asks'
    expect(long(text)).toEqual([
      { text: 'PSC', long: 'Political and Security Committee' },
      { text: 'HR/VP', long: 'High Representative / Vice-President' },
    ])
    expect(
      speltRuns(doctrine, text)
        .map((run) => run.text)
        .join(''),
    ).toBe(text)
  })

  it('is not explained inside another word, nor where it is written out already', () => {
    expect(long('PSCX and PSC-like')).toEqual([])
    expect(long('Political and Security Committee (PSC)')).toEqual([])
  })
})
