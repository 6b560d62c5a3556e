/**
 * What a session leaves behind when it ends, and giving access by two administrators, in a real browser.
 */
import { fileURLToPath } from 'node:url'
import { buildDesk, findChromium } from '@demarche/testkit'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type DeskUnderTest,
  openDesk,
  type SignedInForTest,
} from '../../packages/server/test/desk-under-test.ts'
import { looksRight } from './looks-right.ts'

const executablePath = findChromium(() => chromium.executablePath())
if (!executablePath) {
  process.stderr.write(
    'SKIPPED: no Chromium on this machine; the end of a session was not seen in a browser\n',
  )
}
const deskDirectory = fileURLToPath(new URL('../../packages/desk/dist', import.meta.url))
const PASSWORD = 'seven grey herons waiting'

const signIn = async (page: Page, email: string): Promise<void> => {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Continue' }).click()
}

describe.skipIf(!executablePath)('a session and access', () => {
  let desk: DeskUnderTest
  let browser: Browser
  let address: string
  const contexts: BrowserContext[] = []

  const openAs = async (as: SignedInForTest): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    contexts.push(context)
    context.setDefaultTimeout(60_000)
    await context.addCookies(
      Object.entries(as.cookies).map(([name, value]) => ({ name, value, url: address })),
    )
    return context.newPage()
  }
  /** Somebody who can sign in again. */
  const withPassword = async (email: string): Promise<SignedInForTest> => {
    const one = await desk.signInAs({ party: 'EE', role: 'analyst' })
    await desk.accounts.people.change(one.person, one.person, { name: email, email })
    await desk.accounts.signIn.setPassword(one.person, PASSWORD)
    return one
  }

  beforeAll(async () => {
    buildDesk()
    desk = await openDesk({
      deskDirectory,
      clock: () => new Date(),
      liveBeat: { tickMs: 50, beatMs: 300 },
    })
    address = await desk.app.listen({ port: 0, host: '127.0.0.1' })
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    })
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  }, 60_000)

  it('ends with an empty screen, and what was typed is there again for the same person alone (ACC-15)', async () => {
    const mari = await withPassword('mari@example.org')
    await withPassword('jaan@example.org')
    const page = await openAs(mari)
    const name = page.locator('#case-name')
    await page.goto(`${address}/cases/new`)
    await name.fill('Outage that nobody knows of')
    await desk.accounts.sessions.endAll(mari.person)
    await page.waitForURL(/\/sign-in\?back=%2Fcases%2Fnew/)
    await page.getByText('Your session has ended').waitFor()
    expect(await page.content()).not.toContain('Outage that nobody knows of')
    await looksRight(page, 'session-ended')

    await signIn(page, 'mari@example.org')
    await page.waitForURL(/\/cases\/new$/)
    await expect.poll(() => name.inputValue()).toBe('Outage that nobody knows of')

    await desk.accounts.sessions.endAll(mari.person)
    await page.waitForURL(/\/sign-in/)
    await signIn(page, 'jaan@example.org')
    await page.waitForURL(/\/cases\/new$/)
    await page.locator('.header-account').getByText('jaan@example.org').waitFor()
    await expect.poll(() => name.inputValue()).toBe('')

    // and not for the first one either, once somebody else was here
    const jaan = (await desk.accounts.people.directory()).find(({ email }) => email === 'jaan@example.org')
    await desk.accounts.sessions.endAll(jaan?.id ?? '')
    await page.waitForURL(/\/sign-in/)
    await signIn(page, 'mari@example.org')
    await page.waitForURL(/\/cases\/new$/)
    await page.locator('.header-account').getByText('mari@example.org').waitFor()
    await expect.poll(() => name.inputValue()).toBe('')
  }, 180_000)

  it('wider access waits on the screen of both administrators, and one confirms what the other proposed (ACC-13)', async () => {
    const one = await desk.signInAs({ party: 'EE', role: 'administrator' })
    const two = await desk.signInAs({ party: 'FR', role: 'administrator' })
    await desk.accounts.people.change(two.person, two.person, { name: 'Second Administrator' })
    const [mine, theirs] = [await openAs(one), await openAs(two)]
    await mine.goto(`${address}/people`)
    await mine.getByRole('button', { name: 'mari@example.org' }).click()
    await mine.getByLabel(/^Chair/).check()
    await mine.getByRole('button', { name: 'Save' }).click()
    await mine.getByRole('dialog').getByText('This waits for a second administrator').waitFor()
    await looksRight(mine, 'access-waits')
    await mine.keyboard.press('Escape')
    await mine.getByRole('dialog').waitFor({ state: 'detached' })
    await mine.getByText(/It takes effect when confirmed by .*Second Administrator/).waitFor()
    await expect.poll(() => mine.getByRole('button', { name: /^Confirm/ }).count()).toBe(0)

    await theirs.goto(`${address}/people`)
    await theirs.getByText('analyst → analyst, chair').waitFor()
    await looksRight(theirs, 'access-to-confirm')
    await theirs.getByRole('button', { name: 'Confirm what waits about mari@example.org' }).click()
    await theirs.getByText('analyst → analyst, chair').waitFor({ state: 'detached' })
    await theirs
      .getByRole('row', { name: /mari@example.org/ })
      .getByText('Chair')
      .waitFor()

    const mari = (await desk.accounts.people.directory()).find(({ email }) => email === 'mari@example.org')
    const { token } = await desk.accounts.sessions.open(mari?.id ?? '', { address: '', browser: '' }, 'link')
    const page = await openAs({ ...one, cookies: { 'demarche-session': token } })
    await page.goto(`${address}/notices`)
    await page.getByText(/Second Administrator changed your account/).waitFor()
    await looksRight(page, 'account-news')
  }, 180_000)
})
