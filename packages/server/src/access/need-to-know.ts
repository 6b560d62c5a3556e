/**
 * Need-to-know lists as people use them: making one, who is on it, putting somebody on and taking somebody off.
 *
 * A list is what its last statement says (LED-15); each statement supersedes the one before, so that the same people can be
 * said again. Whoever is not on a list gets the refusal of a list that does not exist.
 *
 * Rules: docs/rules/access.md, ACS-04, ACS-05. Next door: core's `need-to-know.ts`; names come from `../accounts/people.ts`.
 */
import {
  DemarcheError,
  faultOf,
  type FindPeopleAnswer,
  type KnownPerson,
  type NeedToKnowList,
  type NewListInput,
  refusalOf,
} from '@demarche/api'
import {
  DISTRIBUTIONS,
  type DraftStatement,
  inWords,
  type Marking,
  membersSchema,
  NEED_TO_KNOW_LIST,
  type RefusalWords,
  type Statement,
  TLP_LABELS,
  WORKING,
} from '@demarche/core'
import type { LedgerReader, Reader } from '@demarche/store'
import { notOnRecord } from '../not-on-record.ts'
import type { People, PersonInDirectory } from '../accounts/people.ts'
import type { Office } from '../office.ts'
import { refuseClassified } from '../record/check-statement.ts'
import { membersOfOwnLists } from './who-may-see.ts'

type Desk = Pick<Office, 'store' | 'clock' | 'ceiling' | 'inTurn' | 'dossiers'>

/** The lists on which the reader stands, in order of making. */
export async function ownLists(
  { store }: Pick<Office, 'store'>,
  people: People,
  reader: Reader,
): Promise<readonly NeedToKnowList[]> {
  const ledger = store.as(reader)
  const statements = (await ledger.statementsOf(await ledger.lists())).filter(
    ({ kind }) => kind === NEED_TO_KNOW_LIST,
  )
  const directory = new Map((await people.directory()).map((person) => [person.id, person]))
  return [...Map.groupBy(statements, ({ entity }) => entity).values()]
    .flatMap((own) => asList(own, directory) ?? [])
    .toSorted((a, b) => (a.madeAt < b.madeAt ? -1 : 1))
}

/** @param id random: 12 lower-case letters and digits. @throws DemarcheError value-refused, not-allowed, classified-content */
export async function makeList(
  desk: Desk,
  people: People,
  reader: Reader,
  { name, members = [] }: NewListInput,
  id: string,
): Promise<NeedToKnowList> {
  refuseClassified({ name })
  for (const person of members) await refuseUnknown(people, person)
  const entity = `list:${id}`
  await write(desk, reader, entity, { name, members: [reader.person, ...members] }, undefined)
  return listOf(desk, people, reader, entity)
}

/** @throws DemarcheError not-found, value-refused; nothing changes then */
export async function putOnList(
  desk: Desk,
  people: People,
  reader: Reader,
  entity: string,
  person: string,
): Promise<NeedToKnowList> {
  return desk.inTurn(entity, async () => {
    const { head, said } = await standing(desk, reader, entity)
    await refuseUnknown(people, person)
    if (!said.members.includes(person))
      await write(desk, reader, entity, { ...said, members: [...said.members, person] }, head)
    return listOf(desk, people, reader, entity)
  })
}

function refuseMember(words: RefusalWords): never {
  throw refusalOf('value-refused', faultOf('/person', words, 'ACS-05'))
}

/** @throws DemarcheError not-found; value-refused for the maker and for oneself */
export async function takeOffList(
  desk: Desk,
  people: People,
  reader: Reader,
  entity: string,
  person: string,
): Promise<NeedToKnowList> {
  return desk.inTurn(entity, async () => {
    const { head, first, said } = await standing(desk, reader, entity)
    if (person === makerOf(first)) refuseMember(inWords('maker-stays'))
    if (person === reader.person) refuseMember(inWords('not-oneself'))
    const rest = said.members.filter((one) => one !== person)
    if (rest.length < said.members.length) await write(desk, reader, entity, { ...said, members: rest }, head)
    return listOf(desk, people, reader, entity)
  })
}

/**
 * Whom the reader may put on a list: people of the own party and fellows on a list by name; anybody else only by the whole
 * name or the whole e-mail address, so that nobody can leaf through the accounts of others.
 */
export async function findPeople(
  { store }: Pick<Office, 'store'>,
  people: People,
  reader: Reader,
  who: string | undefined,
): Promise<FindPeopleAnswer['people']> {
  if (reader.role === 'administrator') return []
  const sought = fold(who ?? '')
  const isKnown = await knownTo(store.as(reader), reader)
  return (await people.directory())
    .filter((person) =>
      isKnown(person)
        ? fold(person.name).includes(sought)
        : sought !== '' && (fold(person.name) === sought || fold(person.email ?? '') === sought),
    )
    .map(asKnown)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

async function knownTo(
  ledger: Pick<LedgerReader, 'lists' | 'statementsOf'>,
  reader: Reader,
): Promise<(person: PersonInDirectory) => boolean> {
  const fellows = new Set([...(await membersOfOwnLists(ledger)).values()].flat())
  return ({ id, party }) => party === reader.party || fellows.has(id)
}

async function refuseUnknown(people: People, person: string): Promise<void> {
  if ((await people.directory()).some(({ id }) => id === person)) return
  throw refusalOf(
    'value-refused',
    faultOf('/person', inWords('nobody-of-this-desk', { seen: person }), 'ACS-04'),
  )
}

interface Said {
  readonly name: string
  readonly members: readonly string[]
}

async function standing({ store }: Pick<Desk, 'store'>, reader: Reader, entity: string) {
  const statements = (await store.as(reader).statements(entity)).filter(
    ({ kind }) => kind === NEED_TO_KNOW_LIST,
  )
  const first = statements.at(0)
  const head = statements.at(-1)
  if (!first || !head) throw noList(entity)
  return { first, head, said: saidIn(head) }
}

async function listOf(
  { store }: Pick<Desk, 'store'>,
  people: People,
  reader: Reader,
  entity: string,
): Promise<NeedToKnowList> {
  const found = (await ownLists({ store }, people, reader)).find((list) => list.entity === entity)
  if (!found) throw noList(entity)
  return found
}

function noList(entity: string): DemarcheError {
  return notOnRecord(entity)
}

async function write(
  { store, clock, ceiling }: Desk,
  reader: Reader,
  entity: string,
  { name, members }: Said,
  head: Statement | undefined,
): Promise<void> {
  const draft: DraftStatement = {
    entity,
    kind: NEED_TO_KNOW_LIST,
    assertions: [
      { property: 'name', value: name },
      { property: 'members', value: [...new Set(members)] },
    ],
    source: { document: 'List kept at this desk', party: reader.party, verified: true },
    grading: { reliability: 'A', credibility: '1' },
    marking: head?.marking ?? listMarking(entity, reader, ceiling),
    assertedBy: reader.party,
    assertedAt: clock().toISOString(),
    recordedBy: reader.person,
    ...(head ? { supersedes: [{ statement: head.id }] } : {}),
  }
  await store.as(reader).append([draft])
}

/** The list alone limits who reads it; beside that it is marked as working papers are, or as high as may be. */
function listMarking(
  entity: string,
  ...ceilings: readonly Pick<Reader, 'maxDistribution' | 'maxTlp'>[]
): Marking {
  const distribution = Math.min(
    DISTRIBUTIONS.indexOf(WORKING.distribution),
    ...ceilings.map(({ maxDistribution }) => DISTRIBUTIONS.indexOf(maxDistribution)),
  )
  const tlp = Math.min(
    TLP_LABELS.indexOf(WORKING.tlp),
    ...ceilings.map(({ maxTlp }) => TLP_LABELS.indexOf(maxTlp)),
  )
  return {
    distribution: DISTRIBUTIONS[distribution] ?? 'PUBLIC',
    tlp: TLP_LABELS[tlp] ?? 'TLP:CLEAR',
    needToKnow: entity,
  }
}

function saidIn({ entity, assertions }: Pick<Statement, 'entity' | 'assertions'>): Said {
  const value = (name: string) => assertions.find(({ property }) => property === name)?.value
  const name = value('name')
  return {
    name: typeof name === 'string' ? name : entity,
    members: membersSchema.safeParse(value('members')).data ?? [],
  }
}

function makerOf(first: Statement): string {
  return first.recordedBy ?? saidIn(first).members[0] ?? ''
}

function asList(
  statements: readonly Statement[],
  directory: ReadonlyMap<string, PersonInDirectory>,
): NeedToKnowList | null {
  const first = statements.at(0)
  const head = statements.at(-1)
  if (!first || !head) return null
  const { name, members } = saidIn(head)
  return {
    entity: head.entity,
    name,
    members: members.map((person) => {
      const found = directory.get(person)
      // somebody whose account was closed stays on the list until taken off
      return found ? asKnown(found) : { person, name: person, party: '' }
    }),
    marking: head.marking,
    maker: makerOf(first),
    madeAt: first.assertedAt,
    changedAt: head.assertedAt,
  }
}

function asKnown({ id, name, party }: PersonInDirectory): KnownPerson {
  return { person: id, name, party }
}

const fold = (text: string): string => text.trim().toLowerCase().normalize('NFC')
