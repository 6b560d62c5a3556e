/**
 * A real browser for the walks: Chromium where this machine has one, a desk to walk, and a seat at it for somebody.
 *
 * Without a Chromium a walk is skipped, and says so. Next door: `looks-right.ts`; `@demarche/testkit` finds and builds.
 */
import { fileURLToPath } from 'node:url'
import { buildDesk, findChromium, runDesk } from '@demarche/testkit'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import {
  type DeskTestOptions,
  type DeskUnderTest,
  openDesk,
  type SignedInForTest,
} from '../../packages/server/test/desk-under-test.ts'
import { PREPARED_AT } from '../../packages/server/test/prepared-records.ts'
import { settle } from './looks-right.ts'

const executablePath = findChromium(() => chromium.executablePath())
/** How long a page may take to do what it is asked; the machine may be busy. */
const PATIENCE = 60_000

/** A suite that needs a browser. @param left what is not seen without one, as a sentence */
export function describeInBrowser(name: string, left: string, walk: () => void, timeout?: number): void {
  if (!executablePath) process.stderr.write(`SKIPPED: no Chromium on this machine; ${left}\n`)
  describe.skipIf(!executablePath)(name, walk, timeout)
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: executablePath ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
}

/** A window as wide as a desk's, without motion; signed in where somebody is named. */
export async function openWindow(
  browser: Browser,
  address: string,
  who?: Pick<SignedInForTest, 'cookies'>,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  context.setDefaultTimeout(PATIENCE)
  if (who)
    await context.addCookies(
      Object.entries(who.cookies).map(([name, value]) => ({ name, value, url: address })),
    )
  return context
}

/** A page of somebody's own; what breaks on it is noted in `defects`. */
export async function seatAt(
  browser: Browser,
  address: string,
  who: Pick<SignedInForTest, 'cookies'>,
  defects: string[],
): Promise<Page> {
  const page = await (await openWindow(browser, address, who)).newPage()
  page.on('pageerror', (error) => defects.push(String(error)))
  return page
}

/** A desk and one person's page at it, for a walk. */
export interface Walk {
  readonly address: string
  readonly page: Page
  /** what broke on the page, as it breaks */
  readonly defects: readonly string[]
  /** Opens a screen and waits until it stands. */
  open(path: string): Promise<void>
  close(): Promise<void>
}

/** A desk as it is started, and a page of its first person, signed in by the link that it gives. */
export async function startWalk(): Promise<Walk> {
  const { signInLink, ...walk } = await startUnsigned()
  await walk.page.goto(signInLink)
  await walk.page.waitForURL(/\/cases/)
  return walk
}

/** As `startWalk`, before anybody has signed in. */
export async function startUnsigned(): Promise<Walk & { readonly signInLink: string }> {
  buildDesk()
  const desk = await runDesk()
  const browser = await launchBrowser()
  const page = await (await openWindow(browser, desk.address)).newPage()
  const { signInLink } = desk
  return {
    ...walkOn(page, desk.address, async () => [await browser.close(), await desk.close()]),
    signInLink,
  }
}

/** A desk in this process, whose answers a test can ask for itself, and a page of somebody at it. */
export async function startSeat(
  who: (desk: DeskUnderTest) => SeatHolder | Promise<SeatHolder> = ({ officer }) => officer,
): Promise<Walk & { readonly desk: DeskUnderTest }> {
  const { desk, address } = await serveDesk()
  const browser = await launchBrowser()
  const page = await (await openWindow(browser, address, await who(desk))).newPage()
  return { ...walkOn(page, address, async () => [await browser.close(), await desk.close()]), desk }
}

type SeatHolder = Pick<SignedInForTest, 'cookies'>

function walkOn(page: Page, address: string, close: () => Promise<unknown>): Walk {
  const defects: string[] = []
  page.on('pageerror', (error) => defects.push(String(error)))
  page.on('console', (message) => {
    // what is refused is part of a walk
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) defects.push(message.text())
  })
  return {
    address,
    page,
    defects,
    async open(path) {
      await page.goto(address + path)
      await settle(page)
    },
    async close() {
      await close()
    },
  }
}

/** A desk in this process that serves the built pages, so that a test can move its clock. */
export async function serveDesk(
  options: Pick<DeskTestOptions, 'clock' | 'liveBeat' | 'publicPage' | 'sendsMail'> = {},
): Promise<{ readonly desk: DeskUnderTest; readonly address: string }> {
  buildDesk()
  const desk = await openDesk({
    ...options,
    deskDirectory: fileURLToPath(new URL('../../packages/desk/dist', import.meta.url)),
  })
  return { desk, address: await desk.app.listen({ port: 0, host: '127.0.0.1' }) }
}

/**
 * A clock of a desk under test that goes as fast as time does, and never gives a moment twice. The usual one is a second
 * ahead at each look, and whoever is present on a busy screen would be gone before their browser says again that they are.
 */
export function clockOfTime(): () => Date {
  const began = performance.now()
  let last = PREPARED_AT.getTime()
  return () => {
    last = Math.max(last + 1, PREPARED_AT.getTime() + Math.floor(performance.now() - began))
    return new Date(last)
  }
}

/** By keyboard alone: takes what the list under a field offers once it is there and the arrow has reached it. */
export async function takeChoice(page: Page, choice: string): Promise<void> {
  await page.getByRole('option', { name: choice }).first().waitFor()
  const led = page.locator('[role="option"][data-focused]', { hasText: choice })
  // the list is made anew when more choices arrive, and then leads to none
  await expect
    .poll(async () => {
      if ((await led.count()) > 0) return true
      await page.keyboard.press('ArrowDown')
      return false
    })
    .toBe(true)
  await page.keyboard.press('Enter')
}
