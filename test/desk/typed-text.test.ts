/**
 * What was typed and not recorded, in a real browser: it outlives a reload and the end of the session in each kind of form, and
 * nobody else who signs in in the same browser finds it (ACC-15).
 */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDeclaration } from '../../packages/server/test/a-declaration.ts'
import type { DeskUnderTest, SignedInForTest } from '../../packages/server/test/desk-under-test.ts'
import { describeInBrowser, launchBrowser, openWindow, serveDesk } from './in-browser.ts'
import { settle } from './looks-right.ts'

const MARKING = { distribution: 'LIMITE', tlp: 'TLP:GREEN' } as const
const PASSWORD = 'seven grey herons waiting'
const TYPED = 'Words that nobody else reads'

const kept = (of: Page): Promise<readonly string[]> =>
  of.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('typed ')))

describeInBrowser('what was typed', 'what becomes of what was typed was not seen in a browser', () => {
  let desk: DeskUnderTest
  let address: string
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let mari: SignedInForTest
  let jaan: SignedInForTest
  let forms: Record<
    'correction' | 'withdrawal' | 'opening' | 'act',
    { path: string; button: string; field: string }
  >

  const withPassword = async (name: string): Promise<SignedInForTest> => {
    const one = await desk.signInAs({ party: 'EE', role: 'delegate' })
    await desk.accounts.people.change(one.person, one.person, { name, email: `${name}@example.org` })
    await desk.accounts.signIn.setPassword(one.person, PASSWORD)
    return one
  }
  const signIn = async (name: string): Promise<void> => {
    await page.getByLabel('E-mail address').fill(`${name}@example.org`)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.locator('.header-account').getByText(`${name},`).waitFor()
    await settle(page)
  }
  /** Opens a form and gives its field. */
  const fieldOf = async (name: keyof typeof forms) => {
    const { path, button, field } = forms[name]
    await page.goto(address + path)
    await settle(page)
    await page.getByRole('button', { name: button, exact: true }).first().click()
    return page.getByRole('dialog').getByLabel(field, { exact: true })
  }

  beforeAll(async () => {
    ;({ desk, address } = await serveDesk({ liveBeat: { tickMs: 50, beatMs: 300 } }))
    mari = await withPassword('mari')
    jaan = await withPassword('jaan')
    const { ofCase, entity } = await openDeclaration(mari, 'Declaration on the port', MARKING, 'Port')
    const facts = `/cases/${ofCase}/facts`
    forms = {
      correction: { path: facts, button: 'Correct Name', field: 'Reason' },
      withdrawal: { path: facts, button: 'Retract Name', field: 'Reason' },
      opening: { path: `/cases/${ofCase}/decision`, button: 'Open procedures', field: 'Why this measure' },
      act: { path: `/procedures/${entity}/course`, button: 'Propose the measure', field: 'Reason' },
    }
    browser = await launchBrowser()
    context = await openWindow(browser, address, mari)
    page = await context.newPage()
  }, 240_000)

  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  }, 60_000)

  it.each(['correction', 'withdrawal', 'opening', 'act'] as const)(
    'outlives a reload and the end of the session: %s',
    async (name) => {
      await (await fieldOf(name)).fill(TYPED)
      await page.reload()
      const again = await fieldOf(name)
      await expect.poll(() => again.inputValue()).toBe(TYPED)
      await desk.accounts.sessions.endAll(mari.person)
      await page.waitForURL(/\/sign-in/)
      await page.getByText('Your session has ended').waitFor()
      expect(await page.content()).not.toContain(TYPED)
      await signIn('mari')
      const found = await fieldOf(name)
      await expect.poll(() => found.inputValue()).toBe(TYPED)
    },
    120_000,
  )

  it('is gone when its author closes the form', async () => {
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
    const found = await fieldOf('act')
    await expect.poll(() => found.inputValue()).toBe('')
  }, 120_000)

  it('is gone when its author signs out, and the next one finds the record alone', async () => {
    await (await fieldOf('correction')).fill(TYPED)
    await page.reload()
    await settle(page)
    expect((await kept(page)).length).toBeGreaterThan(0)
    await page.locator('.account-open').click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(/\/sign-in/)
    await expect.poll(() => kept(page)).toEqual([])
    await signIn('jaan')
    const found = await fieldOf('correction')
    await expect.poll(() => found.inputValue()).toBe('')
  }, 120_000)

  it('is gone when somebody else is signed in, without anybody having signed out', async () => {
    await (await fieldOf('correction')).fill(TYPED)
    const { token } = await desk.accounts.sessions.open(mari.person, { address: '', browser: '' }, 'link')
    await context.addCookies([{ name: 'demarche-session', value: token, url: address }])
    await desk.accounts.sessions.endAll(jaan.person)
    await page.locator('.header-account').getByText('mari,').waitFor()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.content()).not.toContain(TYPED)
    await expect.poll(() => kept(page)).toEqual([])
    const found = await fieldOf('correction')
    await expect.poll(() => found.inputValue()).toBe('')
  }, 120_000)

  it('of an erasure outlives a reload, and is gone when its author closes the form', async () => {
    const officer = await desk.signInAs({ party: 'EE', role: 'desk-officer' })
    const own = await (await openWindow(browser, address, officer)).newPage()
    const form = own.getByRole('dialog')
    const open = async () => {
      await own.goto(`${address}${forms.correction.path}?grounds=fact:name`)
      await settle(own)
      await own.getByRole('button', { name: 'Erase…' }).first().click()
      return { authority: form.getByLabel('Authority'), reason: form.getByLabel('Reason') }
    }
    const first = await open()
    await first.authority.fill('Decision 12/2026')
    await first.reason.fill(TYPED)
    await own.reload()
    const again = await open()
    await expect.poll(() => again.authority.inputValue()).toBe('Decision 12/2026')
    await expect.poll(() => again.reason.inputValue()).toBe(TYPED)
    await form.getByRole('button', { name: 'Cancel' }).click()
    const last = await open()
    await expect.poll(() => last.reason.inputValue()).toBe('')
    expect(await kept(own)).toEqual([])
  }, 120_000)
})
