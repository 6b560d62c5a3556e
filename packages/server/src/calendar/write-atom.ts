/**
 * Notices as an Atom feed.
 *
 * Of what is marked above the ceiling an entry says that there is something, and leads to the desk (NOT-10).
 *
 * Rests on: RFC 4287; fast-xml-parser writes the XML. Next door: `write-calendar.ts`.
 */
import { createHash } from 'node:crypto'
import type { Notice } from '@demarche/core'
import { XMLBuilder } from 'fast-xml-parser'
import { type Outside, sayOutside } from '../notice/outside.ts'
import { plainText } from './plain-text.ts'

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true })

/**
 * The feed of a person.
 * @param since when the feed was asked for, UTC: the time of a feed without entries
 */
export function writeAtom(
  notices: readonly Notice[],
  outside: Outside,
  { person, since }: { readonly person: string; readonly since: string },
): string {
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      id: `urn:demarche:notices:${createHash('sha256').update(person).digest('hex').slice(0, 32)}`,
      title: 'Demarche: notices',
      updated: notices[0]?.at ?? since,
      author: { name: 'Demarche' },
      link: { '@rel': 'alternate', '@href': `${outside.address}/notices` },
      entry: notices.map((notice) => {
        const { text, link, marking } = sayOutside(notice, outside)
        return {
          id: `urn:demarche:notice:${notice.id}`,
          title: plainText(text),
          updated: notice.at,
          link: { '@rel': 'alternate', '@href': link },
          summary: { '@type': 'text', '#text': plainText(marking === null ? text : `${marking}: ${text}`) },
        }
      }),
    },
  })
}
