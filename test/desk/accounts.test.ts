/**
 * Accounts, walked in a real browser: the first person sets the desk up, invites somebody, who comes in with password and
 * code; every screen of it looked at by axe, in both themes and on a phone.
 */
import { createHmac } from 'node:crypto'
import { buildDesk, findChromium, runDesk, type RunningDesk } from '@demarche/testkit'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { looksRight } from './looks-right.ts'

const executablePath = findChromium(() => chromium.executablePath())
if (!executablePath) {
  process.stderr.write('SKIPPED: no Chromium on this machine; accounts were not walked in a browser\n')
}
const PASSWORD = 'seven grey herons waiting'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** The code of an authenticator app for a key in base32 (RFC 6238). */
function codeFor(secret: string, at = Date.now()): string {
  const bits = [...secret].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = mac.readUInt8(19) & 15
  return String((mac.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0')
}

describe.skipIf(!executablePath)('accounts in a browser', () => {
  let desk: RunningDesk
  let browser: Browser
  const contexts: BrowserContext[] = []
  let first: Page
  let invited: Page
  let invitation = ''
  let secret = ''

  const newPage = async (): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    context.setDefaultTimeout(60_000)
    contexts.push(context)
    return context.newPage()
  }
  beforeAll(async () => {
    buildDesk()
    desk = await runDesk()
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    })
    first = await newPage()
    invited = await newPage()
  }, 240_000)

  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  }, 60_000)

  it('the first person enters by the link and sets up an account', async () => {
    await first.goto(`${desk.address}/sign-in`)
    await looksRight(first, 'sign-in')
    await first.goto('about:blank')
    await first.goto(desk.signInLink)
    await first.waitForURL(/\/cases/)
    await first.goto(`${desk.address}/account`)
    await first.getByRole('heading', { name: 'You have no way to sign in again' }).waitFor()
    await looksRight(first, 'account-new')
    await first.getByLabel('Name', { exact: true }).fill('Jaan Tamm')
    await first.getByLabel('E-mail address').fill('jaan@example.org')
    await first.getByLabel('Party', { exact: true }).selectOption('EE')
    await first.getByRole('button', { name: 'Save' }).click()
    await first.getByLabel('New password').fill(PASSWORD)
    await first.getByRole('button', { name: 'Set password' }).click()
    await first.getByLabel('Present password').waitFor()
  }, 180_000)

  it('acts as administrator in one choice, and invites somebody', async () => {
    await first.goto(`${desk.address}/people`)
    await first.getByText('You act in another role').waitFor()
    await first.locator('#header-role').selectOption('administrator')
    await first.getByRole('button', { name: 'Invite somebody' }).click()
    await first.getByLabel('Name', { exact: true }).fill('Mari Maasikas')
    await first.getByLabel('E-mail address').fill('mari@example.org')
    await first.getByLabel('Party', { exact: true }).selectOption('FR')
    await first.getByLabel(/^Desk officer/).uncheck()
    await first.getByLabel(/^Delegate/).check()
    await looksRight(first, 'invite')
    await first.getByRole('button', { name: 'Make the link' }).click()
    invitation = (await first.locator('.secret').textContent()) ?? ''
    expect(invitation).toMatch(/\/invitation#token=/)
    await first.keyboard.press('Escape')
    await first.getByRole('dialog').waitFor({ state: 'detached' })
    await looksRight(first, 'people')
  }, 180_000)

  it('the invited person chooses a password, and comes in for the party and role', async () => {
    await invited.goto(invitation)
    await invited.getByText('Mari Maasikas').waitFor()
    expect(invited.url()).not.toMatch(/token/)
    await looksRight(invited, 'invitation')
    const field = invited.getByLabel('New password')
    await field.fill('Password-1234')
    await invited.getByText('Not yet enough').waitFor()
    await field.fill(PASSWORD)
    await invited.getByText('Very hard to guess').waitFor()
    await expect.poll(() => field.getAttribute('type')).toBe('password')
    await invited.getByRole('button', { name: 'Show' }).click()
    await expect.poll(() => field.getAttribute('type')).toBe('text')
    await looksRight(invited, 'invitation-filled')
    await invited.getByRole('button', { name: 'Set password and enter' }).click()
    await invited.waitForURL(/\/cases/)
    await invited.locator('.header-account').getByText('France').waitFor()
    await invited.locator('.header-account').getByText('Delegate').waitFor()
  }, 180_000)

  it('switches the second factor on, and is asked for it next time', async () => {
    await invited.goto(`${desk.address}/account`)
    await invited.locator('#factor-password').fill(PASSWORD)
    await invited.getByRole('button', { name: 'Set up' }).click()
    await invited.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor()
    await invited.getByText('Enter the key by hand instead').click()
    secret = (await invited.locator('.secret').textContent()) ?? ''
    await looksRight(invited, 'second-factor')
    await invited.getByLabel('Code from your app').fill(codeFor(secret))
    await invited.getByRole('button', { name: 'Switch on' }).click()
    await invited.getByText('It is on:').waitFor()
    await looksRight(invited, 'account')

    const again = await newPage()
    await again.goto(`${desk.address}/sign-in`)
    await again.getByLabel('E-mail address').fill('mari@example.org')
    await again.getByLabel('Password', { exact: true }).fill('not this password')
    await again.getByRole('button', { name: 'Continue' }).click()
    await again.getByRole('alert').waitFor()
    await again.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await again.getByRole('button', { name: 'Continue' }).click()
    await again.getByLabel('Code from your app').fill(codeFor(secret))
    await looksRight(again, 'code')
    await again.getByLabel('Code from your app').fill(codeFor(secret))
    await again.getByRole('button', { name: 'Continue' }).click()
    await again.waitForURL(/\/cases/)
  }, 240_000)

  it('is out at once when the account is closed', async () => {
    await first.goto(`${desk.address}/people`)
    await first.getByRole('button', { name: 'Mari Maasikas' }).click()
    await first.getByRole('button', { name: 'Close the account' }).click()
    await first.getByRole('button', { name: 'Open the account again' }).waitFor()
    await invited.goto(`${desk.address}/cases`)
    await invited.waitForURL(/\/sign-in/)
  }, 120_000)
})
