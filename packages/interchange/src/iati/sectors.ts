/**
 * What an activity is about: sectors of OECD DAC, and themes of this desk.
 *
 * Rule: INT-17 a share below 0 or above 100. Next door: `activity.ts`, `places.ts`.
 */
import { inWords } from '@demarche/core'
import { entryOf } from '../reading.ts'
import { type ActivityContext, statePassage } from './activity-context.ts'
import { NO_SECTOR, SECTOR_VOCABULARIES, THEMES_VOCABULARY } from './code-words.ts'
import { percentOf } from './places.ts'
import { attributeOf, childrenOf, vocabularyOf } from './xml-tree.ts'

/**
 * States the sectors of OECD DAC with their shares, and the themes that an earlier export wrote as sectors. Sectors that
 * only transactions name count as the activity's, because the standard has them in one of the two places.
 */
export function stateSectors(context: ActivityContext): void {
  const own = childrenOf(context.activity, 'sector')
  const within = childrenOf(context.activity, 'transaction').flatMap((one) => childrenOf(one, 'sector'))
  const nodes = own.length > 0 ? own : within
  const locator = own.length > 0 || within.length === 0 ? 'sector' : 'transaction/sector'
  if (own.length > 0 && within.length > 0)
    context.collector.leave('transaction/sector', inWords('left-sectors-of-activity'), within.length)
  const themes: string[] = []
  const sectors: string[] = []
  const shares: { of: string; percent: number }[] = []
  for (const node of nodes) {
    const code = attributeOf(node, 'code') ?? ''
    if (attributeOf(node, 'vocabulary-uri') === THEMES_VOCABULARY) {
      themes.push(code)
      continue
    }
    const vocabulary = vocabularyOf(node)
    const prefix = entryOf(SECTOR_VOCABULARIES, vocabulary)
    if (vocabulary === '1' && code === NO_SECTOR) continue
    if (prefix === undefined) {
      context.collector.leave(locator, inWords('left-other-sectors'))
      continue
    }
    const percent = percentOf(context, node)
    sectors.push(prefix + code)
    if (percent !== undefined) shares.push({ of: prefix + code, percent })
  }
  const [first] = nodes
  statePassage(context, {
    locator,
    line: first?.line ?? context.activity.line,
    claims: [
      ['themes', themes.length > 0 ? [...new Set(themes)] : undefined],
      ['sectors', sectors.length > 0 ? [...new Set(sectors)] : undefined],
      ...shares.map((share) => ['shares', share] as const),
    ],
  })
}

/** Themes of this desk; a project holds no other tags. */
export function stateTags(context: ActivityContext): void {
  const nodes = childrenOf(context.activity, 'tag')
  const own = nodes.filter((node) => attributeOf(node, 'vocabulary-uri') === THEMES_VOCABULARY)
  const others = nodes.length - own.length
  if (others > 0) context.collector.leave('tag', inWords('left-no-property'), others)
  const [first] = own
  if (!first) return
  statePassage(context, {
    locator: 'tag',
    line: first.line,
    claims: [['themes', [...new Set(own.map((node) => attributeOf(node, 'code') ?? ''))]]],
  })
}
