/** What a reader can ask of a ledger about a world, in two parts, so that two ledgers can be compared by it. */
import { CASE_SORTS } from '@demarche/api'
import type { LedgerView } from '../src/index.ts'
import type { World } from './drawn-worlds.ts'
import { ALL_CASES } from './ledgers.ts'

const RECORDS = { kinds: ['project'], sort: 'name', order: 'asc', offset: 0, limit: 200 } as const

/** Everything that a reader can ask about a world; what would number or name the rest of the ledger is narrowed to it. */
export async function everything(
  ledger: LedgerView,
  world: World,
  ids: readonly string[],
  prefix: string,
  sort: string,
) {
  const query = { ...ALL_CASES, q: prefix, sort: CASE_SORTS.find((one) => one === sort) ?? 'name' }
  const own = (entity: string) => entity.includes(prefix)
  return {
    of: await Promise.all(world.cases.map((entity) => ledger.statements(entity))),
    together: await ledger.statementsOf(world.cases),
    each: await Promise.all(ids.map((id) => ledger.statement(id))),
    entities: (await ledger.entities('case')).filter(own),
    listEntities: (await ledger.entities('need-to-know-list')).filter(own),
    markingEntities: (await ledger.entities('marking')).filter(own),
    remarkings: await Promise.all(world.cases.map((entity) => ledger.remarkings(entity))),
    lists: (await ledger.lists()).filter(own),
    list: await ledger.listCases(query),
    page: await ledger.listCases({ ...query, offset: 1, limit: 1, memberState: 'DE' }),
    records: await ledger.findRecords({ ...RECORDS, q: prefix }),
    recordsFrom: await ledger.findRecords({
      ...RECORDS,
      q: prefix,
      from: '2017',
      facets: [['memberStates=DE']],
    }),
    snow: await ledger.findRecords({ ...RECORDS, q: `${prefix} snow`, sort: 'start' }),
    tied: (await ledger.findTied(['memberStates=FR', 'memberStates=EE'], 500)).flatMap(
      ({ kind, property, entities }) => {
        const named = entities.filter(own)
        return named.length === 0 ? [] : [{ kind, property, entities: named }]
      },
    ),
  }
}

/** What is found, counted and kept of the world's one record and its cases, beside what `everything` asks. */
export async function keptOf(ledger: LedgerView, world: World, prefix: string) {
  const named = { ...RECORDS, q: prefix }
  const digests = [...(await ledger.kindSeen('case')).digests].filter(([entity]) => entity.includes(prefix))
  return {
    digests,
    digestsOf: [...(await ledger.digestsOf(world.cases))],
    seen: await ledger.seenOf(world.cases),
    counted: await ledger.countBy(named, 'memberStates'),
    stated: (await ledger.statedRecords()).filter(({ entity }) => entity.includes(prefix)),
  }
}
