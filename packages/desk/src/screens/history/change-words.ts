/**
 * A change between two dates in the words of the desk: labels for what changed, and what it was before and after.
 *
 * Takes a change as the server tells it, with ids, verdicts and ISO dates; gives texts to be shown. Words that it does
 * not know stay as they are. Next door: `compare.tsx` shows them.
 */
import type { HistoryAnswer } from '@demarche/api'
import { CASE_VOCABULARY } from '@demarche/core/incident/case-vocabulary.ts'
import type { Doctrine, Dossier } from '@demarche/core'
import { entryLabel, entryOf, propertyLabel } from '../../grounds/labels.ts'
import { formatPartialDate } from '@demarche/core/kernel/partial-date.ts'
import { formatValue, words } from '../../parts/format-value.ts'
import { levelWords } from '../../parts/level-dots.tsx'
import { isTextKey, type Say } from '../../texts.ts'
import { stateWords } from '../attribution/claims.tsx'

type Change = HistoryAnswer['changes'][number]

interface Known {
  readonly dossier: Dossier
  readonly doctrine: Doctrine | undefined
  readonly t: Say
}

const NOTHING = new Set(['', 'nothing on record'])
const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/

/** The text of a key, where there is one; else the word itself. */
function keyed(t: Say, key: string, word: string): string {
  return isTextKey(key) ? t(key) : words(word)
}

function testWords({ doctrine, t }: Known, id: string, verdict: string, onDate: string): string {
  if (verdict === 'not in force') return t('test.notInForce')
  const entry = entryOf(doctrine, id, onDate)
  const wording = doctrine?.tests.find((one) => one === entry)?.wording
  const own = verdict === 'true' ? wording?.true : verdict === 'false' ? wording?.false : undefined
  return own ?? keyed(t, `verdict.test.${verdict}`, verdict)
}

function levelText(t: Say, text: string): string {
  const [first = 0, second = 0] = (text.match(/\d/g) ?? []).map(Number)
  if (/^\d$/.test(text)) return t('level.known', { level: first })
  if (/^\d to \d$/.test(text)) return t('level.between', { lower: first, upper: second })
  if (text.startsWith('contested: ')) {
    return t('level.contested', { levels: text.slice('contested: '.length).replaceAll(' or ', ', ') })
  }
  return text === 'unknown' ? levelWords(t, { state: 'unknown' }) : text
}

function claimPart(t: Say, part: string): string {
  if (DATE.test(part)) return formatPartialDate(part)
  if (/^([A-Z]{2}|\*)$/.test(part)) return stateWords(part)
  return keyed(t, `claim.kind.${part}`, part)
}

function each(text: string, say: (part: string) => string): string {
  return text
    .split('; ')
    .map((part) => say(part))
    .join('; ')
}

/** What a change is about, by its label. */
export function subjectWords({ part, subject }: Change, { dossier, doctrine, t }: Known): string {
  switch (part) {
    case 'facts': {
      const judged = /^(Finding|Rating): (.+)$/.exec(subject)
      const family = judged?.[1]?.toLowerCase()
      return judged && family
        ? propertyLabel(dossier, doctrine, `${family}.${judged[2]}`, t)
        : (CASE_VOCABULARY.find(subject)?.label ?? subject)
    }
    case 'responses':
      return subject.split(': ').map(words).join(': ')
    case 'attribution':
      return subject
    default:
      return entryLabel(dossier, doctrine, subject)
  }
}

/** How it read on a date: before (`change.before`) or after (`change.after`). */
export function changeWords(change: Change, text: string, onDate: string, known: Known): string {
  const { t } = known
  if (NOTHING.has(text)) return t('history.nothing')
  switch (change.part) {
    case 'tests':
      return each(text, (part) => testWords(known, change.subject, part, onDate))
    case 'measures':
      return each(text, (part) => keyed(t, `availability.${part}`, part))
    case 'norms':
      return each(text, (part) => keyed(t, `norm.status.${part}`, part))
    case 'profile':
      return each(text, (part) => levelText(t, part))
    case 'attribution':
      return each(text, (claim) =>
        claim
          .split(', ')
          .map((part) => claimPart(t, part))
          .join(', '),
      )
    case 'responses':
      return each(text, (part) => (DATE.test(part) ? formatPartialDate(part) : words(part)))
    case 'facts':
      return each(text, (part) => (DATE.test(part) ? formatValue(t, 'date', part) : words(part)))
  }
}
