/**
 * Whether a reader may put drafts on record: nobody records what they may not read, nobody records in another's name, and
 * some roles do not record at all.
 *
 * A marking above the clearance and a need-to-know list without the reader on it give the same refusal, whether or not
 * there is such a list. Rules: docs/rules/ledger.md, LED-04, LED-14, LED-15. Next door: `append.ts`.
 */
import { DemarcheError, type Fault, faultOf, refusalOf } from '@demarche/api'
import {
  type DraftStatement,
  inWords,
  mayRead,
  mayRecord,
  membersSchema,
  NEED_TO_KNOW_LIST,
  type Reader,
  whyMayRead,
} from '@demarche/core'
import { sql } from 'kysely'
import type { Session } from '../engine/session.ts'
import { listsOfPerson } from './read-statements.ts'

/** @throws DemarcheError with every fault, of which the first stands in its message; does nothing when there is none */
export function refuse(faults: readonly Fault[]): void {
  const [first] = faults
  if (!first) return
  const rule = first.rule === undefined ? '' : ` (${first.rule})`
  throw new DemarcheError(
    'value-refused',
    `Nothing was recorded. ${first.place}: ${first.message}${rule}`,
    faults,
  )
}

/** @throws DemarcheError `not-allowed` when the role or party does not record */
export function refuseRole(reader: Reader): void {
  if (mayRecord(reader)) return
  throw refusalOf(
    'not-allowed',
    faultOf('/', inWords('role-records-nothing', { role: reader.role }), 'LED-14'),
  )
}

/** Settles who stands on the lists that are drafted, then refuses what the reader may not read. */
export async function refuseUnreadable(
  session: Session,
  reader: Reader,
  drafts: readonly DraftStatement[],
): Promise<void> {
  refuse(
    drafts.flatMap(({ recordedBy }, index): Fault[] =>
      recordedBy === undefined || recordedBy === reader.person
        ? []
        : [
            {
              place: `/${index}/recordedBy`,
              message: `expected ${reader.person}, who records it`,
              rule: 'LED-14',
            },
          ],
    ),
  )
  await settleLists(session, reader, drafts)
  const lists = drafts.some(({ marking }) => marking.needToKnow !== undefined)
    ? await listsOfPerson(session)
    : []
  refuse(
    drafts.flatMap((draft, index) =>
      mayRead(reader, draft, lists) ? [] : [aboveClearance(reader, draft, index)],
    ),
  )
}

function aboveClearance(reader: Reader, draft: DraftStatement, index: number): Fault {
  const { marking } = draft
  const above = { distribution: reader.maxDistribution, tlp: reader.maxTlp }
  const why = whyMayRead(reader, draft, []).find(({ holds }) => !holds)?.rule
  const words =
    why === 'parties'
      ? inWords('marked-for-others', { marking })
      : inWords('above-clearance', { marking, above })
  return faultOf(`/${index}/marking`, words, 'LED-04')
}

async function settleLists(
  session: Session,
  reader: Reader,
  drafts: readonly DraftStatement[],
): Promise<void> {
  const seen = new Set<string>()
  for (const [index, draft] of drafts.entries()) {
    if (draft.kind !== NEED_TO_KNOW_LIST) continue
    const { entity, marking } = draft
    const members = membersIn(draft)
    const fault = (part: string, message: string) =>
      refuse([{ place: `/${index}/${part}`, message, rule: 'LED-15' }])
    if (!members || draft.retracts) {
      fault('assertions', 'expected the property members once, with at least one person, and no withdrawal')
    }
    if (marking.needToKnow !== entity) fault('marking', `expected a marking with the list ${entity} itself`)
    if (!members?.includes(reader.person)) fault('assertions', `expected ${reader.person} among the members`)
    if (seen.has(entity)) fault('entity', 'expected one statement about a list in one act')
    seen.add(entity)
    const { rows } = await sql<{ done: boolean }>`
      select demarche.set_list_members(${entity}, ${[...(members ?? [])]}::text[]) as done`.execute(session)
    if (!rows[0]?.done) refuse([aboveClearance(reader, draft, index)])
  }
}

/** The members that a statement about a list names, or null when it names them not once. */
export function membersIn({ assertions }: Pick<DraftStatement, 'assertions'>): readonly string[] | null {
  const named = assertions.filter(({ property }) => property === 'members')
  const members = membersSchema.safeParse(named[0]?.value)
  return named.length === 1 && members.success ? members.data : null
}
