/** Entries of the audit log made ready to be shown: the raw entry with its sentence. Next door: `tell-entry.ts`. */
import type { AuditLine } from '@demarche/api'
import type { LogEntry } from './read-log.ts'
import type { Named } from './name-targets.ts'
import { tellEntry } from './tell-entry.ts'

export function tellLine(entry: LogEntry, names: Named): AuditLine {
  const { seq, at, person, party, role, verb, target = null, outcome, rule = null, detail = null } = entry
  const story = tellEntry(entry, names, names.saidIn(entry) ?? detail)
  return { seq, at, person, party, role, verb, target, outcome, rule, detail, story }
}

/** The names of those persons alone who stand in these lines. */
export function peopleIn(lines: readonly AuditLine[], names: Named): Readonly<Record<string, string>> {
  const seen = new Set(lines.map(({ person }) => person))
  return Object.fromEntries(Object.entries(names.people).filter(([id]) => seen.has(id)))
}
