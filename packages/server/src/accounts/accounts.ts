/**
 * The accounts of a desk: people, their sessions, and every way to sign in.
 *
 * In: where accounts are kept, a clock, random tokens, the operator's settings; out: what the routes need. The ledger
 * knows nothing of this but pseudonyms.
 *
 * Rests on: docs/decisions/0006-accounts.md, docs/rules/accounts.md. Next door: `../session/session-guard.ts`.
 */
import { type ContactLinks, openContactLinks } from '../contact/contact-links.ts'
import { type ContactRounds, openContactRounds } from '../contact/contact-rounds.ts'
import { type NoticeKeeping, openNoticeKeeping } from '../notice/notice-keeping.ts'
import { openSubmissionLinks, type SubmissionLinks } from '../stakeholders/submission-links.ts'
import { type AccessDesk, openAccessDesk } from './access-desk.ts'
import type { AccountDatabase } from './account-database.ts'
import { type PersonRow, rolesOf } from './account-tables.ts'
import { countAttempts } from './attempts.ts'
import { openLibrary, type SingleSignOn } from './auth-library.ts'
import { type EventLog, openEventLog } from './event-log.ts'
import { type AskForFreshProof, openFreshProof } from './fresh-proof.ts'
import { type OneTimeLinks, openOneTimeLinks } from './one-time-links.ts'
import { type PasskeyAddress, passkeyAddressOf } from './passkey-address.ts'
import { openPasskeyChallenges } from './passkey-challenges.ts'
import { openPasskeySignIn, type PasskeySignIn } from './passkey-sign-in.ts'
import { openPasskeys, type Passkeys } from './passkeys.ts'
import { openPeople, type People } from './people.ts'
import { openSecondFactor, type SecondFactor } from './second-factor.ts'
import { AccountSecretError, digestOf, findSecretNote, keepSecretNote } from './secret-note.ts'
import { openSessionDesk, type SessionDesk } from './session-desk.ts'
import { openSignIn, type SignIn } from './sign-in.ts'
import { openSingleSignOn, type SingleSignOnDesk } from './single-sign-on.ts'

export interface AccountOptions {
  readonly database: AccountDatabase
  /** signs cookies and encrypts the secrets of second factors */
  readonly secret: string
  readonly publicUrl: string
  readonly sessionHours: number
  /** a session in which nobody does anything for so long ends */
  readonly idleMinutes: number
  /** the party of the desk, and so of its first person */
  readonly party: string
  readonly secondFactorRequired: boolean
  readonly singleSignOn?: SingleSignOn | undefined
  readonly clock: () => Date
  /** an unguessable text of at least 128 bits, fit for an address */
  readonly randomToken: () => string
}

export interface Accounts {
  readonly people: People
  /** gives access, where needed on the word of two administrators */
  readonly access: AccessDesk
  readonly sessions: SessionDesk
  readonly links: OneTimeLinks
  readonly signIn: SignIn
  readonly secondFactor: SecondFactor
  readonly passkeys: Passkeys
  readonly passkeySignIn: PasskeySignIn
  /** asked before an account gets another way to sign in, or loses one (ACC-17) */
  readonly askForFreshProof: AskForFreshProof
  /** where passkeys hold; null where the desk can have none */
  readonly passkeyAddress: PasskeyAddress | null
  /** null where no provider is set */
  readonly singleSignOn: SingleSignOnDesk | null
  /** what people know the provider as */
  readonly providerName: string | null
  readonly events: EventLog
  /** what people have read, and how notices reach them */
  readonly noticeKeeping: NoticeKeeping
  /** private links to what was sent to consultations */
  readonly submissionLinks: SubmissionLinks
  /** checks of points of contact that wait for a reply */
  readonly contactLinks: ContactLinks
  /** which round of checks each schedule began last */
  readonly contactRounds: ContactRounds
  readonly secondFactorRequired: boolean
  /**
   * A one-time token that signs in at once: the first person, or the administrator of a desk on which no administrator
   * has another way in. Null when somebody has, unless the operator asks for it.
   */
  startLink(always?: boolean): Promise<string | null>
  close(): Promise<void>
}

/** Opens the accounts and lays out their tables where they are not there yet. */
export async function openAccounts(options: AccountOptions): Promise<Accounts> {
  const { clock, randomToken, database, party, singleSignOn } = options
  const library = await openLibrary(options)
  const { adapter } = library
  const [noted, own] = [await findSecretNote(adapter), digestOf(options.secret)]
  if (noted === null) await keepSecretNote(adapter, noted, own)
  else if (noted !== own) {
    await database.close()
    throw new AccountSecretError(noted)
  }
  const events = openEventLog(library, clock)
  const sessions = openSessionDesk({
    library,
    events,
    randomToken,
    clock,
    idleMinutes: options.idleMinutes,
    secondFactorRequired: options.secondFactorRequired,
  })
  const links = openOneTimeLinks(library, clock, randomToken)
  const people = openPeople({ library, sessions, links, events, clock, randomToken })
  const attempts = countAttempts(library, clock)
  const address = passkeyAddressOf(options.publicUrl)
  const askForFreshProof = openFreshProof(library, sessions, attempts, clock)
  const forPasskeys = {
    library,
    sessions,
    events,
    clock,
    address,
    challenges: openPasskeyChallenges(library, clock, randomToken),
  }
  return {
    people,
    access: openAccessDesk({ library, people, events, clock }),
    sessions,
    links,
    events,
    noticeKeeping: openNoticeKeeping(library, clock, randomToken),
    submissionLinks: openSubmissionLinks(library, clock),
    contactLinks: openContactLinks(library, clock, randomToken),
    contactRounds: openContactRounds(library, clock),
    signIn: openSignIn({ library, sessions, links, people, events, attempts, clock, party }),
    secondFactor: openSecondFactor(library, sessions, events),
    passkeys: openPasskeys({ ...forPasskeys, askForFreshProof }),
    passkeySignIn: openPasskeySignIn(forPasskeys),
    askForFreshProof,
    passkeyAddress: address,
    secondFactorRequired: options.secondFactorRequired,
    singleSignOn: singleSignOn ? openSingleSignOn(library, sessions, links, events) : null,
    providerName: singleSignOn?.name ?? null,
    async startLink(always = false) {
      const rows = await adapter.findMany<PersonRow>({ model: 'user', limit: 10_000 })
      const administrators = rows.filter((row) => !row.closedAt && rolesOf(row).includes('administrator'))
      for (const { id } of always ? [] : administrators) {
        if (await library.find.hasWayIn(id)) return null
      }
      return links.give('start', null)
    },
    close: () => database.close(),
  }
}
