/**
 * What is made of a consultation: the synthesis with the submissions that it cites, what came of it, and their publication.
 *
 * One statement holds all of it and replaces the one before. What was published and is changed under the same marking is public
 * at once; what is still a draft becomes public by being marked anew.
 *
 * Rules: docs/rules/stakeholders.md, STK-08, STK-09, STK-13. Next door: `moderate.ts`; core's `synthesis.ts`.
 */
import {
  DemarcheError,
  faultOf,
  type publicationSchema,
  refusalOf,
  type synthesisSchema,
} from '@demarche/api'
import {
  type Assertion,
  type ConsultationView,
  dayInBrussels,
  highestMarking,
  inWords,
  isAcceptedAnswer,
  type Marking,
  markingKey,
  mayLower,
  parsePartialDate,
  PUBLIC,
  type RefusalWords,
  type Statement,
  vocabularyOf,
  weighSynthesis,
  WORKING,
  writeSynthesis,
} from '@demarche/core'
import type { Reader } from '@demarche/store'
import type { z } from 'zod'
import { isAbove } from '../access/desk-ceiling.ts'
import { draftRemarking } from '../access/mark-anew.ts'
import type { Office } from '../office.ts'
import { addStatement } from '../record/add-statement.ts'
import { refuseUnlessModerator, standingIn } from './moderate.ts'
import { EVERYBODY } from './readers.ts'

const RESULT = ['synthesis', 'uses', 'outcome', 'led']

/** What on record says something of the result, with how it is marked. */
function resultsIn(
  statements: readonly Statement[],
): readonly { readonly statement: Statement; readonly properties: readonly string[] }[] {
  return standingIn(statements).flatMap(({ statement, properties }) => {
    const said = [...new Set(properties.filter((one) => RESULT.includes(one)))]
    return said.length === 0 ? [] : [{ statement, properties: said }]
  })
}

/** Whether everybody may read what is on record of the result. */
export function isPublished(statements: readonly Statement[]): 'no' | 'in-part' | 'yes' {
  const results = resultsIn(statements)
  const open = results.filter(({ statement }) => markingKey(statement.marking) === markingKey(PUBLIC))
  return open.length === 0 ? 'no' : open.length === results.length ? 'yes' : 'in-part'
}

/** Ids of the statements that hold the result, in order: two that differ say that somebody wrote it in between. */
export function resultOf(statements: readonly Statement[]): readonly string[] {
  return resultsIn(statements)
    .map(({ statement }) => statement.id)
    .toSorted()
}

/** @throws DemarcheError not-found, not-allowed, value-refused, classified-content, stale-write; nothing is recorded then */
export async function setResult(
  office: Office,
  party: string,
  reader: Reader,
  entity: string,
  input: z.output<typeof synthesisSchema>,
): Promise<void> {
  await office.consultations.asked(reader, entity)
  refuseUnlessModerator(reader, party)
  await refuseStrange(office, reader, entity, input.paragraphs)
  await office.inTurn(entity, async () => {
    const statements = await office.store.as(reader).statements(entity)
    refuseUnseen(input.follows, resultOf(statements))
    const before = resultsIn(statements)
    const assertions = assertionsOf(input)
    const replaced = before.flatMap(({ statement, properties }) =>
      properties.map((property) => ({ statement: statement.id, property })),
    )
    if (assertions.length === 0 && replaced.length === 0)
      throw refusalOf('value-refused', faultOf('/', inWords('result-of-nothing'), 'STK-08'))
    await addStatement(office, reader, vocabularyOf(office.portfolio.kind('consultation')), entity, {
      assertions: [...assertions],
      source: {
        document: 'Synthesis of the consultation',
        date: parsePartialDate(dayInBrussels(office.clock().toISOString())),
        party,
        verified: true,
      },
      grading: { reliability: 'A', credibility: '1' },
      marking:
        before.length === 0
          ? draftMarking(office)
          : highestMarking(before.map(({ statement }) => statement.marking)),
      ...(replaced.length === 0
        ? { reason: 'A draft, until it is published.' }
        : assertions.length === 0
          ? { retracts: replaced, reason: 'Taken back.' }
          : { supersedes: replaced, reason: 'Written anew.' }),
    })
  })
}

/**
 * Lets everybody read what is on record of the result.
 * @throws DemarcheError not-found, not-allowed, value-refused (STK-09); nothing is recorded then
 */
export async function publishResult(
  office: Office,
  party: string,
  reader: Reader,
  entity: string,
  { reason }: z.output<typeof publicationSchema>,
): Promise<void> {
  const { consultation } = await office.consultations.asked(reader, entity)
  refuseUnlessModerator(reader, party)
  await refuseStrange(office, reader, entity, consultation.synthesis)
  await office.inTurn(entity, async () => {
    const ledger = office.store.as(reader)
    const results = resultsIn(await ledger.statements(entity))
    if (results.length === 0) throw refusal(inWords('nothing-to-publish'))
    if ((await office.store.as(EVERYBODY).statements(entity)).length === 0)
      throw refusal(inWords('consultation-not-public'))
    const foreign = results.find(({ statement }) => !mayLower(reader, statement.assertedBy))
    if (foreign) throw refusal(inWords('part-of-others', { party: foreign.statement.assertedBy }))
    const at = office.clock().toISOString()
    const closed = results.filter(({ statement }) => markingKey(statement.marking) !== markingKey(PUBLIC))
    await ledger.append(closed.map(({ statement }) => draftRemarking(reader, statement, PUBLIC, reason, at)))
  })
}

/** Nobody replaces what they have not seen (STK-13). */
function refuseUnseen(shown: readonly string[], stands: readonly string[]): void {
  if (shown.toSorted().join() === stands.join()) return
  throw refusalOf('stale-write', faultOf('/follows', inWords('synthesis-changed'), 'STK-13'))
}

/** A synthesis cites what was accepted in this consultation, and nothing else (STK-08). */
async function refuseStrange(
  { consultations }: Pick<Office, 'consultations'>,
  reader: Reader,
  entity: string,
  paragraphs: ConsultationView['synthesis'],
): Promise<void> {
  const { cited } = weighSynthesis(paragraphs, [])
  const accepted = (await consultations.records(reader, cited)).filter((one) => isAcceptedAnswer(one, entity))
  const [strange] = weighSynthesis(
    paragraphs,
    accepted.map((one) => one.entity),
  ).strange
  if (strange === undefined) return
  const place = paragraphs.findIndex(({ cites }) => cites.includes(strange))
  const words = inWords('cites-strange', { count: place + 1, seen: strange })
  throw refusalOf('value-refused', faultOf(`/paragraphs/${place}/cites`, words, 'STK-08'))
}

function assertionsOf({ paragraphs, outcome, led }: z.output<typeof synthesisSchema>): readonly Assertion[] {
  const { cited } = weighSynthesis(paragraphs, [])
  return [
    ...(paragraphs.length === 0 ? [] : [{ property: 'synthesis', value: writeSynthesis(paragraphs) }]),
    ...cited.map((value) => ({ property: 'uses', value })),
    ...(outcome === undefined ? [] : [{ property: 'outcome', value: outcome }]),
    ...led.map((value) => ({ property: 'led', value })),
  ]
}

/** Where a draft starts: a working paper, as high as the desk may hold. */
function draftMarking({ ceiling }: Office): Marking {
  return isAbove(WORKING, ceiling) ? { distribution: ceiling.maxDistribution, tlp: ceiling.maxTlp } : WORKING
}

function refusal(words: RefusalWords): DemarcheError {
  return refusalOf('value-refused', faultOf('/', words, 'STK-09'))
}
