/** Why an act is proposed for a measure, in words: by its kind, by who takes part, and what nobody read. */
import type { CountsFor } from '@demarche/core'
import type { PlaceName } from '../portfolio/places.ts'
import type { Say } from '../texts.ts'

interface Words {
  readonly t: Say
  readonly placeName: PlaceName
  /** what a kind of act is called */
  readonly sayAct: (word: string) => string
}

/** One sentence for each reason and each doubt. */
export function sayCounting(one: CountsFor, { t, placeName, sayAct }: Words): readonly string[] {
  const set = placeName(one.set)
  return [
    ...(one.acts.length === 0 && one.counting !== 'set-aside'
      ? [t('cbm.byPeople')]
      : one.acts.map((act) => t(one.isJudgement ? 'cbm.byKindJudged' : 'cbm.byKind', { act: sayAct(act) }))),
    ...one.takesPart.map(({ state, answer }) =>
      t(`cbm.takesPart.${answer}`, { state: placeName(state), set }),
    ),
    ...(one.takesPart.length === 0 ? [t('cbm.noState')] : []),
    ...(one.isMeasureUnread ? [t('cbm.measureUnread')] : []),
  ]
}
