/**
 * The words of a mail with notices: what may be named, then that there is more (NOT-10).
 *
 * Next door: `postman.ts` sends it; `../notice/outside.ts` says what may be named.
 */
import { formatMarking, highestMarking, mayLeave, type Notice } from '@demarche/core'
import type { AccountNotice } from '@demarche/api'
import { sayAccountNotice } from '../notice/account-news.ts'
import { type Outside, sayOutside } from '../notice/outside.ts'

export interface Words {
  readonly subject: string
  readonly text: string
}

/** @param notices at least one, newest first */
export function writeMail(notices: readonly Notice[], outside: Outside): Words {
  const named = notices.filter(({ marking }) => mayLeave(marking, outside.ceiling))
  const unnamed = notices.length - named.length
  const marking = named.length > 0 ? [formatMarking(highestMarking(named.map((one) => one.marking))), ''] : []
  const lines = named.flatMap((notice) => {
    const { text, link } = sayOutside(notice, outside)
    return [`- ${text.replaceAll(/\s+/g, ' ')}`, `  ${link}`, '']
  })
  const more =
    unnamed === 0
      ? []
      : [
          `${named.length > 0 ? 'Something else concerns' : 'Something concerns'} you that this mail may not name. Sign in to read it:`,
          `${outside.address}/notices`,
          '',
        ]
  const end = [
    'You asked for this mail. To stop it, choose "no mail" here:',
    `${outside.address}/notices`,
    '',
  ]
  return {
    subject: 'Demarche: something concerns you',
    text: [...marking, ...lines, ...more, ...end].join('\n'),
  }
}

/** The words of a mail about the account itself, which nobody asks for and everybody gets. @param notices at least one */
export function writeAccountMail(notices: readonly AccountNotice[], outside: Outside): Words {
  return {
    subject: 'Demarche: your account',
    text: [
      ...notices.flatMap((notice) => [
        `- ${notice.at.slice(0, 16).replace('T', ' ')} UTC: ${sayAccountNotice(notice)}`,
        '',
      ]),
      'If it was not you and you did not ask for it, tell an administrator of the desk, and change your password:',
      `${outside.address}/account`,
      '',
    ].join('\n'),
  }
}
