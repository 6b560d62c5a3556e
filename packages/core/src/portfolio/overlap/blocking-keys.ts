/**
 * Under which keys a project is found by others: what two projects must have in common before they are compared.
 *
 * | key | why |
 * |---|---|
 * | country, theme and two years | the rule of the field in one key: two that run together in a country share the years in which the later starts |
 * | country and two years | other work at the same place and time (synergy), and themes that are weak by themselves |
 * | country | a side without a start may have run at any time |
 * | stem of a telling word | rare words (a bank, a town, a tool) find what is put in other words elsewhere |
 * | donor, implementer | phases and parts are recognised among the same hands alone |
 * | leading name | phases of one family |
 * | id | what a source says of two records: takes over, is part of |
 *
 * A key is a text; the index makes numbers of them.
 */
import { type Period, TRUSTED_OPEN_DAYS } from './period.ts'
import type { ProjectProfile } from './profile.ts'
import { SPOKEN_OF } from './read-themes.ts'

export interface BlockingKey {
  readonly key: string
  /** how much of its kind this key is, one of three years a third; times what the kind is worth */
  readonly share: number
}

/** What all keys of a kind are worth together, where one word is worth 1 (our judgement). */
const [OF_COUNTRY, OF_YEARS, OF_THEME, OF_HANDS] = [0.5, 1, 5, 0.5]
const DAYS_IN_BIN = 2 * 365
/** No project of a hundred years is worth a thousand keys: a longer one is a slip of the pen. */
const MOST_BINS = 50

/** All keys of a project, each once: those of its countries, then those of its words, then all others. */
export function blockingKeys(profile: ProjectProfile): readonly BlockingKey[] {
  const { facts, places, themes, period } = profile
  const countries = places.countries.length
  const keys: BlockingKey[] = [
    ...places.countries.map((country) => ({ key: `c${country}`, share: OF_COUNTRY / countries })),
    ...profile.stems.map((stem) => ({ key: `w${stem}`, share: 1 })),
  ]
  const bins = binsOf(period)
  const spoken = [...themes.signs]
    .filter(([, { likelihood }]) => likelihood >= SPOKEN_OF)
    .map(([theme]) => theme)
  for (const country of places.countries) {
    for (const bin of bins) {
      keys.push({ key: `y${country}${bin}`, share: OF_YEARS / (countries * bins.length) })
      for (const theme of spoken)
        keys.push({
          key: `t${country}${bin}${theme}`,
          share: OF_THEME / (countries * bins.length * spoken.length),
        })
    }
  }
  for (const donor of new Set(profile.donors)) keys.push({ key: `d${donor}`, share: OF_HANDS })
  for (const implementer of new Set(profile.implementers))
    keys.push({ key: `i${implementer}`, share: OF_HANDS })
  if (profile.phase.lead !== '') keys.push({ key: `n${profile.phase.lead}`, share: 1 })
  for (const id of new Set([facts.id, facts.successorOf, facts.partOf]))
    if (id !== undefined) keys.push({ key: `r${id}`, share: 1 })
  return keys
}

function binsOf({ startEarliest, startLatest, endLatest }: Period): readonly number[] {
  if (startEarliest === null || startLatest === null) return []
  const first = Math.floor(startEarliest / DAYS_IN_BIN)
  const last = Math.floor((endLatest ?? startLatest + TRUSTED_OPEN_DAYS) / DAYS_IN_BIN)
  return Array.from(
    { length: Math.min(MOST_BINS, Math.max(0, last - first) + 1) },
    (_, offset) => first + offset,
  )
}
