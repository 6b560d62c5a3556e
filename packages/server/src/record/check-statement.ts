/**
 * The border for statements: nothing is put on record that the vocabulary, the marking rules or the ledger refuse.
 *
 * Takes what a person entered; gives nothing when it may be recorded, else one refusal with every fault in it.
 * Rules: VOC-01 unknown property, VOC-02 value does not fit, VOC-03 days of validity that do not, REC-01 no classified content, REC-02 a correction names a
 * statement of the same case that the reader can see, REC-03 a statement says something, REC-08 its source has spoken.
 */
import { DemarcheError, type Fault, faultOf, refusalOf } from '@demarche/api'
import {
  type Assertion,
  type CalendarDate,
  checkInterval,
  checkValue,
  type CountryGroup,
  findClassification,
  inWords,
  isCertainlyBefore,
  isInventedCode,
  isPlaceCode,
  parsePartialDate,
  type Source,
  type Statement,
  type StatementReference,
  type Vocabulary,
} from '@demarche/core'

export interface StatementToCheck {
  readonly assertions: readonly Assertion[]
  readonly supersedes?: readonly StatementReference[] | undefined
  readonly retracts?: readonly StatementReference[] | undefined
}

/** @throws DemarcheError value-refused with every assertion that does not fit, or classified-content */
export function checkAssertions(vocabulary: Vocabulary, input: StatementToCheck): void {
  refuseClassified(input)
  const faults = input.assertions.flatMap((assertion, index): Fault[] => {
    const { property, value } = assertion
    const refusal = checkValue(vocabulary, property, value)
    if (refusal) return [faultOf(`/assertions/${index}/value`, refusal.words, refusal.rule)]
    const untimely = checkInterval(vocabulary, assertion)
    return untimely ? [faultOf(`/assertions/${index}`, untimely.words, untimely.rule)] : []
  })
  if (faults.length > 0) throw new DemarcheError('value-refused', textOf(faults), faults)
}

/** @throws DemarcheError value-refused for the code of a place that is no country and none of these groups (VOC-04) */
export function checkPlaces(
  vocabulary: Vocabulary,
  { assertions }: StatementToCheck,
  groups: readonly Pick<CountryGroup, 'id'>[],
): void {
  const faults = assertions.flatMap(({ property, value }, index): Fault[] => {
    if (vocabulary.find(property)?.type.type !== 'places' || !Array.isArray(value)) return []
    const unknown = value
      .map(String)
      .find((code) => !isPlaceCode(code) && !isInventedCode(code) && !groups.some(({ id }) => id === code))
    if (unknown === undefined) return []
    return [faultOf(`/assertions/${index}/value`, inWords('value-no-place', { seen: unknown }), 'VOC-04')]
  })
  if (faults.length > 0) throw new DemarcheError('value-refused', textOf(faults), faults)
}

/** @throws DemarcheError value-refused when the source would have spoken after today (REC-08) */
export function checkSourceDate({ date }: Pick<Source, 'date'>, today: CalendarDate): void {
  if (date === undefined || !isCertainlyBefore(parsePartialDate(today), date)) return
  const words = inWords('source-after-today', { day: date, today })
  throw refusalOf('value-refused', faultOf('/source/date', words, 'REC-08'))
}

/**
 * @param onRecord the statements about the entity that the reader can see
 * @throws DemarcheError value-refused when a correction or withdrawal refers to something else
 */
export function checkReferences(input: StatementToCheck, onRecord: readonly Statement[]): void {
  const faults: Fault[] = []
  const known = new Map(onRecord.map((statement) => [statement.id, statement]))
  for (const part of ['supersedes', 'retracts'] as const) {
    for (const [index, { statement: id, property }] of (input[part] ?? []).entries()) {
      const place = `/${part}/${index}`
      const target = known.get(id)
      if (!target) {
        faults.push(faultOf(place, inWords('correction-of-nothing', { seen: shortened(id) }), 'REC-02'))
      } else if (
        property !== undefined &&
        !target.assertions.some((assertion) => assertion.property === property)
      ) {
        const words = inWords('correction-of-another', { seen: shortened(id), name: property })
        faults.push(faultOf(place, words, 'REC-02'))
      }
    }
  }
  if (input.assertions.length === 0 && !input.retracts) {
    faults.push(faultOf('/assertions', inWords('says-nothing'), 'REC-03'))
  }
  if (faults.length > 0) throw new DemarcheError('value-refused', textOf(faults), faults)
}

/** @throws DemarcheError classified-content when any text in the value carries an EU classification marking (REC-01) */
export function refuseClassified(value: unknown): void {
  const found = findIn(value, '')
  if (!found) return
  const words = inWords('classified', { seen: found.marking })
  throw refusalOf('classified-content', faultOf(found.place, words, 'REC-01'))
}

function shortened(id: string): string {
  return `${id.slice(0, 12)}…`
}

function findIn(value: unknown, place: string): { place: string; marking: string } | null {
  if (typeof value === 'string') {
    const marking = findClassification(value)
    return marking === null ? null : { place: place || '/', marking }
  }
  if (typeof value !== 'object' || value === null) return null
  for (const [key, part] of Object.entries(value)) {
    const found = findIn(part, `${place}/${key}`)
    if (found) return found
  }
  return null
}

function textOf(faults: readonly Fault[]): string {
  return faults
    .map(({ message, rule }) => (rule === undefined ? message : `${message} (rule ${rule})`))
    .join('; ')
}
