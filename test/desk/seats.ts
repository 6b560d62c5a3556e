/**
 * Many people at one desk, each with a page of their own, found by the name of their seat: `EE`, `chair`, `auditor`.
 *
 * Next door: `in-browser.ts` serves the desk and opens windows; `seven-roles.test.ts` plays a day with it.
 */
import type { Act } from '@demarche/core'
import type { Browser, Page } from 'playwright-core'
import { act } from '../../packages/server/test/a-declaration.ts'
import type {
  DeskUnderTest,
  SignedInForTest,
  WhoSignsIn,
} from '../../packages/server/test/desk-under-test.ts'
import { launchBrowser, openWindow, seatAt, serveDesk } from './in-browser.ts'
import { settle } from './looks-right.ts'

const HOUR = 3_600_000

export interface Seats {
  readonly desk: DeskUnderTest
  readonly address: string
  /** what broke on a page, as it breaks */
  readonly defects: string[]
  /** @throws Error when nobody sits there */
  as(name: string): SignedInForTest
  /** Gives a seat to somebody new. */
  seat(name: string, who: WhoSignsIn): Promise<void>
  /** Gives a seat to somebody who is signed in already. */
  give(name: string, who: SignedInForTest): void
  /** The page of that seat, opened once; at a path where one is given, and settled. */
  pageOf(name: string, path?: string): Promise<Page>
  /** The seat of somebody who signs in by themselves, on a page where nobody is signed in yet. */
  comeIn(name: string, signIn: (page: Page) => Promise<void>): Promise<Page>
  /** Acts in a procedure by the address that the pages use. */
  done(name: string, entity: string, one: Act): Promise<void>
  /** @returns the instant in so many hours by the clock of the desk */
  inHours(hours: number): string
  close(): Promise<void>
}

/** A desk with a clock of its own and no seats yet. */
export async function openSeats(): Promise<Seats> {
  const { desk, address } = await serveDesk()
  const browser: Browser = await launchBrowser()
  const who = new Map<string, SignedInForTest>()
  const pages = new Map<string, Page>()
  const defects: string[] = []
  const as = (name: string): SignedInForTest => {
    const person = who.get(name)
    if (!person) throw new Error(`nobody was signed in as ${name}`)
    return person
  }
  return {
    desk,
    address,
    defects,
    as,
    async seat(name, one) {
      who.set(name, await desk.signInAs(one))
    },
    give: (name, one) => void who.set(name, one),
    async pageOf(name, path) {
      const page = pages.get(name) ?? (await seatAt(browser, address, as(name), defects))
      pages.set(name, page)
      if (path !== undefined) {
        await page.goto(address + path)
        await settle(page)
      }
      return page
    },
    async comeIn(name, signIn) {
      const context = await openWindow(browser, address)
      const page = await context.newPage()
      page.on('pageerror', (error) => defects.push(String(error)))
      await signIn(page)
      const cookies = Object.fromEntries((await context.cookies()).map((one) => [one.name, one.value]))
      const { person } = (await desk.app.inject({ url: '/api/session', cookies })).json()
      who.set(name, {
        person,
        cookies,
        headers: {
          cookie: Object.entries(cookies)
            .map(([key, value]) => `${key}=${value}`)
            .join('; '),
        },
        ask: (request) => desk.app.inject({ ...request, cookies }),
      })
      pages.set(name, page)
      return page
    },
    done: (name, entity, one) => act(as(name), entity, one),
    inHours: (hours) => new Date(desk.office.clock().getTime() + hours * HOUR).toISOString(),
    async close() {
      await browser.close()
      await desk.close()
    },
  }
}
