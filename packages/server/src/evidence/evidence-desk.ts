/**
 * What rests on items of evidence, for a reader: from the statements, cases and procedures that the reader may see alone.
 *
 * The ledger finds what names an item by a row of the statements that name it; core weighs the case with and without it.
 *
 * Rules: docs/rules/evidence.md, EVI-01 to EVI-04. Next door: `listing-gate.ts` stands before a listing.
 */
import type {
  CaseEvidenceAnswer,
  CaseEvidenceItem,
  EvidenceRestsAnswer,
  ListingUseSaid,
  RestingCase,
  RestingProcedure,
  RestingStatement,
} from '@demarche/api'
import {
  alternativesOf,
  citesFacet,
  type Dossier,
  type EvidenceRemoval,
  facet,
  highestMarking,
  itemsNamedIn,
  itemsOf,
  itemsUnder,
  kindOfEntity,
  type Marking,
  PUBLIC,
  type Statement,
} from '@demarche/core'
import type { Reader, Store } from '@demarche/store'
import type { DossierDesk } from '../dossier/dossier-desk.ts'
import type { PortfolioDesk } from '../portfolio/portfolio-desk.ts'
import type { ProcedureDesk } from '../procedure/procedure-desk.ts'

export interface EvidenceDesk {
  /** @throws DemarcheError not-found when the reader may see nothing of the item */
  rests(reader: Reader, item: string, asOf?: string): Promise<EvidenceRestsAnswer>
  /** @throws DemarcheError not-found when the reader may see nothing of the case */
  ofCase(reader: Reader, entity: string, asOf?: string): Promise<CaseEvidenceAnswer>
}

interface Dependencies {
  readonly store: Pick<Store, 'as'>
  readonly dossiers: DossierDesk
  readonly procedures: ProcedureDesk
  readonly portfolio: PortfolioDesk
  readonly clock: () => Date
}

export const EVIDENCE_KIND = 'evidence-item'
/** So many cases are weighed at once; of an item that carries more the rest is counted. */
const MOST_CASES = 30
const MOST_RECORDS = 50
/** Items of one case that are weighed besides those that a measure rests on. */
const MOST_ITEMS = 60

export function openEvidenceDesk({
  store,
  dossiers,
  procedures,
  portfolio,
  clock,
}: Dependencies): EvidenceDesk {
  /** What the reader sees of these items on the day; nothing of those that the reader does not see. */
  const itemsSeen = async (reader: Reader, items: readonly string[], asOf: string | undefined) => {
    const seen = new Set((await store.as(reader).statementsOf(items)).map(({ entity }) => entity))
    return Promise.all(
      items.filter((item) => seen.has(item)).map((item) => portfolio.record(reader, item, { asOf })),
    )
  }
  const namesOf = async (reader: Reader, items: readonly string[], asOf: string | undefined) => {
    const seen = await itemsSeen(reader, [...new Set(items)].slice(0, MOST_ITEMS), asOf)
    return {
      names: Object.fromEntries(seen.map(({ record }) => [record.entity, record.name])),
      markings: seen.map(({ record }) => record.marking),
    }
  }

  return {
    async rests(reader, item, asOf) {
      const { record } = await portfolio.record(reader, item, { asOf })
      const tied = await store.as(reader).findTied([citesFacet(item)], Math.max(MOST_CASES, MOST_RECORDS))
      const ofCases = tied.find(({ kind }) => kind === 'case')
      const others = tied.filter(({ kind }) => kind !== 'case').flatMap(({ entities }) => entities)
      const onTrack = await procedures.list(reader, clock())
      const cases: RestingCase[] = []
      for (const entity of ofCases?.entities.slice(0, MOST_CASES) ?? []) {
        const dossier = await dossiers.dossier(reader, entity, { asOf })
        const removal = dossiers.without(dossier, item)
        if (removal.falls.length + removal.stays.length === 0) continue
        cases.push(caseOf(dossier, removal, item, proceduresOf(entity, removal, onTrack)))
      }
      const records = await recordsNaming(reader, others.slice(0, MOST_RECORDS), asOf)
      const also = await namesOf(
        reader,
        cases.flatMap(({ stays }) => stays.flatMap((one) => one.also)),
        asOf,
      )
      return {
        item,
        asOf: record.asOf,
        marking: markingOf([
          ...cases.flatMap(({ marking, procedures: own }) => [marking, ...own.map((one) => one.marking)]),
          ...records.map(({ marking }) => marking),
          ...also.markings,
        ]),
        total: (ofCases?.total ?? 0) > MOST_CASES ? (ofCases?.total ?? 0) : cases.length,
        cases,
        records: records.map(({ entity, name }) => ({ entity, name })),
        names: also.names,
      }
    },
    async ofCase(reader, entity, asOf) {
      const dossier = await dossiers.dossier(reader, entity, { asOf })
      const named = itemsNamedIn(Object.values(dossier.statements))
      const speaking = await store.as(reader).findTied([facet('cases', entity)], MOST_ITEMS)
      const measures = new Map(
        dossier.measures.map((finding) => [finding.measure, itemsUnder(finding, dossier.statements)]),
      )
      const others = [
        ...named,
        ...speaking.filter(({ kind }) => kind === EVIDENCE_KIND).flatMap(({ entities }) => entities),
      ].slice(0, MOST_ITEMS)
      // what a measure rests on is always asked about, however many there are (EVI-04)
      const items = [...new Set([...[...measures.values()].flat(), ...others])]
      const seen = await itemsSeen(reader, items, asOf)
      const rows = seen.flatMap(({ record, evidence, statements }): CaseEvidenceItem[] => {
        if (!evidence) return []
        const { falls, stays, changes } = dossiers.without(dossier, record.entity)
        const row = record.facts.find(({ property }) => property === 'listingUse')
        return [
          {
            entity: record.entity,
            name: record.name,
            marking: record.marking,
            falls: falls.length,
            stays: stays.length,
            changes: changes.length,
            measures: [...measures].flatMap(([id, under]) => (under.includes(record.entity) ? [id] : [])),
            listingUse: evidence.listingUse,
            answers: row
              ? alternativesOf(row).flatMap(({ value, support }) =>
                  support.flatMap(({ statement: id }) => {
                    const statement = statements[id]
                    return statement ? [saidOf(String(value), statement)] : []
                  }),
                )
              : [],
          },
        ]
      })
      return {
        asOf: dossier.asOf,
        marking: markingOf(rows.map(({ marking }) => marking)),
        items: rows.toSorted(
          (a, b) => b.falls + b.stays - a.falls - a.stays || (a.entity < b.entity ? -1 : 1),
        ),
      }
    },
  }

  async function recordsNaming(reader: Reader, entities: readonly string[], asOf: string | undefined) {
    const known = entities.filter((one) => portfolio.kinds.some(({ id }) => id === kindOfEntity(one)))
    return (await Promise.all(known.map((one) => portfolio.record(reader, one, { asOf })))).map(
      ({ record }) => record,
    )
  }
}

function markingOf(markings: readonly Marking[]): Marking {
  return markings.length === 0 ? PUBLIC : highestMarking(markings)
}

function caseOf(
  { entity, name, marking }: Dossier,
  { falls, stays, changes }: EvidenceRemoval,
  item: string,
  own: readonly RestingProcedure[],
): RestingCase {
  const line = (statement: Statement): RestingStatement => ({
    statement: statement.id,
    properties: [...new Set(statement.assertions.map(({ property }) => property))],
    document: statement.source.document,
    also: itemsOf(statement).filter((one) => one !== item),
  })
  return { entity, name, marking, falls: falls.map(line), stays: stays.map(line), changes, procedures: own }
}

function proceduresOf(
  entity: string,
  { measures }: EvidenceRemoval,
  all: Awaited<ReturnType<ProcedureDesk['list']>>,
): readonly RestingProcedure[] {
  return all.flatMap(({ entity: name, procedure, marking }): RestingProcedure[] => {
    const found = measures.find(({ measure }) => measure === procedure.measure)
    if (procedure.case !== entity || !found) return []
    const papers = [...procedure.documents, ...procedure.adoptions.flatMap(({ acts }) => acts)]
    return [
      {
        entity: name,
        title: procedure.title,
        measure: procedure.measure,
        marking,
        before: found.before,
        after: found.after,
        subjects: procedure.subjects,
        documents: [
          ...new Map(papers.map(({ title, annex = [] }) => [title, { title, annex }] as const)).values(),
        ],
      },
    ]
  })
}

function saidOf(value: string, { id, assertedBy, recordedBy, source }: Statement): ListingUseSaid {
  return {
    value,
    statement: id,
    by: assertedBy,
    document: source.document,
    ...(recordedBy === undefined ? {} : { recordedBy }),
    ...(source.party === undefined ? {} : { party: source.party }),
    ...(source.date === undefined ? {} : { date: source.date }),
  }
}
