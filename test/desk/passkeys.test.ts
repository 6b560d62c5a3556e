/**
 * Passkeys, walked in a real browser with an authenticator of its own: added, signed in with, and removed again; the screens
 * looked at by axe, in both themes and on a phone.
 */
import { buildDesk, runDesk, type RunningDesk } from '@demarche/testkit'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser, launchBrowser, openWindow } from './in-browser.ts'
import { looksRight, settle } from './looks-right.ts'

const PASSWORD = 'seven grey herons waiting'

describeInBrowser('passkeys in a browser', 'passkeys were not walked in a browser', () => {
  let desk: RunningDesk
  let browser: Browser
  let page: Page
  let devtools: CDPSession
  let authenticatorId = ''
  /** passkeys hold for a name, and this machine's is `localhost` */
  let address = ''

  beforeAll(async () => {
    buildDesk()
    desk = await runDesk()
    address = desk.address.replace('127.0.0.1', 'localhost')
    browser = await launchBrowser()
    page = await (await openWindow(browser, address)).newPage()
    devtools = await page.context().newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    const added = await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    authenticatorId = added.authenticatorId
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  }, 60_000)

  const signOut = async (): Promise<void> => {
    await page.locator('.account-open').click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor()
  }
  const signIn = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.waitForURL(/\/cases/)
  }
  const rows = () => page.locator('section[aria-labelledby="account-passkeys"] tbody tr')
  const openDialog = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Remove the passkey Office laptop' }).click()
    await page.getByRole('dialog').waitFor()
  }

  it('are offered where browser and address can have them, and nowhere else', async () => {
    const asked = page.waitForResponse(/session\/ways/)
    await page.goto(`${desk.address}/sign-in`)
    await asked
    await settle(page)
    expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).count()).toBe(0)

    const old = await openWindow(browser, address)
    await old.addInitScript(() => Reflect.deleteProperty(window, 'PublicKeyCredential'))
    const oldPage = await old.newPage()
    const ways = oldPage.waitForResponse(/session\/ways/)
    await oldPage.goto(`${address}/sign-in`)
    await ways
    await settle(oldPage)
    expect(await oldPage.getByRole('button', { name: 'Sign in with a passkey' }).count()).toBe(0)
    await old.close()

    await page.goto(`${address}/sign-in`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor()
    await looksRight(page, 'sign-in-passkey')
    // the authenticator has none yet
    await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('No passkey was used.').waitFor()
    await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
  }, 240_000)

  it('are added on "Your account", once for each authenticator', async () => {
    await page.goto('about:blank')
    await page.goto(desk.signInLink.replace('127.0.0.1', 'localhost'))
    await page.waitForURL(/\/cases/)
    await page.goto(`${address}/account`)
    await page.getByRole('heading', { name: 'You have no way to sign in again' }).waitFor()
    await page.getByText('You have none.').waitFor()
    await page.getByLabel('Name of a new passkey').fill('Office laptop')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await rows().getByText('Office laptop').waitFor()
    await page
      .getByRole('heading', { name: 'You have no way to sign in again' })
      .waitFor({ state: 'detached' })
    await rows().getByText('never').waitFor()
    await looksRight(page, 'account-passkeys')

    await page.getByLabel('Name of a new passkey').fill('Once more')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('This device has a passkey of your account already.').waitFor()
    expect(await rows().count()).toBe(1)
  }, 240_000)

  it('sign in without an e-mail address', async () => {
    await signOut()
    await signIn()
    await page.goto(`${address}/account`)
    await rows().waitFor()
    expect(await rows().getByText('never').count()).toBe(0)
    await page.getByText('(by passkey)').waitFor()
  }, 120_000)

  it('are not removed where nothing else is left, and else with the password', async () => {
    await openDialog()
    const remove = page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true })
    await remove.click()
    await page.getByText('This is your only way to sign in.').waitFor()
    await looksRight(page, 'passkey-only')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    await page.getByLabel('Name', { exact: true }).fill('Jaan Tamm')
    await page.getByLabel('E-mail address').fill('jaan@example.org')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByLabel('New password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Set password' }).click()
    await page.getByLabel('Present password').waitFor()

    await openDialog()
    await page.locator('#remove-password').fill('not this password')
    await remove.click()
    await page.getByRole('dialog').getByRole('alert').waitFor()
    await looksRight(page, 'passkey-remove')
    await page.locator('#remove-password').fill(PASSWORD)
    await remove.click()
    await page.getByText('You have none.').waitFor()
  }, 240_000)

  it('do not sign in once they are removed', async () => {
    await signOut()
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('This passkey was not accepted.').waitFor()
    await looksRight(page, 'passkey-refused')
    await page.getByLabel('E-mail address').fill('jaan@example.org')
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL(/\/cases/)
  }, 240_000)
})
