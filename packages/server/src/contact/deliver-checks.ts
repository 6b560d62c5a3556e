/**
 * Sends the mails of communication checks that wait: makes the link, reads the address from the ledger, hands the mail over.
 *
 * The mail says who asks, until when, and a link; it names nobody and nothing on record (PFO-71). What was erased or has no
 * address any more is dropped. Next door: `contact-links.ts`; `../mail/postman.ts` goes round.
 */
import {
  dayInBrussels,
  formatPartialDate,
  kindOfEntity,
  mailOf,
  parsePartialDate,
  type Party,
  readRecord,
  wordsIn,
} from '@demarche/core'
import { hashOf } from '../accounts/session-desk.ts'
import type { MailServer } from '../mail/smtp.ts'
import type { Words } from '../mail/write-mail.ts'
import type { Office } from '../office.ts'
import { askerOf } from './contact-desk.ts'
import type { ContactLink, ContactLinks } from './contact-links.ts'
import { mayBeMailed } from './contact-records.ts'

export interface CheckDelivery {
  readonly office: Pick<Office, 'store' | 'portfolio' | 'doctrine' | 'clock'>
  readonly links: ContactLinks
  readonly server: MailServer
  /** under which people reach the desk, without a slash at its end */
  readonly address: string
  /** told of a mail that could not be sent; it is tried again */
  readonly complain: (error: unknown) => void
}

/** @returns how many mails were handed over */
export async function deliverChecks(delivery: CheckDelivery): Promise<number> {
  const { links, server, office, address, complain } = delivery
  let sent = 0
  for (let link = await links.take(); link; link = await links.take()) {
    const to = link.expiresAt > office.clock() ? await addressOf(delivery, link) : undefined
    if (to === undefined) {
      await links.drop(link.check)
      continue
    }
    try {
      const token = await links.token(link.check)
      await server.send(to, hashOf(link.check), writeCheckMail(link, token, address, office.doctrine.parties))
      await links.sent(link.check)
      sent += 1
    } catch (error) {
      await links.failed(link.check)
      complain(error)
    }
  }
  return sent
}

/**
 * Where the mail goes today; undefined where the desk sees the check, its contact or one address no more, and where the contact
 * was marked meanwhile so that no mail goes out.
 */
async function addressOf(
  { office }: CheckDelivery,
  { check, party }: ContactLink,
): Promise<string | undefined> {
  const ledger = office.store.as(askerOf(party))
  const asOf = dayInBrussels(office.clock().toISOString())
  const read = async (entity: string) => {
    const statements = await ledger.statements(entity)
    if (statements.length === 0) return undefined
    return readRecord({ kind: office.portfolio.kind(kindOfEntity(entity)), entity, statements, asOf })
  }
  const [contact] = wordsIn((await read(check)) ?? { facts: [] }, 'contact')
  const found = contact === undefined ? undefined : await read(contact)
  return found && mayBeMailed(found.marking) ? mailOf(found) : undefined
}

/** Who asks, in words: the party by name, or the desk at its address. */
export function sayAsker(party: string, parties: readonly Party[] | undefined, address: string): string {
  return parties?.find(({ code }) => code === party)?.label ?? `The desk at ${address}`
}

function writeCheckMail(
  { party, expiresAt }: Pick<ContactLink, 'party' | 'expiresAt'>,
  token: string,
  address: string,
  parties: readonly Party[] | undefined,
): Words {
  const until = formatPartialDate(parsePartialDate(dayInBrussels(expiresAt.toISOString())))
  const who = sayAsker(party, parties, address)
  return {
    subject: 'Communication check: does this line still answer?',
    text: [
      `${who} asks whether this address still reaches a point of contact.`,
      '',
      `To answer, open this page and press its button, until ${until}:`,
      `${address}/contact-reply#token=${token}`,
      '',
      'The link works once. Opening it answers nothing; only the button does.',
      'If you did not expect this mail, do nothing.',
      '',
    ].join('\n'),
  }
}
