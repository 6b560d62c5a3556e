/**
 * A submission as its own author sees it by the private link, and its withdrawal.
 *
 * Withdrawn is what says who sent it and what they said; each under the marking that it has, so that nobody who could read it
 * goes on reading it. Rules: docs/rules/stakeholders.md, STK-05, STK-06. Next door: `submission-links.ts`.
 */
import { DemarcheError, faultOf, type OwnSubmissionAnswer, refusalOf } from '@demarche/api'
import {
  dayInBrussels,
  type DraftStatement,
  inWords,
  markingKey,
  PUBLIC,
  readRecord,
  readSubmission,
  slugOfEntity,
  type Statement,
  textIn,
} from '@demarche/core'
import type { Office } from '../office.ts'
import { EVERYBODY, deskItself } from './readers.ts'
import type { SubmissionLink, SubmissionLinks } from './submission-links.ts'

interface Own {
  readonly link: SubmissionLink
  readonly statements: readonly Statement[]
  readonly answer: OwnSubmissionAnswer
}

/** @throws DemarcheError not-found for a token that there is not */
export async function lookAtOwn(
  office: Office,
  links: SubmissionLinks,
  party: string,
  token: string,
): Promise<OwnSubmissionAnswer> {
  return (await ownOf(office, links, party, token)).answer
}

/** Withdraws it; once more changes nothing. @throws DemarcheError not-found; act-refused after the last moment (STK-05) */
export async function withdrawOwn(
  office: Office,
  links: SubmissionLinks,
  party: string,
  token: string,
): Promise<OwnSubmissionAnswer> {
  const { link } = await ownOf(office, links, party, token)
  await office.inTurn(link.entity, async () => {
    const { answer, statements } = await ownOf(office, links, party, token)
    if (answer.submission.state === 'withdrawn') return
    if (!answer.mayWithdraw)
      throw refusalOf('act-refused', faultOf('/', inWords('closed-for-withdrawal'), 'STK-05'))
    const at = office.clock().toISOString()
    const drafts = statements
      .filter(
        (one) => one.assertedBy === party && one.kind === 'submission' && (saysWhat(one) || isPublic(one)),
      )
      .map((target): DraftStatement => ({
        entity: link.entity,
        kind: 'submission',
        assertions: [],
        source: { document: 'Withdrawn by its author', verified: true },
        grading: { reliability: 'A', credibility: '1' },
        marking: target.marking,
        assertedBy: party,
        assertedAt: at,
        retracts: [{ statement: target.id }],
        reason: 'Its author withdrew it by the private link.',
      }))
    await office.store.as(deskItself(party)).append(drafts)
  })
  return lookAtOwn(office, links, party, token)
}

/** Such as that it was accepted: nothing of it stays public. */
function isPublic({ marking }: Statement): boolean {
  return markingKey(marking) === markingKey(PUBLIC)
}

/** What its author wrote, and not what was decided on it. */
function saysWhat({ assertions }: Statement): boolean {
  return assertions.some(({ property }) => ['text', 'from', 'country'].includes(property))
}

/**
 * What its author sent and what was decided on it: whatever else people noted is not for whoever holds the link (STK-06).
 * What an author sends, the desk records in nobody's name.
 */
function forItsAuthor(statements: readonly Statement[], party: string): readonly Statement[] {
  return statements.filter(
    ({ assertedBy, recordedBy, assertions }) =>
      assertedBy === party &&
      (recordedBy === undefined ||
        assertions.every(({ property }) => property === 'moderation' || property === 'reason')),
  )
}

async function ownOf(
  { store, portfolio, consultations, clock }: Office,
  links: SubmissionLinks,
  party: string,
  token: string,
): Promise<Own> {
  const link = await links.find(token)
  const statements = link
    ? forItsAuthor(await store.as(deskItself(party)).statements(link.entity), party)
    : []
  if (!link || statements.length === 0) throw refusalOf('not-found', faultOf('/', inWords('no-submission')))
  const now = clock().toISOString()
  const kind = portfolio.kind('submission')
  const record = readRecord({ kind, entity: link.entity, statements, asOf: dayInBrussels(now) })
  const { entity: _, ...submission } = readSubmission(record)
  const about = textIn(record, 'consultation')
  // as everybody reads it: the link may be in anybody's hands, and says nothing else of the consultation (STK-02)
  const shown = about === undefined ? null : await consultations.asked(EVERYBODY, about).catch(nothing)
  // whoever was promised more time by an extension that everybody reads has it
  const extended = shown?.consultation.closes ?? ''
  const closes = extended > link.closes ? extended : link.closes
  return {
    link,
    statements,
    answer: {
      reference: slugOfEntity(link.entity),
      question: shown?.consultation.question ?? '',
      submission,
      closes,
      linkEnds: link.ends,
      mayWithdraw: submission.state !== 'withdrawn' && now < closes,
    },
  }
}

function nothing(error: unknown): null {
  if (error instanceof DemarcheError && error.code === 'not-found') return null
  throw error
}
