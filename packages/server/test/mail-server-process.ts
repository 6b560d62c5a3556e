/**
 * A mail server on the loopback, as a process of its own: takes mail by SMTP, keeps it, and hands it over when asked.
 *
 * Forked by `mail-server-under-test.ts`, which says in the environment under which key and certificate STARTTLS is offered.
 * A mail is kept before the sender is told that it was taken: whoever asks after that finds it.
 *
 * Rests on: smtp-server; RFC 5321, RFC 6647 (greylisting).
 */
import { SMTPServer } from 'smtp-server'
import { type Received, requestSchema } from './mail-server-messages.ts'

const { MAIL_KEY: key, MAIL_CERTIFICATE: cert } = process.env
const offersTls = key !== undefined && cert !== undefined
let behaviour: 'takes' | 'refuses' | 'greylists' = 'takes'
const seen = new Set<string>()
const received: Received[] = []

const later = (code: number): Error => Object.assign(new Error('later'), { responseCode: code })

const server = new SMTPServer({
  authOptional: true,
  ...(offersTls ? { key, cert } : { disabledCommands: ['STARTTLS'] }),
  onRcptTo({ address }, _session, callback) {
    const isNew = !seen.has(address)
    seen.add(address)
    callback(behaviour === 'greylists' && isNew ? later(450) : null)
  },
  onData(stream, { envelope, secure }, callback) {
    let source = ''
    stream.on('data', (chunk) => (source += String(chunk)))
    stream.on('end', () => {
      if (behaviour === 'refuses') return callback(later(451))
      received.push({ to: envelope.rcptTo.map(({ address }) => address), source, isEncrypted: secure })
      callback()
    })
  },
})
// a sender who does not trust the certificate goes away in the middle
server.on('error', () => undefined)

process.on('message', (message) => {
  const request = requestSchema.parse(message)
  if (request.behave !== undefined) {
    behaviour = request.behave
    seen.clear()
  }
  process.send?.({ received: received.splice(0) })
})
// whoever started it is gone
process.on('disconnect', () => process.exit())

const listening = server.listen(0, '127.0.0.1', () => {
  const address = listening.address()
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 })
})
