/**
 * A real mail server for a test: a process of its own on a port of the loopback that is free.
 *
 * Next door: `mail-server-process.ts` is the process; `../src/mail/mail.test.ts` sends to it.
 */
import 'reflect-metadata'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { PemConverter, SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509'
import { answerSchema, type Behaviour, type Received, startedSchema } from './mail-server-messages.ts'

export interface MailServerUnderTest {
  readonly port: number
  /** Tells it how to meet mail from now on; it has met nobody yet then. */
  behave(how: Behaviour): Promise<void>
  /** What it took since it was asked last. */
  received(): Promise<readonly Received[]>
  close(): Promise<void>
}

/** Key and certificate, as PEM. */
export interface Identity {
  readonly key: string
  readonly certificate: string
}

/** Starts the process. @param identity with it, STARTTLS is offered */
export async function startMailServer(identity?: Identity): Promise<MailServerUnderTest> {
  const child = fork(fileURLToPath(new URL('mail-server-process.ts', import.meta.url)), {
    execArgv: [],
    env: {
      ...process.env,
      ...(identity && { MAIL_KEY: identity.key, MAIL_CERTIFICATE: identity.certificate }),
    },
  })
  const ended = once(child, 'exit')
  const next = async (): Promise<unknown> => {
    const [message] = await Promise.race([
      once(child, 'message'),
      ended.then(() => Promise.reject(new Error('the mail server of the test has ended'))),
    ])
    return message
  }
  const ask = async (request: { readonly behave?: Behaviour }): Promise<readonly Received[]> => {
    const answer = next()
    child.send(request)
    return answerSchema.parse(await answer).received
  }
  const { port } = startedSchema.parse(await next())
  return {
    port,
    behave: async (how) => void (await ask({ behave: how })),
    received: () => ask({}),
    async close() {
      child.kill()
      await ended
    },
  }
}

const DAY = 86_400_000
const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** A certificate for the loopback that vouches for itself: good for two days, trusted by nobody who is not told to. */
export async function makeIdentity(): Promise<Identity> {
  const keys = await crypto.subtle.generateKey(ECDSA, true, ['sign', 'verify'])
  const now = Date.now()
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=localhost',
    keys,
    notBefore: new Date(now - DAY),
    notAfter: new Date(now + DAY),
    signingAlgorithm: ECDSA,
    extensions: [new SubjectAlternativeNameExtension([{ type: 'ip', value: '127.0.0.1' }])],
  })
  const key = PemConverter.encode(await crypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY')
  return { key, certificate: certificate.toString('pem') }
}
