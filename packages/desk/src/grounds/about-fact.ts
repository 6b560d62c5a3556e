/**
 * Grounds of a fact and of a statement, whatever they are about: the value, the values side by side, who said so.
 */
import type { OnRecord } from '../record/on-record.ts'
import { textOf } from '../record/wording.ts'
import type { Say } from '../texts.ts'
import type { Grounds } from './grounds.ts'
import type { Topic } from './use-grounds.ts'

type Known = Pick<OnRecord, 'facts' | 'statements' | 'wording'>

function ofFact({ facts, wording }: Known, property: string, t: Say): Grounds | undefined {
  const row = facts.find((one) => one.property === property)
  if (!row) return undefined
  const { fact, values = [] } = row
  const base = { kind: t('grounds.kind.fact'), title: wording.label(property), property, sections: [] }
  if (row.cardinality === 'many') {
    return values.length === 0
      ? { ...base, conclusion: t('fact.unknown'), support: [] }
      : { ...base, alternatives: values, support: values.flatMap(({ support }) => support) }
  }
  if (!fact || fact.state === 'unknown') return { ...base, conclusion: t('fact.unknown'), support: [] }
  const derived = fact.derivedBy
    ? [{ heading: t('grounds.derived'), lines: [t('grounds.derivedBy', { rule: fact.derivedBy })] }]
    : []
  return fact.state === 'known'
    ? {
        ...base,
        conclusion: textOf(wording.say(property, fact.value, row.unit)),
        sections: derived,
        support: fact.support,
      }
    : {
        ...base,
        conclusion: t('fact.contested', { count: fact.alternatives.length }),
        alternatives: fact.alternatives,
        sections: derived,
        support: fact.alternatives.flatMap(({ support }) => support),
      }
}

/** The grounds of a fact or a statement on record; undefined for anything else, and for what is not on record. */
export function aboutFact({ kind, id }: Topic, known: Known, t: Say): Grounds | undefined {
  if (kind === 'fact') return ofFact(known, id, t)
  return kind === 'statement' && known.statements[id]
    ? {
        kind: t('grounds.kind.statement'),
        title: t('grounds.statementTitle'),
        sections: [],
        support: [{ statement: id, property: '' }],
      }
    : undefined
}
