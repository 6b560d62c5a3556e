import tls from 'node:tls'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { act, bringBefore, openDeclaration } from '../../test/a-declaration.ts'
import { type DeskUnderTest, openDesk, type SignedInForTest } from '../../test/desk-under-test.ts'
import type { Received } from '../../test/mail-server-messages.ts'
import { makeIdentity, type MailServerUnderTest, startMailServer } from '../../test/mail-server-under-test.ts'
import { goRound, type PostmanOptions } from './postman.ts'
import { MailNotTaken, needsTls, openMailServer } from './smtp.ts'

const OPEN = { distribution: 'LIMITE', tlp: 'TLP:GREEN' } as const
const CLOSED = { distribution: 'LIMITE', tlp: 'TLP:AMBER' } as const
// the operator lets LIMITE leave: a procedure is never below it (PRC-35)
const CEILING = { maxDistribution: 'LIMITE', maxTlp: 'TLP:GREEN' } as const
const HOUR = 3_600_000

let desk: DeskUnderTest
let estonia: SignedInForTest
let chair: SignedInForTest
let france: SignedInForTest
let post: MailServerUnderTest
let options: PostmanOptions
const complaints: unknown[] = []

beforeAll(async () => {
  post = await startMailServer()
  desk = await openDesk({ sendsMail: true })
  estonia = await desk.signInAs({ party: 'EE', role: 'delegate' })
  chair = await desk.signInAs({ party: 'IE', role: 'chair' })
  france = await desk.signInAs({ party: 'FR', role: 'delegate' })
  options = {
    office: desk.office,
    accounts: desk.accounts,
    server: openMailServer(`smtp://127.0.0.1:${post.port}`, 'Demarche <desk@example.org>'),
    outside: { ceiling: CEILING, address: 'https://desk.example.org', sendsMail: true },
    complain: (error) => complaints.push(error),
  }
})
afterEach(async () => {
  await post.behave('takes')
  complaints.length = 0
})
afterAll(async () => {
  options.server.close()
  await post.close()
  await desk.close()
})

const choose = (mail: string) => france.ask({ method: 'POST', url: '/api/notices/mail', payload: { mail } })

/** The text of a mail as its reader sees it: lines joined that were broken for transport. */
const textOf = ({ source }: Pick<Received, 'source'> = { source: '' }): string =>
  source.slice(source.indexOf('\r\n\r\n')).replaceAll('=\r\n', '').replaceAll('=3D', '=')

describe('notices by mail', () => {
  it('NOT-11 go to nobody who has not asked, and cannot be asked for without an address', async () => {
    await openDeclaration(estonia, 'Before anybody asked', OPEN)
    expect(await goRound(options)).toBe(0)
    expect((await choose('at-once')).json().detail).toContain('e-mail address')
    await desk.accounts.people.change(desk.officer.person, france.person, { email: 'france@example.org' })
    expect((await choose('at-once')).statusCode).toBe(204)
    // what happened before is no news
    await goRound(options)
    expect((await post.received()).filter(({ source }) => source.includes('something concerns you'))).toEqual(
      [],
    )
  })

  it('about the own account go to everybody who has an address, asked or not, without the values of it (ACC-14)', async () => {
    await desk.accounts.people.change(desk.officer.person, chair.person, { email: 'chair@example.org' })
    await desk.accounts.signIn.setPassword(chair.person, 'seven grey herons waiting')
    expect(await goRound(options)).toBe(1)
    expect(await goRound(options)).toBe(0)
    const [mail] = await post.received()
    expect(mail?.to).toEqual(['chair@example.org'])
    const text = textOf(mail)
    expect(text).toContain('Your password was set.')
    expect(text).toContain('Desk officer changed your account: e-mail address.')
    expect(text).toContain('https://desk.example.org/account')
    expect(text).not.toMatch(/herons|chair@example/)
  })

  it('arrive at a real mail server, once, named where their marking lets them leave', async () => {
    await openDeclaration(estonia, 'Declaration on the port', OPEN)
    await openDeclaration(estonia, 'Secretive wording', CLOSED)
    expect(await goRound(options)).toBe(1)
    expect(await goRound(options)).toBe(0)
    const [mail] = await post.received()
    expect(mail?.to).toEqual(['france@example.org'])
    const text = textOf(mail)
    expect(text).toContain('EE opened a procedure: "Declaration on the port"')
    expect(text).toContain('TLP:GREEN')
    expect(text).toContain('Something else concerns you that this mail may not name')
    expect(text).toContain('https://desk.example.org/notices')
    expect(mail?.source).not.toMatch(/ecretive|AMBER/)
    expect(mail?.source).toMatch(/^Auto-Submitted: auto-generated/im)
    expect(mail?.source).not.toContain(france.person)
  })

  it('say nothing of what the person may not see, and are not sent for it', async () => {
    await openDeclaration(estonia, 'Declaration among two', { ...OPEN, releasableTo: ['EE', 'IE'] })
    expect(await goRound(options)).toBe(0)
    expect(await post.received()).toEqual([])
  })

  it('NOT-13 wait when the mail server does not take them, longer each time, and are not lost when the desk ends', async () => {
    await openDeclaration(estonia, 'Declaration that waits', OPEN)
    await post.behave('refuses')
    expect(await goRound(options)).toBe(0)
    expect(complaints).toHaveLength(1)
    expect(String(complaints[0])).toContain('451')
    expect(String(complaints[0])).not.toMatch(/france|waits/)
    await post.behave('takes')
    expect(await goRound(options)).toBe(0)
    expect(await desk.accounts.noticeKeeping.mailQueue.length()).toBe(1)
    desk.letPass(2 * 60_000)
    // nothing but the accounts' database knows of it
    expect(await goRound({ ...options })).toBe(1)
    expect(await post.received()).toHaveLength(1)
    expect(await desk.accounts.noticeKeeping.mailQueue.length()).toBe(0)
  })

  it('NOT-13 wait out a mail server that refuses whom it has not met before (greylisting)', async () => {
    await openDeclaration(estonia, 'Declaration of a stranger', OPEN)
    await post.behave('greylists')
    expect(await goRound(options)).toBe(0)
    expect(String(complaints[0])).toContain('450')
    desk.letPass(2 * 60_000)
    expect(await goRound(options)).toBe(1)
    const [mail, ...more] = await post.received()
    expect(textOf(mail)).toContain('Declaration of a stranger')
    expect(more).toEqual([])
  })

  it('NOT-13 wait while no mail server answers', async () => {
    await openDeclaration(estonia, 'Declaration at night', OPEN)
    const gone = await startMailServer()
    await gone.close()
    const server = openMailServer(`smtp://127.0.0.1:${gone.port}`, 'Demarche <desk@example.org>')
    expect(await goRound({ ...options, server })).toBe(0)
    expect(String(complaints[0])).toMatch(/ECONNREFUSED|ESOCKET|ECONNECTION/)
    server.close()
    desk.letPass(2 * 60_000)
    expect(await goRound(options)).toBe(1)
    expect(textOf((await post.received())[0])).toContain('Declaration at night')
  })

  it('NOT-13 are made when they are sent: what was read, or closed to the person meanwhile, is left out', async () => {
    await openDeclaration(estonia, 'Declaration read meanwhile', OPEN)
    await post.behave('refuses')
    await goRound(options)
    await post.behave('takes')
    const { notices } = (await france.ask({ method: 'GET', url: '/api/notices' })).json()
    const ids = notices.map(({ id }: { id: string }) => id)
    await france.ask({ method: 'POST', url: '/api/notices/read', payload: { notices: ids } })
    desk.letPass(2 * 60_000)
    expect(await goRound(options)).toBe(0)
    expect(await desk.accounts.noticeKeeping.mailQueue.length()).toBe(0)
  })

  it('of two processes one sends it', async () => {
    await openDeclaration(estonia, 'Declaration sent once', OPEN)
    const sent = await Promise.all([goRound(options), goRound(options), goRound(options)])
    expect(sent.reduce((sum, one) => sum + one, 0)).toBe(1)
    expect(await post.received()).toHaveLength(1)
  })

  it('come once a day for who wants that, from seven in the morning in Brussels', async () => {
    expect((await choose('daily')).statusCode).toBe(204)
    const { entity } = await openDeclaration(estonia, 'Declaration of the day', OPEN)
    await bringBefore(estonia, chair, entity, '2026-12-09')
    expect(await goRound(options)).toBe(1)
    expect(textOf((await post.received())[0])).toContain('your party has not said')
    await act(estonia, entity, { verb: 'state-position', position: 'support' })
    await openDeclaration(estonia, 'Declaration of the evening', OPEN)
    expect(await goRound(options)).toBe(0)
    desk.letPass(24 * HOUR)
    expect(await goRound(options)).toBe(1)
  })

  it('stop when the person wants none, or the account is closed (ACC-12)', async () => {
    expect((await choose('none')).statusCode).toBe(204)
    await openDeclaration(estonia, 'Declaration after the end', OPEN)
    expect(await goRound(options)).toBe(0)
    expect((await choose('at-once')).statusCode).toBe(204)
    await openDeclaration(estonia, 'Declaration after closing', OPEN)
    await desk.accounts.people.close(desk.officer.person, france.person)
    expect(await goRound(options)).toBe(0)
  })
})

describe('the way to the mail server', () => {
  const words = { subject: 'A notice', text: 'Something concerns you.' }
  const send = async (url: string): Promise<void> => {
    const server = openMailServer(url, 'Demarche <desk@example.org>')
    await server.send('france@example.org', 'a-key', words).finally(() => server.close())
  }
  let encrypting: MailServerUnderTest
  let identity: Awaited<ReturnType<typeof makeIdentity>>
  beforeAll(async () => {
    identity = await makeIdentity()
    encrypting = await startMailServer(identity)
  })
  afterAll(() => encrypting.close())

  it('is encrypted where the server offers it and its certificate is vouched for', async () => {
    const trusted = tls.getCACertificates()
    tls.setDefaultCACertificates([...trusted, identity.certificate])
    try {
      await send(`smtp://127.0.0.1:${encrypting.port}`)
    } finally {
      tls.setDefaultCACertificates(trusted)
    }
    expect(await encrypting.received()).toMatchObject([{ isEncrypted: true, to: ['france@example.org'] }])
  })

  it('is not taken to a server whose certificate nobody vouches for', async () => {
    await expect(send(`smtp://127.0.0.1:${encrypting.port}`)).rejects.toThrow(MailNotTaken)
    expect(await encrypting.received()).toEqual([])
  })

  it('is not taken unencrypted to what may be another machine', async () => {
    // the loopback under a name that is not known to be it
    await expect(send(`smtp://127.1:${post.port}`)).rejects.toThrow('STARTTLS')
    expect(await post.received()).toEqual([])
  })

  it('is encrypted or is not taken, unless it stays on this machine', () => {
    for (const url of ['smtp://localhost:25', 'smtp://127.0.0.1', 'smtp://[::1]:2525'])
      expect(needsTls(url), url).toBe(false)
    for (const url of [
      'smtp://desk:secret@mail.example.org',
      'smtps://mail.example.org',
      'smtp://127.0.0.1.example.org',
    ])
      expect(needsTls(url), url).toBe(true)
  })
})
