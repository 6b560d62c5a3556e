/**
 * The postman: on each round puts new notices of those who want mail into the queue, and delivers what waits.
 *
 * Rounds come at fixed intervals, so that what somebody may not see moves nothing. What a person has read meanwhile, or may
 * not see any more, is left out when the mail is sent. No request ever waits for it.
 *
 * Rules: NOT-10, NOT-11, NOT-13. Next door: `mail-queue.ts`, `write-mail.ts`, `smtp.ts`.
 */
import { brusselsTime } from '@demarche/core'
import type { Accounts } from '../accounts/accounts.ts'
import { noticesFor } from '../notice/notice-desk.ts'
import type { Outside } from '../notice/outside.ts'
import { standingReader } from '../notice/standing-reader.ts'
import type { Office } from '../office.ts'
import type { WantsMail } from './mail-choices.ts'
import type { MailServer } from './smtp.ts'
import { writeMail } from './write-mail.ts'

export interface PostmanOptions {
  readonly office: Pick<Office, 'procedures' | 'doctrine' | 'clock'>
  readonly accounts: Pick<Accounts, 'people' | 'noticeKeeping'>
  readonly server: MailServer
  readonly outside: Outside
  /** told of a mail that could not be sent; it stays in the queue */
  readonly complain: (error: unknown) => void
}

/** The hour in Brussels from which the daily mail is made. */
const DAILY_FROM = '07:00'
const ROUND_MS = 30_000

/** One round. @returns how many mails were handed over */
export async function goRound(options: PostmanOptions): Promise<number> {
  for (const wants of await options.accounts.noticeKeeping.mailChoices.all()) await fill(options, wants)
  return deliver(options)
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

async function deliver({ office, accounts, server, outside, complain }: PostmanOptions): Promise<number> {
  const { marks, mailQueue, mailChoices } = accounts.noticeKeeping
  let sent = 0
  for (let mail = await mailQueue.take(); mail; mail = await mailQueue.take()) {
    const { key, person, role, notices } = mail
    try {
      const reader = await standingReader(accounts.people, person, role)
      const isWanted = (await mailChoices.get(person)) !== 'none'
      const { read } = await marks.of(person)
      const about = new Set(notices.filter((id) => !read.has(id)))
      const words =
        reader && isWanted ? (await noticesFor(office, reader)).filter(({ id }) => about.has(id)) : []
      if (reader?.email != null && words.length > 0) {
        await server.send(reader.email, key, writeMail(words, outside))
        sent += 1
      }
      await mailQueue.done(key)
    } catch (error) {
      await mailQueue.failed(key)
      complain(error)
    }
  }
  return sent
}
