/**
 * Competing hypotheses against the evidence: what each item says about each explanation, and how much it tells apart.
 *
 * Takes the hypotheses, items and readings on record; gives the matrix. Nothing is invented: a hypothesis that nobody
 * put on record is not in it, a pair that nobody read is open, and a pair that two people read differently is contested.
 *
 * Rests on: R. J. Heuer, Psychology of Intelligence Analysis, chapter 8 (the hypothesis with the fewest inconsistent
 * items stands best; items that fit everything say nothing). Rules ATT-02 and ATT-03 in docs/rules/assessment.md.
 */
import type { HypothesisMatrix } from './attribution-view.ts'
import { ACH_READINGS } from '../incident/case-vocabulary.ts'
import type { Facts, Support } from '../kernel/fact.ts'
import type { Value } from '../kernel/value.ts'

type Reading = (typeof ACH_READINGS)[number]
type Cell = HypothesisMatrix['rows'][number]['readings'][string]

interface Item {
  readonly id: string
  readonly text: string
  readonly support: Support[]
}

/** Builds the matrix of a case; both sides may be empty. */
export function weighHypotheses(facts: Facts): HypothesisMatrix {
  const hypotheses = itemsOf(facts, 'hypothesis')
  const evidence = itemsOf(facts, 'evidence')
  const readings = readingsOf(facts)
  const rows = evidence.map((item) => {
    const cells: Record<string, Cell> = {}
    const support = [...item.support]
    for (const { id } of hypotheses) {
      const given = readings.get(pairKey(id, item.id))
      cells[id] = cellOf(given?.readings ?? new Set())
      if (given) support.push(...given.support)
    }
    return {
      id: item.id,
      text: item.text,
      readings: cells,
      diagnosticity: diagnosticityOf(Object.values(cells)),
      support,
    }
  })
  return {
    hypotheses: hypotheses.map(({ id, text, support }) => ({
      id,
      text,
      inconsistent: rows.filter((row) => row.readings[id] === 'inconsistent').length,
      support,
    })),
    rows,
  }
}

/** The share of pairs of hypotheses that the item tells apart; open and contested readings tell nothing apart. */
function diagnosticityOf(cells: readonly Cell[]): number {
  let [pairs, apart] = [0, 0]
  cells.forEach((a, i) => {
    for (const b of cells.slice(i + 1)) {
      pairs += 1
      if (a !== b && isReading(a) && isReading(b)) apart += 1
    }
  })
  return pairs === 0 ? 0 : apart / pairs
}

function cellOf(readings: ReadonlySet<Reading>): Cell {
  const [only] = readings
  return only === undefined ? 'open' : readings.size === 1 ? only : 'contested'
}

function itemsOf(facts: Facts, property: 'hypothesis' | 'evidence'): readonly Item[] {
  const items = new Map<string, Item>()
  for (const { value, support } of facts.many(property)) {
    const [id, text] = [partOf(value, 'id'), partOf(value, 'text')]
    if (id === undefined || text === undefined) continue
    const known = items.get(id)
    if (known) known.support.push(...support)
    else items.set(id, { id, text, support: [...support] })
  }
  return [...items.values()]
}

function readingsOf(facts: Facts) {
  const readings = new Map<string, { readings: Set<Reading>; support: Support[] }>()
  for (const { value, support } of facts.many('evidenceReading')) {
    const [hypothesis, evidence] = [partOf(value, 'hypothesis'), partOf(value, 'evidence')]
    const reading = ACH_READINGS.find((word) => word === partOf(value, 'reading'))
    if (hypothesis === undefined || evidence === undefined || reading === undefined) continue
    const key = pairKey(hypothesis, evidence)
    const entry = readings.get(key) ?? { readings: new Set(), support: [] }
    entry.readings.add(reading)
    entry.support.push(...support)
    readings.set(key, entry)
  }
  return readings
}

function isReading(cell: Cell): boolean {
  return cell !== 'open' && cell !== 'contested'
}

function pairKey(hypothesis: string, evidence: string): string {
  return JSON.stringify([hypothesis, evidence])
}

function partOf(value: Value, part: string): string | undefined {
  if (typeof value !== 'object' || Array.isArray(value)) return undefined
  const found = Object.entries(value).find(([name]) => name === part)?.[1]
  return typeof found === 'string' ? found : undefined
}
