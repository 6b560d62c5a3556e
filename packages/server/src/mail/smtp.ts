/**
 * Hands mail to an SMTP server.
 *
 * Rests on: nodemailer; RFC 3207 (STARTTLS). Mail that a program sends says so (RFC 3834), so that nobody's absence note answers it.
 */
import { createTransport } from 'nodemailer'
import type { Words } from './write-mail.ts'

export interface MailServer {
  /** @throws Error when the server did not take it */
  send(to: string, key: string, words: Words): Promise<void>
  close(): void
}

/** The server did not take a mail. Says how, and never to whom or what: it ends in the log. */
export class MailNotTaken extends Error {
  constructor(cause: unknown) {
    const say = (name: string): string => {
      const value: unknown = cause instanceof Error ? Reflect.get(cause, name) : undefined
      return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
    }
    super(
      `a mail was not taken by the mail server: ${[say('code'), say('responseCode'), say('command')].join(' ')}`,
    )
    this.name = 'MailNotTaken'
  }
}

const TIMEOUT = 20_000

/** True when the way to that server must be encrypted: it is another machine. Nothing is sent then without STARTTLS. */
export function needsTls(url: string): boolean {
  return !['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname.toLowerCase())
}

/** @param url smtp:// or smtps://, with user and password where the server wants them */
export function openMailServer(url: string, from: string): MailServer {
  const transport = createTransport(
    {
      url,
      requireTLS: needsTls(url),
      connectionTimeout: TIMEOUT,
      greetingTimeout: TIMEOUT,
      socketTimeout: TIMEOUT,
    },
    { from },
  )
  return {
    async send(to, key, { subject, text }) {
      const mail = {
        to,
        subject,
        text,
        // the same mail sent twice, after a crash, is seen to be one
        messageId: `<${key.slice(0, 32)}@demarche>`,
        headers: { 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All' },
        disableFileAccess: true,
        disableUrlAccess: true,
      }
      await transport.sendMail(mail).catch((error: unknown) => {
        throw new MailNotTaken(error)
      })
    },
    close: () => transport.close(),
  }
}
