/**
 * Notices on demand: made anew each time from the procedures that the person may see at that instant.
 *
 * Nothing is kept but what was read. Rests on: `readNotices` of core. Next door: `notice-marks.ts`.
 */
import type { NoticeRow } from '@demarche/api'
import { dayInBrussels, type Notice, presidencyOn, readNotices } from '@demarche/core'
import type { Office } from '../office.ts'
import { readerOf, type Session } from '../session/session.ts'
import type { NoticeMarks } from './notice-marks.ts'

/** Whom notices are for: a session, or somebody who asked to be told outside of one. */
export type NoticeReader = Pick<Session, 'party' | 'person' | 'role' | 'ceiling'>

/** All notices of that person now, newest first. */
export async function noticesFor(
  { procedures, doctrine, clock }: Pick<Office, 'procedures' | 'doctrine' | 'clock'>,
  reader: NoticeReader,
): Promise<readonly Notice[]> {
  const at = clock()
  const { party, person, role } = reader
  const seen = await procedures.list(readerOf(reader), at)
  const isPresidency = presidencyOn(doctrine.presidencies, dayInBrussels(at.toISOString()))?.code === party
  return readNotices(doctrine, seen, { party, person, role, isPresidency }, at.toISOString())
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
