/**
 * The rights check that stands before a procedure: whether it may be opened, and what then goes on record with it.
 *
 * Everything is read as the opener may see it: the measures of the package, the answers, the signature. So the gate tells
 * nothing of what is hidden, and a check that the opener may not see is none.
 *
 * Rules: docs/rules/rights.md, RGT-08 to RGT-12. Next door: `open-procedure.ts`; core's `weighOpening` decides.
 */
import { faultOf, type OpenProcedureInput, refusalOf, type RightsOfProcedure } from '@demarche/api'
import {
  type CalendarDate,
  dayInBrussels,
  type DraftStatement,
  highestMarking,
  inWords,
  knownBy,
  type Marking,
  markingOfCheck,
  openingsOf,
  readCheck,
  type RightsCheck,
  type RightsLaw,
  type Statement,
  weighOpening,
} from '@demarche/core'
import type { Reader } from '@demarche/store'
import type { Office } from '../office.ts'

/** The check on which a procedure is opened, and the reason where it asked for one. */
interface Passed {
  readonly check: RightsCheck
  readonly reason?: string
}

/** @throws DemarcheError act-refused when no check stands, or when a reason is missing; nothing is recorded then */
export async function passRightsGate(
  { doctrine, dossiers }: Pick<Office, 'doctrine' | 'dossiers'>,
  reader: Reader,
  ofCase: string,
  input: Pick<OpenProcedureInput, 'measure' | 'package' | 'path' | 'rightsReason'>,
  onRecord: readonly Statement[],
  day: CalendarDate,
): Promise<Passed> {
  const measures =
    input.package === undefined
      ? [input.measure]
      : await measuresOfPackage(dossiers, reader, ofCase, { ...input, package: input.package }, day)
  const check = readCheck(doctrine, measures, onRecord, day)
  const weighed = weighOpening(doctrine, check, input.path, day)
  if (weighed.opens === 'free') return { check }
  if (weighed.opens === 'reason' && input.rightsReason !== undefined)
    return { check, reason: input.rightsReason }
  const place =
    weighed.opens === 'reason' ? '/rightsReason' : input.package === undefined ? '/measure' : '/package'
  const { why: message, rule, words } = weighed
  throw refusalOf('act-refused', { place, message, rule, words })
}

/** What is put on record about the case beside the first act, marked no wider than the check and the procedure (RGT-11). */
export function draftOpening(
  { check, reason }: Passed,
  {
    entity,
    assertedBy,
    assertedAt,
    recordedBy,
  }: Pick<DraftStatement, 'entity' | 'assertedBy' | 'assertedAt' | 'recordedBy'>,
  ofCase: string,
  marking: Marking,
  onRecord: readonly Statement[],
): DraftStatement {
  return {
    entity: ofCase,
    kind: 'case',
    assertions: [
      {
        property: 'rights.opening',
        value: {
          measures: [...check.measures],
          procedure: entity,
          ...(reason === undefined ? {} : { reason }),
        },
      },
    ],
    source: { document: 'Procedure opened at this desk', party: assertedBy, verified: true },
    grading: { reliability: 'A', credibility: '1' },
    marking: highestMarking([marking, markingOfCheck(check, onRecord)]),
    assertedBy,
    ...(recordedBy === undefined ? {} : { recordedBy }),
    assertedAt,
  }
}

/** RGT-12: the check on which a procedure was opened at that instant, as it stood then; null where there is none. */
export type RightsOf = (procedure: string, openedAt: string) => RightsOfProcedure | null

/** @param statements those about a case that the reader sees */
export function readOpenings(law: RightsLaw, statements: readonly Statement[]): RightsOf {
  const read = openingsOf(statements).map(({ opening: { procedure, measures, reason }, at }) => ({
    procedure,
    at,
    rights: {
      check: readCheck(law, measures, knownBy(statements, { recordedBy: at }), dayInBrussels(at)),
      ...(reason === undefined ? {} : { reason }),
    },
  }))
  return (procedure, openedAt) =>
    read.find((one) => one.procedure === procedure && one.at === openedAt)?.rights ?? null
}

/** The measures of a package as it is composed for the opener on that day. */
async function measuresOfPackage(
  dossiers: Office['dossiers'],
  reader: Reader,
  ofCase: string,
  { package: id, measure }: { readonly package: string; readonly measure: string },
  day: CalendarDate,
): Promise<readonly string[]> {
  const { packages } = await dossiers.dossier(reader, ofCase, { asOf: day })
  const holding = packages.filter(({ steps }) => steps.some((step) => step.measure === measure))
  const named = holding.find((one) => one.id === id)
  if (named) return named.steps.map((step) => step.measure)
  const words =
    holding.length > 0
      ? inWords('package-changed', { seen: id, choices: holding.map((one) => one.id) })
      : inWords('measure-in-no-package', { seen: id })
  throw refusalOf('act-refused', faultOf('/package', words, 'RGT-08'))
}
