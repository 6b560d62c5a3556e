/** Readers of a desk of many parties, what is noted of them, and how a list is asked for by name. */
import type { Marking, Reader } from '@demarche/core'
import type { AuditEntry, Store } from '../src/index.ts'
import { ALL_CASES, KEEPER } from './ledgers.ts'

export const RED: Marking = { distribution: 'LIMITE', tlp: 'TLP:RED' }
export const person = (digit: string) => `person:${digit.repeat(16)}`
export const ANN: Reader = { ...KEEPER, person: person('a'), role: 'desk-officer' }
export const BOB: Reader = { ...KEEPER, person: person('b'), role: 'analyst' }
export const EVE: Reader = { ...ANN, person: person('e'), party: 'EE' }
export const AUDITOR: Reader = { ...ANN, person: person('d'), role: 'auditor' }
export const ADMINISTRATOR: Reader = { ...ANN, person: person('c'), role: 'administrator' }
export const THE_PUBLIC: Reader = { ...ANN, party: 'public' }
export const list = (digit: string): string => `list:${digit.repeat(12)}`
export const names = async (store: Store, reader: Reader, q: string) =>
  (await store.as(reader).listCases({ ...ALL_CASES, q })).rows.map(({ name }) => name)
export const an = (entry: Partial<AuditEntry> = {}): AuditEntry => ({
  at: '2026-03-03T12:00:00.000Z',
  person: ANN.person,
  party: 'EU',
  role: 'desk-officer',
  verb: 'case.dossier',
  outcome: 'read',
  ...entry,
})
