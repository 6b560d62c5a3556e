/**
 * What people are told of their own account: what administrators did to it, and every change of password, second factor and
 * passkeys, whoever made it.
 *
 * Made from the log of the accounts each time it is asked for. Rule: docs/rules/accounts.md, ACC-14.
 */
import { ACCOUNT_NEWS, type AccountNotice } from '@demarche/api'
import { NOTICE_DAYS } from '@demarche/core'
import type { Accounts } from '../accounts/accounts.ts'
import type { AccountEvent } from '../accounts/event-log.ts'

type Kind = AccountNotice['kind']

const BY_OTHERS: readonly Kind[] = [
  'changed',
  'link-renewed',
  'reopened',
  'sessions-ended',
  'code-reused',
  'passkey-copied',
]
const OWN: readonly Kind[] = [
  'invitation-accepted',
  'password-set',
  'second-factor-on',
  'second-factor-off',
  'backup-codes-made',
  'passkey-added',
  'passkey-removed',
]

export interface AccountNews {
  /** whom it concerns */
  readonly person: string
  readonly kind: Kind
}

/** Whom an event is told, and as what; null for those that nobody is told of. */
export function newsIn({ act, person, about }: AccountEvent): AccountNews | null {
  const kind = ACCOUNT_NEWS.find((one) => one === act)
  if (kind === undefined) return null
  if (about !== null && about !== person && BY_OTHERS.includes(kind)) return { person: about, kind }
  return person !== null && OWN.includes(kind) ? { person, kind } : null
}

/** What that person is told of their account, newest first. */
export async function accountNoticesFor(
  { events, people, noticeKeeping }: Pick<Accounts, 'events' | 'people' | 'noticeKeeping'>,
  person: string,
  now: Date,
): Promise<readonly AccountNotice[]> {
  const since = new Date(now.getTime() - NOTICE_DAYS * 86_400_000)
  const [found, { read }] = await Promise.all([
    events.concerning(person, since),
    noticeKeeping.marks.of(person),
  ])
  const told = found.flatMap((event) => {
    const news = newsIn(event)
    return news?.person === person ? [{ event, kind: news.kind }] : []
  })
  const others = new Set(told.flatMap(({ event }) => byOf(event, person)))
  const names = new Map(
    await Promise.all(
      [...others].map(
        async (id) =>
          [
            id,
            await people.get(id).then(
              ({ name }) => name,
              () => id,
            ),
          ] as const,
      ),
    ),
  )
  return told.map(({ event, kind }) => ({
    id: event.id,
    kind,
    at: event.at,
    by: byOf(event, person).map((id) => names.get(id) ?? id),
    detail: kind === 'changed' ? event.detail : null,
    read: read.has(event.id),
  }))
}

function byOf({ person, second }: AccountEvent, holder: string): string[] {
  return [person, second].flatMap((one) => (one !== null && one !== holder ? [one] : []))
}

/** In words, for mail. */
export function sayAccountNotice({ kind, by, detail }: AccountNotice): string {
  const who = by.join(', ')
  const words = {
    changed: `${who} changed your account: ${detail ?? ''}.`,
    'link-renewed': `${who} made a new link for your account. Whoever uses it sets a new password.`,
    reopened: `${who} opened your account again.`,
    'sessions-ended': `${who} ended sessions of yours.`,
    'invitation-accepted':
      'Your account was set up with a link: the password is new, and a second factor and passkeys were taken away.',
    'password-set': 'Your password was set.',
    'second-factor-on': 'Your second factor was switched on.',
    'second-factor-off': 'Your second factor was switched off.',
    'backup-codes-made': 'New backup codes were made; the old ones are void.',
    'code-reused':
      'Somebody who knew your password entered a code that had been used already, and was refused.',
    'passkey-added': 'A passkey was added to your account.',
    'passkey-removed': 'A passkey of your account was removed.',
    'passkey-copied': 'A passkey of yours was refused, since there seems to be a copy of it. Remove it.',
  } as const
  return words[kind]
}
