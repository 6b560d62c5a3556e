/**
 * Whose finding or rating it is: what was found, its grounds, who put it on record and what is doubtful about it.
 *
 * A judgement may have come with a file or been coded in hindsight: the desk says what the record says, no more.
 * Takes a dossier and the fact of a finding or rating; gives lines for the Grounds panel.
 * Rests on: the statements behind the fact.
 */
import type { Alternative, Doctrine, Dossier, Fact, Value } from '@demarche/core'
import { datesInWords } from '@demarche/core/drafting/phrase-dates.ts'
import { formatPartialDate } from '../parts/format-date.ts'
import { formatInstant } from '../parts/format-value.ts'
import { partyInWords } from '../parts/party-name.ts'
import type { Say } from '../texts.ts'

function partOf(value: Value, name: string): Value | undefined {
  if (typeof value !== 'object' || Array.isArray(value)) return undefined
  return Object.entries(value).find(([key]) => key === name)?.[1]
}

function valuesOf(fact: Fact | undefined): readonly Alternative[] {
  if (!fact || fact.state === 'unknown') return []
  return fact.state === 'known' ? [{ value: fact.value, support: fact.support }] : fact.alternatives
}

function said(value: Value, t: Say): string {
  const holds = partOf(value, 'holds')
  const level = partOf(value, 'level')
  const why = partOf(value, 'grounds') ?? partOf(value, 'reason')
  return t('judgement.said', {
    what:
      holds !== undefined
        ? t(holds === true ? 'judgement.holds' : 'judgement.holdsNot')
        : t('level.known', { level: Number(level) }),
    why: typeof why === 'string' ? why : t('fact.unknown'),
  })
}

/** The lines about every judgement on record, with the source and its note; none when nothing is on record. */
export function judgementOnRecord(
  dossier: Dossier,
  doctrine: Doctrine | undefined,
  fact: Fact | undefined,
  t: Say,
): readonly string[] {
  return valuesOf(fact).flatMap(({ value, support }) => [
    said(value, t),
    ...support.flatMap(({ statement: id }) => {
      const statement = dossier.statements[id]
      if (!statement) return []
      const { source, assertedBy, assertedAt } = statement
      const by = t('judgement.by', {
        by: partyInWords(doctrine, assertedBy, t),
        source: source.party ? `${source.party}${t('mark.colon')} ${source.document}` : source.document,
        date: source.date ? formatPartialDate(source.date) : t('statement.undated'),
        at: formatInstant(assertedAt),
      })
      return [by, ...(source.note ? [t('judgement.note', { note: datesInWords(source.note) })] : [])]
    }),
  ])
}
