/**
 * What the paper on a consultation is made of, as one reader sees it.
 *
 * Its marking is the highest of what stands in it: of a submission that is cited, what the paper says of it. Where its author
 * agreed to no name, who sent it is not in the paper and does not raise its marking; nor does a draft that was replaced.
 *
 * Rule: docs/rules/stakeholders.md, STK-11. Next door: `consultation-desk.ts`; `@demarche/documents` sets it.
 */
import {
  type Consent,
  dayInBrussels,
  effectiveMarking,
  groupNames,
  highestMarking,
  readSubmission,
} from '@demarche/core'
import type { Language } from '@demarche/core/kernel/language.ts'
import type { SynthesisPaper } from '@demarche/documents'
import type { Reader } from '@demarche/store'
import type { Desks } from '../access/preview.ts'
import type { Office } from '../office.ts'
import { standingIn } from './moderate.ts'
import { isPublished } from './result.ts'

const SAID = ['consultation', 'text', 'sort', 'start', 'consent', 'moderation']
const SENDER = ['from', 'country']

function saidOf(consent: Consent | undefined): readonly string[] {
  return consent === 'named' ? [...SAID, ...SENDER] : SAID
}

/** The desks as the reader sees them, or as another party would (ACS-09). */
export type SynthesisMeans = Pick<Desks, 'consultations' | 'portfolio' | 'store'> &
  Pick<Office, 'doctrine' | 'clock'>

/** @throws DemarcheError not-found when the reader may see nothing of the consultation */
export async function synthesisPaper(
  { consultations, portfolio, store, doctrine, clock }: SynthesisMeans,
  reader: Reader,
  entity: string,
  language: Language,
): Promise<SynthesisPaper> {
  const ledger = store.as(reader)
  const { consultation, record, names, namesMarking } = await consultations.read(reader, entity)
  const cited = await consultations.records(reader, consultation.finding.cited)
  const [statements, answers] = await Promise.all([
    ledger.statements(entity),
    ledger.statementsOf(cited.map((one) => one.entity)),
  ])
  const byEntity = Map.groupBy(answers, (one) => one.entity)
  const said = cited.flatMap((one) => {
    const shown = saidOf(readSubmission(one).consent)
    return standingIn(byEntity.get(one.entity) ?? []).flatMap(({ statement, properties }) =>
      properties.some((property) => shown.includes(property)) ? [statement] : [],
    )
  })
  const standing = standingIn(statements).map(({ statement }) => statement)
  // of one that was withdrawn the paper still has the name
  const own = standing.length > 0 ? standing : statements
  const today = dayInBrussels(clock().toISOString())
  const groups = doctrine.countryGroups ?? []
  return {
    asOf: today,
    consultation,
    published: isPublished(own),
    producedOn: today,
    doctrineVersion: doctrine.version,
    marking: highestMarking([namesMarking, ...[...own, ...said].map(effectiveMarking)]),
    records: [record, ...cited],
    language,
    kinds: portfolio.kindsIn(language),
    statements: Object.fromEntries([...own, ...said].map((statement) => [statement.id, statement])),
    names: { ...Object.fromEntries(groupNames(groups, language)), ...names },
  }
}
