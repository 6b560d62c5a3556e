/**
 * What the list of cases shows of one case, made only from statements under one marking label.
 *
 * A read puts the parts that a reader may see together: of each text and date the best placed one, of countries and
 * answers the union. Where sources contest each other the list shows the credible one recorded last; the dossier
 * shows all (LED-08).
 *
 * Next door: `list-cases.ts` merges in SQL, `record-parts.ts` keeps the rows.
 */
import {
  responseSchema,
  type Response,
  standingAssertions,
  type Statement,
  targetSchema,
  attributionClaimSchema,
} from '@demarche/core'
import type { CasePartTable, MarkingColumns } from '../schema/tables.ts'
import { crossesLabels, rankOf, storable } from '../ledger/projection.ts'
import { foldText } from '../ledger/fold-text.ts'

export type CasePart = Omit<CasePartTable, keyof MarkingColumns>

/** The sides whose act counts as an answer by the Union and its members. */
const OUR_SIDES: readonly Response['bySide'][] = ['EU', 'EU-institution', 'MS']

/** Words of a search text are cut off here: nobody searches for the end of an essay. */
const SEARCH_CHARACTERS = 4000

interface Best {
  value: string
  rank: string
}

/** The part of one case that these statements make. Their order does not matter. */
export function casePart(entity: string, statements: readonly Statement[]): CasePart {
  const best = new Map<string, Best>()
  const memberStates = new Set<string>()
  const targetCountries = new Set<string>()
  const answers = new Set<string>()
  const words: string[] = [entity.slice(entity.indexOf(':') + 1)]
  for (const { statement, assertion } of standingAssertions(statements)) {
    const { property, value } = assertion
    switch (property) {
      case 'name':
      case 'startDate':
      case 'disclosedDate': {
        if (typeof value !== 'string') break
        const rank = rankOf(statement)
        const before = best.get(property)
        if (!before || rank > before.rank) best.set(property, { value: storable(value), rank })
        if (property === 'name') words.push(value)
        break
      }
      case 'summary':
      case 'sourceReference':
        if (typeof value === 'string') words.push(value)
        break
      case 'aliases':
        if (Array.isArray(value)) words.push(...value.map(String))
        break
      case 'memberStates':
        if (Array.isArray(value)) for (const country of value) memberStates.add(storable(String(country)))
        break
      case 'target': {
        const target = targetSchema.safeParse(value)
        if (!target.success) break
        targetCountries.add(target.data.country)
        words.push(target.data.sector, target.data.entity ?? '')
        break
      }
      case 'attributionClaim': {
        const claim = attributionClaimSchema.safeParse(value)
        if (claim.success) words.push(claim.data.accused)
        break
      }
      case 'response': {
        const response = responseSchema.safeParse(value)
        const answer = response.success ? answerOf(response.data) : null
        if (answer) answers.add(answer)
        break
      }
      case 'noJointResponse':
        answers.add('none')
        break
      default:
    }
  }
  const name = best.get('name')
  const start = best.get('startDate')
  const disclosed = best.get('disclosedDate')
  return {
    entity,
    name: name?.value ?? null,
    name_sort: name ? foldText(name.value) : null,
    name_rank: name?.rank ?? null,
    start_date: start?.value ?? null,
    start_rank: start?.rank ?? null,
    disclosed_date: disclosed?.value ?? null,
    disclosed_rank: disclosed?.rank ?? null,
    member_states: [...memberStates].toSorted(),
    target_countries: [...targetCountries].toSorted(),
    answers: [...answers].toSorted(),
    search: storable(foldText([...new Set(words)].join(' '))).slice(0, SEARCH_CHARACTERS),
    statements: statements.filter(({ erased }) => !erased).length,
    recorded_at: statements.reduce(
      (latest, { assertedAt }) => (assertedAt > latest ? assertedAt : latest),
      '',
    ),
    crosses: crossesLabels(statements),
  }
}

function answerOf({ bySide, category }: Response): string | null {
  if (!OUR_SIDES.includes(bySide) || category === undefined) return null
  return category === 'lawful-response-support' ? 'support' : category
}
