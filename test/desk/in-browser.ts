/**
 * A real browser for the walks: Chromium where this machine has one, a desk to walk, and a seat at it for somebody.
 *
 * Without a Chromium a walk is skipped, and says so. Next door: `looks-right.ts`; `@demarche/testkit` finds and builds.
 */
import { fileURLToPath } from 'node:url'
import { buildDesk, findChromium } from '@demarche/testkit'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { describe } from 'vitest'
import {
  type DeskTestOptions,
  type DeskUnderTest,
  openDesk,
  type SignedInForTest,
} from '../../packages/server/test/desk-under-test.ts'

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

/** A desk in this process that serves the built pages, so that a test can move its clock. */
export async function serveDesk(
  options: Pick<DeskTestOptions, 'liveBeat'> = {},
): Promise<{ readonly desk: DeskUnderTest; readonly address: string }> {
  buildDesk()
  const desk = await openDesk({
    ...options,
    deskDirectory: fileURLToPath(new URL('../../packages/desk/dist', import.meta.url)),
  })
  return { desk, address: await desk.app.listen({ port: 0, host: '127.0.0.1' }) }
}
