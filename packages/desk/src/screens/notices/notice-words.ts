/** A notice in the words of the desk. Next door: `notice-list.tsx`. */
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import { formatPartialDate } from '../../parts/format-date.ts'
import { semicolon } from '../../parts/semicolon.ts'
import type { Notice } from '@demarche/core'
import type { Say } from '../../texts.ts'
import { sayBrussels } from '../procedure/course/brussels-words.ts'

/** What happened, without the title of the procedure. */
export function noticeWords(t: Say, notice: Notice): string {
  const who = notice.by ? euCountryCode(notice.by.party) : ''
  switch (notice.kind) {
    case 'procedure-opened':
      return t('notice.say.procedure-opened', { who, measure: notice.measure })
    case 'text-changed':
      return t('notice.say.text-changed', { who, version: notice.version })
    case 'own-text-amended':
      return t('notice.say.own-text-amended', { who, paragraph: notice.paragraph })
    case 'position-asked':
      return t('notice.say.position-asked', {
        body: t(`body.${notice.body}`),
        day: formatPartialDate(notice.meeting),
      })
    case 'on-agenda':
      return t('notice.say.on-agenda', {
        body: t(`body.${notice.body}`),
        day: formatPartialDate(notice.meeting),
      })
    case 'circulated':
      return t('notice.say.circulated', { who, titles: notice.titles.join(semicolon()) })
    case 'step-taken':
      return t('notice.say.step-taken', { who, step: notice.state })
    case 'held':
      return t('notice.say.held', { who, position: t(`position.${notice.position}`) })
    case 'said-for-you':
      return t('notice.say.said-for-you', {
        who,
        position: t(`position.${notice.position}`),
        day: formatPartialDate(notice.meeting),
      })
    case 'vote-failed':
      return t('notice.say.vote-failed', { day: formatPartialDate(notice.held) })
    case 'silence-opened':
    case 'silence-extended':
    case 'silence-ends-soon':
      return t(`notice.say.${notice.kind}`, { who, until: sayBrussels(notice.until) })
    case 'adopted':
      return t(notice.how === 'vote' ? 'notice.say.adopted-by-vote' : 'notice.say.adopted')
    case 'review-due':
      return t('notice.say.review-due', { day: formatPartialDate(notice.on) })
    case 'submissions-wait':
      return t('notice.say.submissions-wait')
    case 'text-laid':
    case 'silence-broken':
    case 'silence-withdrawn':
    case 'silence-ended':
    case 'confirmation-needed':
      return t(`notice.say.${notice.kind}`, { who })
  }
}
