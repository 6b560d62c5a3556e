/**
 * What happened, when, to whom: identity, time, victims, effects and techniques of a case record.
 *
 * A date is cut to the precision that the record claims for it: "2016-01-01" with precision "year" is 2016.
 */
import { EFFECTS, inWords, isCertainlyBefore, latestDay, type PartialDate } from '@demarche/core'
import { entryOf, partialDate, wording } from '../reading.ts'
import { type CaseContext, checkNote, dateOf, inCase, isVerified, stateSection } from './case-context.ts'

const EFFECT_WORDS: Readonly<Record<string, (typeof EFFECTS)[number]>> = {
  theft: 'data-theft',
  'data stolen': 'data-theft',
  leak: 'data-leak',
  'staging for espionage': 'staging',
}

/** Cuts a date to the precision named by the words that begin with `day`, `month` or `year`. */
export function cutToPrecision(date: PartialDate, precision: string | null | undefined): PartialDate {
  const length = precision?.startsWith('year') ? 4 : precision?.startsWith('month') ? 7 : 10
  return partialDate(date.slice(0, length)) ?? date
}

export function stateOccurrence(context: CaseContext): void {
  stateIdentity(context)
  stateVictims(context)
  stateAct(context)
}

function stateIdentity(context: CaseContext): void {
  const { record, disclosed } = context
  const stated = dateOf(context, '/startDate', record.startDate)
  const start = stated && cutToPrecision(stated, record.startDatePrecision)
  const dates = record.verified?.dates
  const about = { date: disclosed, verified: isVerified(dates), notes: [checkNote(dates)] }
  stateSection(context, '/name', about, [
    ['name', record.name],
    ['aliases', nonEmpty(record.aliases)],
    ['summary', wording(record.summary)],
    ['startDate', start],
    ['discoveredDate', dateOf(context, '/discoveredDate', record.discoveredDate)],
    ['disclosedDate', disclosed],
  ])
  // how long it lasted can only be known when it is over
  const end = endDate(context, start)
  stateSection(context, '/endDate', { ...about, date: laterOf(disclosed, end) }, [
    ['endDate', end],
    ['durationText', wording(record.duration)],
  ])
}

/** Without a day of disclosure nothing says when the end was known. */
function laterOf(disclosed: PartialDate | undefined, end: PartialDate | undefined): PartialDate | undefined {
  return disclosed && end && latestDay(end) > latestDay(disclosed) ? end : disclosed
}

/** A first day of a month or year in a record that only knows months or years is no day. */
function endDate(context: CaseContext, start: PartialDate | undefined): PartialDate | undefined {
  const { id, endDate: text, startDatePrecision: precision } = context.record
  const end = dateOf(context, '/endDate', text)
  if (!end) return undefined
  const isPlaceholder = precision?.startsWith('year')
    ? end.endsWith('-01-01')
    : precision?.startsWith('month') && /^\d{4}-\d{2}-01$/.test(end)
  const cut = isPlaceholder ? cutToPrecision(end, precision) : end
  if (!start || !isCertainlyBefore(cut, start)) return cut
  const message = `ends on ${cut}, before it starts on ${start}; the end is left out (INT-26)`
  context.collector.remark(
    inCase(id, '/endDate'),
    message,
    inWords('remark-end-left-out', { day: cut, since: start }),
  )
  return undefined
}

function stateVictims(context: CaseContext): void {
  const { record, disclosed, collector } = context
  const states = nonEmpty(record.memberStatesAffected)
  const count = record.memberStatesAffectedCount ?? undefined
  const check = record.verified?.targets
  stateSection(
    context,
    '/targets',
    {
      date: disclosed,
      verified: isVerified(check),
      notes: [checkNote(check), record.memberStatesAffectedNote],
    },
    [
      ...(record.targets ?? []).flatMap(({ country, sector: words, entity }, index) => {
        const sector = wording(words)
        if (!country || !sector) {
          const lacking = country ? 'sector' : 'country'
          const message = `expected the ${lacking}, saw nothing; a target without it is not recorded`
          collector.reject(
            inCase(record.id, `/targets/${index}/${lacking}`),
            message,
            'INT-17',
            inWords('line-lacks', { name: lacking }),
          )
          return []
        }
        const named = wording(entity)
        const value = { country, sector, ...(named && named !== 'unnamed' ? { entity: named } : {}) }
        return [['target', value] as const]
      }),
      ['memberStates', states],
      ['memberStatesAffected', states ? undefined : count],
    ],
  )
}

function stateAct(context: CaseContext): void {
  const { record, disclosed, collector } = context
  const words = record.effects ?? []
  const effects = new Set<string>()
  for (const word of words) {
    if (/^attempted\b/.test(word)) {
      collector.remark(
        inCase(record.id, '/effects'),
        `"${word}" was tried, not achieved: no effect is recorded for it`,
        inWords('remark-tried', { seen: word }),
      )
      continue
    }
    const effect = effectOf(word)
    if (effect) effects.add(effect)
    else
      collector.reject(
        inCase(record.id, '/effects'),
        `"${word}" is no effect; expected one of ${EFFECTS.join(', ')}`,
        'INT-13',
        inWords('line-not-among', { seen: word, choices: EFFECTS }),
      )
  }
  const onlyAttempts = words.length > 0 && words.every((word) => /^attempted\b/.test(word))
  const about = { date: disclosed, verified: isVerified(record.verified?.targets) }
  stateSection(context, '/effects', about, [
    ['effects', nonEmpty([...effects])],
    ['attempted', onlyAttempts ? true : undefined],
    ['originOutsideUnion', record.originOutsideEU ?? undefined],
  ])
  const techniques = nonEmpty(record.techniques?.attackIds)
  if (!techniques) return
  const stated = wording(record.techniques?.source)
  const address = stated && /^https?:\S+/.exec(stated)?.[0]
  stateSection(
    context,
    '/techniques',
    {
      ...(stated ? { document: stated } : {}),
      address,
      date: disclosed,
      verified: isVerified(record.verified?.techniques),
      notes: [checkNote(record.verified?.techniques)],
    },
    [['techniques', techniques]],
  )
}

/** "disruption through later abuse" is a disruption; what follows the effect tells how. */
function effectOf(word: string): string | undefined {
  const plain = word.trim().toLowerCase()
  const mapped = entryOf(EFFECT_WORDS, plain)
  if (mapped) return mapped
  const slug = plain.replaceAll(' ', '-')
  return EFFECTS.find((effect) => slug === effect || slug.startsWith(`${effect}-through-`))
}

function nonEmpty(values: readonly string[] | null | undefined): string[] | undefined {
  const kept = (values ?? []).map((value) => value.trim()).filter((value) => value !== '')
  return kept.length > 0 ? kept : undefined
}
