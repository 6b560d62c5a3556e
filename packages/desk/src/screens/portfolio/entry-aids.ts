/**
 * What helps to fill in the form for a new record of one kind. The form itself is the same for all kinds.
 *
 * An aid is loaded with the first form that has it.
 */
import { type ComponentType, lazy } from 'react'
import type { Entries } from './new-record.ts'

export interface EntryAidProps {
  readonly entries: Entries
  /** puts these entries in place of those of the same properties */
  readonly onChange: (entries: Entries) => void
}

const CountsForAid = lazy(async () => ({
  default: (await import('../../confidence/counts-for-aid.tsx')).CountsForAid,
}))

const AIDS: Readonly<Record<string, ComponentType<EntryAidProps>>> = { 'cbm-act': CountsForAid }

export function entryAidOf(kind: string): ComponentType<EntryAidProps> | undefined {
  return AIDS[kind]
}
