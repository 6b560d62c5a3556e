/**
 * Notices on demand: made anew each time from the procedures that the person may see at that instant, and for those who moderate
 * from the answers that wait.
 *
 * Nothing is kept but what was read. Rests on: `readNotices` and `submissionNotices` of core. Next door: `notice-marks.ts`.
 */
import type { NoticeRow } from '@demarche/api'
import {
  dayInBrussels,
  newestFirst,
  type Notice,
  presidencyOn,
  readNotices,
  submissionNotices,
} from '@demarche/core'
import type { Office } from '../office.ts'
import { readerOf, type Session } from '../session/session.ts'
import type { NoticeMarks } from './notice-marks.ts'

/** Whom notices are for: a session, or somebody who asked to be told outside of one. */
export type NoticeReader = Pick<Session, 'party' | 'person' | 'role' | 'ceiling'>

/** What notices are made from. */
export type NoticeOffice = Pick<Office, 'procedures' | 'consultations' | 'doctrine' | 'clock'>

/** All notices of that person now, newest first. */
export async function noticesFor(
  { procedures, consultations, doctrine, clock }: NoticeOffice,
  reader: NoticeReader,
): Promise<readonly Notice[]> {
  const at = clock()
  const { party, person, role } = reader
  const [seen, waiting] = await Promise.all([
    procedures.list(readerOf(reader), at),
    consultations.waiting(readerOf(reader)),
  ])
  const isPresidency = presidencyOn(doctrine.presidencies, dayInBrussels(at.toISOString()))?.code === party
  const viewer = { party, person, role, isPresidency }
  const now = at.toISOString()
  return newestFirst([...readNotices(doctrine, seen, viewer, now), ...submissionNotices(waiting, viewer)])
}

/** The same with what the person has read. */
export async function noticeRows(
  office: Office,
  marks: NoticeMarks,
  reader: NoticeReader,
): Promise<readonly NoticeRow[]> {
  const [notices, { read }] = await Promise.all([noticesFor(office, reader), marks.of(reader.person)])
  return notices.map((notice) => ({ ...notice, read: read.has(notice.id) }))
}
