/**
 * A change between two dates in the words of the desk: labels for what changed, and what it was before and after.
 *
 * Takes a change as the server tells it, with ids, verdicts, levels and ISO dates; gives texts to be shown. Words that it does
 * not know stay as they are. Next door: `change-table.tsx` shows them.
 */
import type { HistoryAnswer } from '@demarche/api'
import { type ChangedFact, type ChangedValue, NOT_IN_FORCE } from '@demarche/core/dossier/compare-dossiers.ts'
import type { Doctrine } from '@demarche/core'
import { entryLabel, entryOf, type Labelled, propertyLabel } from '../../grounds/labels.ts'
import { formatPartialDate } from '../../parts/format-date.ts'
import { formatValue, words } from '../../parts/format-value.ts'
import { levelWords } from '../../parts/level-dots.tsx'
import { unitOf } from '../../parts/say-reason.ts'
import { semicolon } from '../../parts/semicolon.ts'
import { saidLabel } from '../../record/doctrine-labels.ts'
import { isTextKey, type Say } from '../../texts.ts'
import { stateWords } from '../attribution/claims.tsx'

type Change = HistoryAnswer['changes'][number]

export interface Known {
  readonly dossier: Labelled
  readonly doctrine: Doctrine | undefined
  readonly t: Say
}

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/

/** The text of a key, where there is one; else the word itself. */
function keyed(t: Say, key: string, word: string): string {
  return isTextKey(key) ? t(key) : words(word)
}

function testWords({ doctrine, t }: Known, id: string, verdict: string, onDate: string): string {
  if (verdict === NOT_IN_FORCE) return t('test.notInForce')
  const entry = entryOf(doctrine, id, onDate)
  const wording = doctrine?.tests.find((one) => one === entry)?.wording
  const own = verdict === 'true' ? wording?.true : verdict === 'false' ? wording?.false : undefined
  return own ?? keyed(t, `verdict.test.${verdict}`, verdict)
}

function factWords(t: Say, property: string, { values }: ChangedFact): string {
  const said = values.map((value) => formatValue(t, property, value, unitOf(property)))
  const [only, ...others] = said
  return others.length === 0
    ? (only ?? '')
    : `${t('facts.contestedTag')}${t('mark.colon')} ${said.join(semicolon())}`
}

function claimPart(t: Say, part: string): string {
  if (DATE.test(part)) return formatPartialDate(part)
  if (/^([A-Z]{2}|\*)$/.test(part)) return stateWords(part)
  return keyed(t, `claim.kind.${part}`, part)
}

/** Who, and what they said or did. */
function named(t: Say, parts: readonly string[]): string {
  return parts.join(`${t('mark.colon')} `)
}

/** What a change is about, by its label. */
export function subjectWords({ part, subject }: Change, { dossier, doctrine, t }: Known): string {
  switch (part) {
    case 'facts':
      return propertyLabel(dossier, doctrine, subject, t)
    case 'responses':
      return named(t, subject.split(': ').map(words))
    case 'attribution':
      return named(t, subject.split(': '))
    case 'tests':
      return entryLabel(dossier, doctrine, subject)
    default:
      return saidLabel(subject)
  }
}

/** How it read on a date: before (`change.before`) or after (`change.after`). */
export function changeWords(
  change: Change,
  values: readonly ChangedValue[],
  onDate: string,
  known: Known,
): string {
  if (values.length === 0) return known.t('history.nothing')
  return values.map((value) => valueWords(change, value, onDate, known)).join(semicolon())
}

function valueWords({ part, subject }: Change, value: ChangedValue, onDate: string, known: Known): string {
  const { t } = known
  if (typeof value !== 'string')
    return 'values' in value ? factWords(t, subject, value) : levelWords(t, value)
  switch (part) {
    case 'tests':
      return testWords(known, subject, value, onDate)
    case 'measures':
      return keyed(t, `availability.${value}`, value)
    case 'packages':
      return keyed(
        t,
        isTextKey(`proportionality.${value}`) ? `proportionality.${value}` : `verdict.lawful.${value}`,
        value,
      )
    case 'norms':
      return keyed(t, `norm.status.${value}`, value)
    case 'attribution':
      return value
        .split(', ')
        .map((one) => claimPart(t, one))
        .join(', ')
    case 'responses':
    case 'facts':
    case 'profile':
      return DATE.test(value) ? formatPartialDate(value) : words(value)
  }
}
