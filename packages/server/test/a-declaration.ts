/** A declaration at a desk under test: a case, its procedure before the working party, acts by whoever is named. */
import type { ProcedureAnswer } from '@demarche/api'
import type { Act, Marking } from '@demarche/core'
import { signRightsCheck } from './a-rights-check.ts'
import { aNewCase, type SignedInForTest } from './desk-under-test.ts'

/** Opens a case and a declaration on it; gives the address of both. */
export async function openDeclaration(
  as: SignedInForTest,
  title: string,
  marking: Marking,
  caseName = `Case of ${title}`,
): Promise<{ readonly ofCase: string; readonly entity: string }> {
  const opened = await as.ask({
    method: 'POST',
    url: '/api/cases',
    payload: { ...aNewCase(caseName), marking },
  })
  const ofCase: string = opened.json().entity
  const { entity } = await openOnCase(as, ofCase, {
    title,
    reason: 'A joint voice on behaviour that breaches agreed norms.',
    marking,
  })
  return { ofCase, entity }
}

/**
 * Opens a declaration on a case that there is, once its rights check is signed.
 * @returns its entity, and the id of the statement that opened it
 */
export async function openOnCase(
  as: SignedInForTest,
  ofCase: string,
  {
    title = 'Declaration',
    reason = 'A joint voice.',
    marking,
  }: { readonly title?: string; readonly reason?: string; readonly marking: Marking },
): Promise<{ readonly entity: string; readonly statement: string }> {
  await signRightsCheck(as, ofCase, ['stab-hr-declaration'], { marking })
  const answer = await as.ask({
    method: 'POST',
    url: `/api/cases/${ofCase}/procedures`,
    payload: { measure: 'stab-hr-declaration', path: 'normal', title, reason, marking },
  })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  const { entity, statement } = answer.json()
  return { entity, statement: statement.id }
}

/** Does one thing in a procedure. @throws Error when it is refused */
export async function act(as: SignedInForTest, entity: string, one: Act): Promise<void> {
  const shown = await as.ask({ method: 'GET', url: `/api/procedures/${entity}` })
  const { head }: ProcedureAnswer = shown.json()
  const payload = { act: one, follows: head }
  const answer = await as.ask({ method: 'POST', url: `/api/procedures/${entity}/acts`, payload })
  if (answer.statusCode !== 201) throw new Error(answer.body)
}

/** Proposes it, with the papers that this asks for. */
export async function propose(as: SignedInForTest, entity: string): Promise<void> {
  await act(as, entity, {
    verb: 'propose',
    reason: 'Ports are critical infrastructure.',
    documents: [
      { outline: 'doc-options-paper', title: 'Options paper' },
      { outline: 'doc-measure-proposal', title: 'Proposal for a declaration' },
    ],
  })
}

/** Proposes it and puts it on the agenda of the working party, with its draft on file. */
export async function bringBefore(
  proposer: SignedInForTest,
  chair: SignedInForTest,
  entity: string,
  meeting: string,
): Promise<void> {
  await propose(proposer, entity)
  await act(chair, entity, { verb: 'put-on-agenda', body: 'hwpci', meeting })
  await act(chair, entity, {
    verb: 'circulate',
    documents: [{ outline: 'doc-draft-declaration', title: 'Draft declaration' }],
    to: ['EE', 'FR'],
  })
}
