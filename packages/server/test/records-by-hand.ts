/**
 * Records of the portfolio as a test puts them on record: by the desk officer, through the routes, open or closed to others.
 *
 * Next door: `desk-under-test.ts` opens the desk.
 */
import { expect } from 'vitest'
import type { DeskUnderTest, SignedInForTest } from './desk-under-test.ts'

export const OPEN = { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' }
export const CLOSED = { distribution: 'LIMITE', tlp: 'TLP:RED' }

/** A delegate who reads what is open to everybody, and nothing else. */
export function delegateOfOpenRecords(desk: DeskUnderTest): Promise<SignedInForTest> {
  return desk.signInAs({
    party: 'EE',
    role: 'delegate',
    ceiling: { maxDistribution: 'PUBLIC', maxTlp: 'TLP:CLEAR' },
  })
}

/** What a form sends about a record. */
export const said = (
  facts: Readonly<Record<string, unknown>>,
  marking: object = OPEN,
  more: object = {},
) => ({
  assertions: Object.entries(facts).map(([property, value]) => ({ property, value, ...more })),
  source: { document: 'A release', verified: true },
  marking,
})

/** A new record of a kind, by the desk officer of the desk or whoever else is signed in. @returns its entity */
export async function putOnRecord(
  by: Pick<SignedInForTest, 'ask'>,
  kind: string,
  facts: Readonly<Record<string, unknown>>,
  marking: object = OPEN,
): Promise<string> {
  const payload = { kind, ...said(facts, marking) }
  const answer = await by.ask({ method: 'POST', url: '/api/portfolio/records', payload })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().entity
}

/** One more statement about a record. @param more what each assertion has besides property and value */
export async function addToRecord(
  desk: DeskUnderTest,
  entity: string,
  facts: Readonly<Record<string, unknown>>,
  marking = OPEN,
  more: object = {},
): Promise<void> {
  const url = `/api/portfolio/records/${encodeURIComponent(entity)}/statements`
  const answer = await desk.ask({ method: 'POST', url, payload: said(facts, marking, more) })
  expect(answer.statusCode, answer.body).toBe(201)
}
