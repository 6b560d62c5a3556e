/** Everything kept about notices with the accounts. Next door: `notice-tables.ts` for the tables. */
import type { AuthLibrary } from '../accounts/auth-library.ts'
import { type FeedTokens, openFeedTokens } from '../calendar/feed-tokens.ts'
import { type MailChoices, openMailChoices } from '../mail/mail-choices.ts'
import { type MailQueue, openMailQueue } from '../mail/mail-queue.ts'
import { type NoticeMarks, openNoticeMarks } from './notice-marks.ts'

export interface NoticeKeeping {
  readonly marks: NoticeMarks
  readonly mailChoices: MailChoices
  readonly mailQueue: MailQueue
  readonly feedTokens: FeedTokens
}

export function openNoticeKeeping(
  library: AuthLibrary,
  clock: () => Date,
  randomToken: () => string,
): NoticeKeeping {
  return {
    marks: openNoticeMarks(library, clock),
    mailChoices: openMailChoices(library, clock),
    mailQueue: openMailQueue(library, clock),
    feedTokens: openFeedTokens(library, clock, randomToken),
  }
}
