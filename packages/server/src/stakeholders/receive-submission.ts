/**
 * Receives a submission to a consultation: before it closes, for the desk's own party alone until somebody moderates it.
 *
 * The text and who sends it are two statements, so that each can be published without the other. The desk records them itself,
 * in nobody's name. All or nothing is put on record.
 *
 * Rules: docs/rules/stakeholders.md, STK-03, STK-04. Next door: `moderate.ts`, `own-submission.ts`.
 */
import {
  type accountSubmissionSchema,
  DemarcheError,
  faultOf,
  refusalOf,
  type SubmissionReceipt,
} from '@demarche/api'
import {
  type Assertion,
  type Ceiling,
  type ConsultationView,
  dayInBrussels,
  DISTRIBUTIONS,
  type DraftStatement,
  effectiveMarking,
  highestMarking,
  inWords,
  type Marking,
  parsePartialDate,
  type RefusalWords,
  TLP_LABELS,
  vocabularyOf,
  WORKING,
} from '@demarche/core'
import type { z } from 'zod'
import type { Office } from '../office.ts'
import { checkAssertions, checkPlaces } from '../record/check-statement.ts'
import type { ConsultationRead } from './consultation-desk.ts'
import { deskItself } from './readers.ts'
import type { SubmissionLinks } from './submission-links.ts'

export interface Sent extends z.output<typeof accountSubmissionSchema> {
  /** name or organisation */
  readonly from?: string | undefined
}

/** How a submission is marked until it is moderated: for the desk's own party, as high as the desk may hold. */
export function waitingMarking(party: string, { maxDistribution, maxTlp }: Ceiling): Marking {
  return {
    distribution: lower(DISTRIBUTIONS, WORKING.distribution, maxDistribution),
    tlp: lower(TLP_LABELS, WORKING.tlp, maxTlp),
    releasableTo: [party],
  }
}

/**
 * @param read the consultation as whoever sends it sees it
 * @param count told of what is about to go on record, and of nothing that is refused; what it throws stops it (STK-10)
 * @throws DemarcheError value-refused when it takes no answers (STK-03), a name is missing (STK-04) or a value does not fit;
 *   classified-content; nothing is recorded then
 */
export async function receiveSubmission(
  office: Office,
  links: SubmissionLinks,
  party: string,
  { consultation, record }: Pick<ConsultationRead, 'consultation' | 'record'>,
  sent: Sent,
  count: () => void = () => {},
): Promise<SubmissionReceipt & { readonly entity: string }> {
  const closes = refuseUnlessOpen(consultation)
  refuseName(consultation, sent.from)
  const { store, portfolio, clock, newSuffix, newToken, doctrine, ceiling } = office
  const receivedAt = clock().toISOString()
  const day = dayInBrussels(receivedAt)
  const reference = `${newSuffix()}-${newSuffix()}`
  const content: Assertion[] = [
    { property: 'name', value: `Submission ${reference}` },
    { property: 'consultation', value: consultation.entity },
    { property: 'text', value: sent.text },
    { property: 'start', value: day },
    { property: 'consent', value: sent.consent },
    ...(sent.sort === undefined ? [] : [{ property: 'sort', value: sent.sort }]),
  ]
  const sender: Assertion[] = [
    ...(sent.from === undefined ? [] : [{ property: 'from', value: sent.from }]),
    ...(sent.country === undefined ? [] : [{ property: 'country', value: [sent.country] }]),
  ]
  const vocabulary = vocabularyOf(portfolio.kind('submission'))
  const all = { assertions: [...content, ...sender] }
  checkAssertions(vocabulary, all)
  checkPlaces(vocabulary, all, doctrine.countryGroups ?? [])
  const entity = `submission:${reference}`
  const marking = markingOf(record.marking, waitingMarking(party, ceiling), party)
  const draftOf = (assertions: readonly Assertion[]): DraftStatement => ({
    entity,
    kind: 'submission',
    assertions: [...assertions],
    source: { document: `Submission ${reference}`, date: parsePartialDate(day), verified: true },
    grading: { reliability: 'F', credibility: '6' },
    marking,
    assertedBy: party,
    assertedAt: receivedAt,
  })
  count()
  const token = newToken()
  // the link first: cut off in between, a link leads nowhere, and nothing is on record that its author cannot withdraw
  const { ends } = await links.keep(token, { entity, closes })
  try {
    await store
      .as(deskItself(party))
      .append([draftOf(content), ...(sender.length === 0 ? [] : [draftOf(sender)])])
  } catch (error) {
    await links.forget(token)
    throw error
  }
  return { entity, reference, token, receivedAt, closes, linkEnds: ends }
}

/** Whichever of two words stands first in the list. */
function lower<Word>(words: readonly Word[], a: Word, b: Word): Word {
  return words.indexOf(a) < words.indexOf(b) ? a : b
}

/** When it closes. @throws DemarcheError value-refused when it takes no answers at this instant (STK-03) */
function refuseUnlessOpen({
  standing,
  opens,
  closes,
}: Pick<ConsultationView, 'standing' | 'opens' | 'closes'>): string {
  if (standing === 'open' && closes !== undefined) return closes
  const words =
    standing === 'closed' && closes !== undefined
      ? inWords('consultation-closed', { until: closes })
      : standing === 'planned' && opens !== undefined
        ? inWords('consultation-opens', { day: parsePartialDate(opens) })
        : standing === 'undated'
          ? inWords('consultation-undated')
          : inWords('consultation-not-here')
  throw refusal('/', words, 'STK-03')
}

function refuseName({ naming }: Pick<ConsultationView, 'naming'>, from: string | undefined): void {
  if (naming === 'required' && from === undefined) throw refusal('/from', inWords('name-expected'), 'STK-04')
  if (naming === 'none' && from !== undefined) throw refusal('/from', inWords('no-names-asked'), 'STK-04')
}

/** At least as strict as the consultation, and readable to the desk. */
function markingOf(consultation: Marking, waiting: Marking, party: string): Marking {
  const marking = highestMarking([effectiveMarking({ marking: consultation, assertedBy: party }), waiting])
  if (marking.needToKnow === undefined && marking.releasableTo?.includes(party)) return marking
  throw refusal('/', inWords('consultation-unreadable'), 'STK-04')
}

function refusal(place: string, words: RefusalWords, rule: string): DemarcheError {
  return refusalOf('value-refused', faultOf(place, words, rule))
}
