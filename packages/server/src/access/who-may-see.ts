/**
 * Who may see a thing, and why: the reader by the rules, people the reader may know of, and every party by its markings.
 *
 * In: what the reader sees of the thing, as markings and who asserted them; out: for each person and party all, part or
 * nothing, with one reason. Nothing is asked of the ledger in another's name: `mayRead` of core says what the ledger decides.
 *
 * Rules: docs/rules/access.md, ACS-06 to ACS-08. Next door: `objects.ts` finds what a thing consists of.
 */
import type { AccessAnswer, Extent, PartyAccess, PersonAccess } from '@demarche/api'
import {
  effectiveMarking,
  listsOf,
  markingKey,
  mayRead,
  NEED_TO_KNOW_LIST,
  type Party,
  PUBLIC_PARTY,
  type Readable,
  type Reader,
  type Statement,
  whyMayRead,
} from '@demarche/core'
import type { LedgerReader } from '@demarche/store'
import type { PersonInDirectory } from '../accounts/people.ts'

/** Something of which a thing consists. */
export type Part = Pick<Statement, 'marking' | 'assertedBy'>

export interface Surroundings {
  readonly reader: Reader
  /** everybody at this desk whose account is not closed */
  readonly directory: readonly PersonInDirectory[]
  readonly parties: readonly Party[]
  /** need-to-know list to the people on it; those on which the reader stands */
  readonly members: ReadonlyMap<string, readonly string[]>
}

/** The lists on which the reader stands, each with the people on it. */
export async function membersOfOwnLists(
  ledger: Pick<LedgerReader, 'lists' | 'statementsOf'>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const statements = await ledger.statementsOf(await ledger.lists())
  const members = new Map<string, readonly string[]>()
  // oldest first: the last word counts
  for (const { kind, entity, assertions } of statements) {
    const said = assertions.find(({ property }) => property === 'members')?.value
    if (kind === NEED_TO_KNOW_LIST && Array.isArray(said)) members.set(entity, said.map(String))
  }
  return members
}

/** One entry for each marking and party that asserted, in order of first appearance. */
export function labelsOf(
  parts: readonly Part[],
  reader: Reader,
  lists: readonly string[],
): AccessAnswer['labels'] {
  const groups = Map.groupBy(parts, ({ marking, assertedBy }) => `${markingKey(marking)}|${assertedBy}`)
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first
      ? [
          {
            marking: first.marking,
            assertedBy: first.assertedBy,
            statements: rest.length + 1,
            reasons: whyMayRead(reader, first, lists),
          },
        ]
      : [],
  )
}

/** How much somebody may read, and the reason that settles it. */
export function extentFor(
  parts: readonly Readable[],
  reader: Reader,
  lists: readonly string[],
): { readonly sees: Extent; readonly because: string } {
  const closed = parts.filter((part) => !mayRead(reader, part, lists))
  const [hindrance] = closed.flatMap((part) => whyMayRead(reader, part, lists).filter(({ holds }) => !holds))
  if (hindrance)
    return { sees: closed.length === parts.length ? 'nothing' : 'part', because: hindrance.reason }
  const limits = parts.map(effectiveMarking)
  const telling = limits.some(({ needToKnow }) => needToKnow !== undefined)
    ? 'need-to-know'
    : limits.some(({ releasableTo }) => releasableTo)
      ? 'parties'
      : 'distribution'
  const why = parts
    .flatMap((part) => whyMayRead(reader, part, lists))
    .filter(({ rule, reason }) => rule === telling && !/^no(t| need)/.test(reason))
  return { sees: 'all', because: why.at(-1)?.reason ?? '' }
}

/** People of the reader's party, and those who share one of the lists of the thing with the reader. */
export function peopleWhoMaySee(parts: readonly Part[], around: Surroundings): readonly PersonAccess[] {
  const { reader, directory, members } = around
  const ofThing = new Set(parts.flatMap(({ marking }) => listsOf(marking)))
  const fellows = new Set([...ofThing].flatMap((list) => members.get(list) ?? []))
  return directory
    .filter(({ id, party }) => party === reader.party || fellows.has(id))
    .map((person) => {
      const role = person.roles.find((one) => one !== 'administrator') ?? 'administrator'
      const lists = [...members].filter(([, on]) => on.includes(person.id)).map(([list]) => list)
      const as: Reader = { party: person.party, person: person.id, role, ...person.ceiling }
      return {
        person: person.id,
        name: person.name,
        party: person.party,
        isYou: person.id === reader.person,
        ...extentFor(parts, as, lists),
      }
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Every party, by the markings alone: somebody of it whose ceiling reaches them, on no list. */
export function partiesThatMaySee(
  parts: readonly Part[],
  around: Pick<Surroundings, 'reader' | 'parties'>,
): readonly PartyAccess[] {
  const { reader, parties } = around
  const known = new Map(parties.map(({ code, label }) => [code, label]))
  if (!known.has(reader.party)) known.set(reader.party, reader.party)
  if (!known.has(PUBLIC_PARTY)) known.set(PUBLIC_PARTY, PUBLIC_PARTY)
  return [...known].map(([party, name]) => ({
    party,
    name,
    ...extentFor(
      parts,
      { party, person: 'nobody', role: 'delegate', maxDistribution: 'LIMITE', maxTlp: 'TLP:RED' },
      [],
    ),
  }))
}
