/**
 * The postman: on each round puts new notices of those who want mail into the queue, and delivers what waits.
 *
 * Rounds come at fixed intervals, so that what somebody may not see moves nothing. What a person has read meanwhile, or may
 * not see any more, is left out when the mail is sent. No request ever waits for it.
 *
 * Communication checks of points of contact go with it (PFO-71), and those that are due by a schedule are begun (PFO-77).
 *
 * What happened to an account is mailed to its holder whether or not they want mail (ACC-14).
 *
 * Rules: NOT-10, NOT-11, NOT-13. Next door: `mail-queue.ts`, `write-mail.ts`, `smtp.ts`.
 */
import { brusselsTime, type ReaderRole } from '@demarche/core'
import type { Accounts } from '../accounts/accounts.ts'
import { type CheckDelivery, deliverChecks } from '../contact/deliver-checks.ts'
import { runSchedules } from '../contact/run-schedules.ts'
import { accountNoticesFor, newsIn } from '../notice/account-news.ts'
import { noticesFor } from '../notice/notice-desk.ts'
import type { Outside } from '../notice/outside.ts'
import { standingReader } from '../notice/standing-reader.ts'
import type { Office } from '../office.ts'
import type { WaitingMail } from './mail-queue.ts'
import type { WantsMail } from './mail-choices.ts'
import type { MailServer } from './smtp.ts'
import { writeAccountMail, writeMail, type Words } from './write-mail.ts'

export interface PostmanOptions {
  readonly office: Office
  readonly accounts: Pick<Accounts, 'people' | 'noticeKeeping' | 'events' | 'contactLinks' | 'contactRounds'>
  readonly server: MailServer
  readonly outside: Outside
  /** told of a mail that could not be sent; it stays in the queue */
  readonly complain: (error: unknown) => void
}

/** The hour in Brussels from which the daily mail is made. */
const DAILY_FROM = '07:00'
const ROUND_MS = 30_000
/** News of an account that nobody could mail for so long, while the desk was down, stands at the desk alone. */
const ACCOUNT_NEWS_WITHIN = 24 * 60 * 60_000

/** One round. @returns how many mails were handed over */
export async function goRound(options: PostmanOptions): Promise<number> {
  for (const wants of await options.accounts.noticeKeeping.mailChoices.all()) await fill(options, wants)
  await fillAccountNews(options)
  await runSchedules(options)
  return (await deliver(options)) + (await deliverChecks(checksOf(options)))
}

function checksOf({ office, accounts, server, outside, complain }: PostmanOptions): CheckDelivery {
  return { office, links: accounts.contactLinks, server, address: outside.address, complain }
}

/** Goes round until it is stopped; a round begins only when the one before has ended. */
export function startPostman(options: PostmanOptions, everyMs = ROUND_MS): () => Promise<void> {
  let round: Promise<unknown> | null = null
  const timer = setInterval(() => {
    round ??= goRound(options)
      .catch(options.complain)
      .finally(() => {
        round = null
      })
  }, everyMs)
  return async () => {
    clearInterval(timer)
    await round
    options.server.close()
  }
}

async function fill({ office, accounts }: PostmanOptions, wants: WantsMail): Promise<void> {
  const { marks, mailQueue, mailChoices } = accounts.noticeKeeping
  const { date, time } = brusselsTime(office.clock().toISOString())
  if (wants.mail === 'daily' && (wants.lastDay === date || time < DAILY_FROM)) return
  const reader = await standingReader(accounts.people, wants.person, wants.role)
  if (!reader || reader.email === null) return
  const [notices, { read, mailed }] = await Promise.all([noticesFor(office, reader), marks.of(wants.person)])
  const fresh = notices.filter(({ id, at }) => at >= wants.since && !read.has(id) && !mailed.has(id))
  const ids = fresh.map(({ id }) => id)
  if (ids.length > 0) {
    // first the queue: when the desk ends in between, the same mail waits once
    await mailQueue.put(wants.person, wants.role, ids)
    await marks.markMailed(wants.person, ids)
  }
  if (wants.mail === 'daily') await mailChoices.noteDay(wants.person, date)
}

async function fillAccountNews({ office, accounts }: PostmanOptions): Promise<void> {
  const { marks, mailQueue } = accounts.noticeKeeping
  const since = new Date(office.clock().getTime() - ACCOUNT_NEWS_WITHIN)
  const fresh = new Map<string, string[]>()
  for (const event of await accounts.events.since(since)) {
    const news = newsIn(event)
    if (news) fresh.set(news.person, [...(fresh.get(news.person) ?? []), event.id])
  }
  for (const [person, all] of fresh) {
    const { read, mailed } = await marks.of(person)
    const ids = all.filter((id) => !read.has(id) && !mailed.has(id))
    if (ids.length === 0) continue
    await mailQueue.put(person, 'account', ids)
    await marks.markMailed(person, ids)
  }
}

async function deliver(options: PostmanOptions): Promise<number> {
  const { accounts, server, complain } = options
  const { mailQueue } = accounts.noticeKeeping
  let sent = 0
  for (let mail = await mailQueue.take(); mail; mail = await mailQueue.take()) {
    try {
      const letter =
        mail.role === 'account'
          ? await accountLetter(options, mail)
          : await letterOf(options, mail, mail.role)
      if (letter) {
        await server.send(letter.to, mail.key, letter.words)
        sent += 1
      }
      await mailQueue.done(mail.key)
    } catch (error) {
      await mailQueue.failed(mail.key)
      complain(error)
    }
  }
  return sent
}

interface Letter {
  readonly to: string
  readonly words: Words
}

/** The mail in words; null when nothing is left to say, or to nobody any more. */
async function letterOf(
  { office, accounts, outside }: PostmanOptions,
  { person, notices }: WaitingMail,
  role: ReaderRole,
): Promise<Letter | null> {
  const { marks, mailChoices } = accounts.noticeKeeping
  const reader = await standingReader(accounts.people, person, role)
  if (reader?.email == null || (await mailChoices.get(person)) === 'none') return null
  const { read } = await marks.of(person)
  const about = new Set(notices.filter((id) => !read.has(id)))
  const told = (await noticesFor(office, reader)).filter(({ id }) => about.has(id))
  return told.length > 0 ? { to: reader.email, words: writeMail(told, outside) } : null
}

async function accountLetter(
  { office, accounts, outside }: PostmanOptions,
  { person, notices }: WaitingMail,
): Promise<Letter | null> {
  const { email, state } = await accounts.people.get(person)
  if (email === null || state === 'closed') return null
  const told = (await accountNoticesFor(accounts, person, office.clock())).filter(({ id }) =>
    notices.includes(id),
  )
  return told.length > 0 ? { to: email, words: writeAccountMail(told, outside) } : null
}
