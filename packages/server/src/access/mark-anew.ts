/**
 * Marking a statement anew, and saying before what that would do.
 *
 * The acts of a procedure are read together or not at all (PRC-01), so they are marked together. The ledger decides who may;
 * here the record is drawn up. It is marked as strictly as the old and the new marking together, and keeps the old one in words.
 *
 * Rules: docs/rules/ledger.md, LED-16; docs/rules/access.md, ACS-02, ACS-03. Next door: `who-may-see.ts`.
 */
import { DemarcheError, faultOf, type RemarkInput, type RuledFault } from '@demarche/api'
import {
  CONTACT_SCHEDULE,
  type DraftStatement,
  effectiveMarking,
  formatMarking,
  highestMarking,
  inWords,
  isLowered,
  type Marking,
  MARKING_KIND,
  markingKey,
  mayLower,
  mayRead,
  mayRecord,
  NEED_TO_KNOW_LIST,
  PROCEDURE_ELSEWHERE,
  type RefusalWords,
  type Statement,
  STATEMENT_MARKING,
} from '@demarche/core'
import type { LedgerReader, Reader } from '@demarche/store'
import { notOnRecord } from '../not-on-record.ts'
import type { Office } from '../office.ts'
import { PROCEDURE_KIND } from '../procedure/draft-act.ts'
import { refuseClassified } from '../record/check-statement.ts'
import { isAbove } from './desk-ceiling.ts'

/** The words in which a record keeps the marking until then. */
const UNTIL_THEN = 'Marked until then: '

/** A statement the reader may see. @throws DemarcheError not-found, in the words of `statement.show` */
export async function visibleStatement(
  ledger: Pick<LedgerReader, 'statement'>,
  id: string,
): Promise<Statement> {
  const statement = await ledger.statement(id)
  if (statement) return statement
  throw notOnRecord(id)
}

/** What is marked anew together with a statement: itself, or all that is on record of its procedure, of another desk's too. */
export async function markedTogether(
  ledger: Pick<LedgerReader, 'statements'>,
  statement: Statement,
): Promise<readonly Statement[]> {
  const isOfProcedure = statement.kind === PROCEDURE_KIND || statement.kind === PROCEDURE_ELSEWHERE
  return isOfProcedure ? ledger.statements(statement.entity) : [statement]
}

/** @throws DemarcheError not-found, classified-content, value-refused with the rule, not-allowed; nothing is recorded then */
export async function markAnew(
  office: Office,
  reader: Reader,
  id: string,
  { marking, reason }: RemarkInput,
): Promise<{ readonly statement: Statement; readonly marked: number }> {
  const { store, clock, inTurn } = office
  const ledger = store.as(reader)
  refuseClassified({ reason })
  const { entity } = await visibleStatement(ledger, id)
  return inTurn(entity, async () => {
    const statement = await visibleStatement(ledger, id)
    const targets = (await markedTogether(ledger, statement)).filter(
      (one) => markingKey(one.marking) !== markingKey(marking),
    )
    const refused = whyNotMarkedAnew(office, reader, targets.length > 0 ? targets : [statement], marking)
    if (refused)
      throw new DemarcheError('value-refused', `${refused.message} (rule ${refused.rule})`, [refused])
    const at = clock().toISOString()
    await ledger.append(targets.map((target) => draftRemarking(reader, target, marking, reason, at)))
    return { statement: await visibleStatement(ledger, id), marked: targets.length }
  })
}

/** A list of people, a record of a marking; a schedule that the desk itself could not read would stand still unseen (PFO-76). */
const KEEPING: readonly string[] = [NEED_TO_KNOW_LIST, MARKING_KIND, CONTACT_SCHEDULE]

const fault = (words: RefusalWords, rule: string) => faultOf('/marking', words, rule)

/** What stands against it, as far as that can be said before the ledger decides; null when nothing does. */
export function whyNotMarkedAnew(
  { ceiling }: Pick<Office, 'ceiling'>,
  reader: Reader,
  targets: readonly Statement[],
  marking: Marking,
): RuledFault | null {
  if (!mayRecord(reader)) return fault(inWords('role-records-nothing', { role: reader.role }), 'LED-14')
  if (isAbove(marking, ceiling)) {
    const above = { distribution: ceiling.maxDistribution, tlp: ceiling.maxTlp }
    return fault(inWords('above-the-desk', { marking, above }), 'ACS-01')
  }
  for (const target of targets) {
    if (KEEPING.includes(target.kind) || target.erased) return fault(inWords('keeps-its-marking'), 'LED-16')
    const { assertedBy } = target
    if (markingKey(target.marking) === markingKey(marking))
      return fault(inWords('marked-so-already', { marking }), 'LED-16')
    // which lists there are is the ledger's to say: a marking without them is what can be looked at here
    const { needToKnow: _, ...withoutList } = effectiveMarking({ marking, assertedBy })
    if (!mayRead(reader, { marking: withoutList }, []))
      return fault(inWords('not-readable-any-more'), 'LED-04')
    if (lowers(target, marking) && !mayLower(reader, assertedBy)) {
      const { role, party } = reader
      return fault(inWords('more-could-read', { owner: assertedBy, role, party }), 'LED-16')
    }
  }
  return null
}

/** True when somebody could read it then who may not now. */
export function lowers({ marking, assertedBy }: Statement, next: Marking): boolean {
  return isLowered(effectiveMarking({ marking: next, assertedBy }), effectiveMarking({ marking, assertedBy }))
}

/** The record of a new marking. The ledger decides whether it may be made. */
export function draftRemarking(
  reader: Reader,
  { id, entity, marking, assertedBy }: Statement,
  next: Marking,
  reason: string,
  at: string,
): DraftStatement {
  return {
    entity,
    kind: MARKING_KIND,
    assertions: [{ property: STATEMENT_MARKING, value: { statement: id, marking: next } }],
    source: {
      document: 'Marked anew at this desk',
      party: reader.party,
      verified: true,
      note: `${UNTIL_THEN}${formatMarking(marking)}`,
    },
    grading: { reliability: 'A', credibility: '1' },
    marking: highestMarking([marking, next].map((one) => effectiveMarking({ marking: one, assertedBy }))),
    assertedBy: reader.party,
    assertedAt: at,
    reason,
    ...(reader.person.startsWith('person:') ? { recordedBy: reader.person } : {}),
  }
}

/** The marking until a record of kind `marking`, in words. */
export function markedUntil({ source }: Pick<Statement, 'source'>): string {
  return source.note?.startsWith(UNTIL_THEN) ? source.note.slice(UNTIL_THEN.length) : ''
}
