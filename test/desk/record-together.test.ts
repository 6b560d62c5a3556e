/**
 * Two people at one record of the portfolio, in a real browser: each sees that the other is there, a value that somebody
 * else changed meanwhile is not overwritten, and a lost connection takes nothing that was typed.
 *
 * Next door: `live.test.ts`, the same at a procedure.
 */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskUnderTest, SignedInForTest } from '../../packages/server/test/desk-under-test.ts'
import { clockOfTime, describeInBrowser, launchBrowser, openWindow, serveDesk } from './in-browser.ts'
import { looksRight, settle } from './looks-right.ts'

const SHARED = { distribution: 'LIMITE', tlp: 'TLP:GREEN' } as const
const IS_HERE = 'delegate of EE, Estonia, has this open'
const NOT_CONNECTED = 'Not connected. What you see may be old; trying again.'

/** Corrects the place in a form that is open. */
async function correct(form: Locator, place: string, reason: string): Promise<void> {
  await form.locator('#value').fill(place)
  await form.getByRole('button', { name: 'Same source as before' }).click()
  await form.getByLabel('Reason').fill(reason)
}

describeInBrowser('two people at one record', 'two people at one record were not seen in a browser', () => {
  let desk: DeskUnderTest
  let browser: Browser
  let address: string
  let path: string
  let estonia: Page
  let context: BrowserContext
  let page: Page
  let form: Locator
  const defects: string[] = []

  const pageOf = async (who: SignedInForTest): Promise<[BrowserContext, Page]> => {
    const window = await openWindow(browser, address, who)
    const opened = await window.newPage()
    opened.on('pageerror', (error) => defects.push(String(error)))
    return [window, opened]
  }
  const open = async (one: Page): Promise<void> => {
    await one.goto(address + path)
    await settle(one)
  }
  beforeAll(async () => {
    ;({ desk, address } = await serveDesk({ clock: clockOfTime() }))
    const EE = await desk.signInAs({ party: 'EE', role: 'delegate' })
    const FR = await desk.signInAs({ party: 'FR', role: 'delegate' })
    const opened = await EE.ask({
      method: 'POST',
      url: '/api/portfolio/records',
      payload: {
        kind: 'meeting',
        assertions: [
          { property: 'name', value: 'Round on the port' },
          { property: 'city', value: 'Tallinn' },
        ],
        source: { document: 'Invitation', verified: true },
        marking: SHARED,
      },
    })
    expect(opened.statusCode, opened.body).toBe(201)
    path = `/portfolio/records/${opened.json().entity}`
    browser = await launchBrowser()
    estonia = (await pageOf(EE))[1]
    ;[context, page] = await pageOf(FR)
    form = page.getByRole('dialog')
  }, 240_000)

  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  }, 60_000)

  it('NOT-15 shows who else has it open, and that they have left', async () => {
    await open(page)
    await open(estonia)
    await estonia.getByRole('list', { name: 'Who else has this open' }).waitFor()
    await page.getByText(IS_HERE).waitFor({ state: 'attached' })
    await looksRight(page, 'record-together')
    await estonia.goto(`${address}/portfolio/meeting`)
    await page.getByText(IS_HERE).waitFor({ state: 'detached' })
    await open(estonia)
    await page.getByText(IS_HERE).waitFor({ state: 'attached' })
  }, 120_000)

  it('REC-07 does not overwrite what somebody else changed meanwhile, keeps what was typed, and goes on from what stands', async () => {
    await page.getByText('What was put on record, when and by whom').click()
    await page.getByRole('heading', { name: /^1 statement/ }).waitFor()
    await page.getByRole('button', { name: 'Correct Place', exact: true }).click()
    await correct(form, 'Paris', 'Moved to Paris.')
    await estonia.getByRole('button', { name: 'Correct Place', exact: true }).click()
    const theirs = estonia.getByRole('dialog')
    await correct(theirs, 'Tartu', 'Moved to Tartu.')
    await theirs.getByRole('button', { name: 'Correct the record' }).click()
    await theirs.waitFor({ state: 'detached' })
    // it comes to the page below and to its history while the form stays as it is
    await page
      .getByRole('heading', { name: /^2 statements/, includeHidden: true })
      .waitFor({ state: 'attached' })
    await expect.poll(() => form.locator('#value').inputValue()).toBe('Paris')
    await form.getByRole('button', { name: 'Correct the record' }).click()
    const told = form.getByRole('alert').filter({ hasText: 'Somebody else changed this meanwhile' })
    await told.getByText('Tartu').first().waitFor()
    await told.getByText(/^Corrected by Estonia.* Moved to Tartu/).waitFor()
    await expect.poll(() => form.locator('#value').inputValue()).toBe('Paris')
    await looksRight(page, 'record-stale')
    await told.getByRole('button', { name: 'Correct this instead' }).click()
    await form.getByRole('button', { name: 'Correct the record' }).click()
    await form.waitFor({ state: 'detached' })
    await estonia
      .getByRole('button', { name: /^Paris/ })
      .first()
      .waitFor()
  }, 180_000)

  it('loses nothing that was typed when the connection drops, and records it once it is back', async () => {
    await page.getByRole('button', { name: 'Correct Place', exact: true }).click()
    await correct(form, 'Narva', 'Moved to Narva.')
    await context.setOffline(true)
    desk.app.server.closeAllConnections()
    await page.getByText(NOT_CONNECTED).waitFor({ state: 'attached' })
    await form.getByRole('button', { name: 'Correct the record' }).click()
    await form.getByRole('alert').getByText('The server could not be reached.').waitFor()
    await form.getByText('What you typed is still here; nothing has been put on record.').waitFor()
    await expect.poll(() => form.locator('#value').inputValue()).toBe('Narva')
    await context.setOffline(false)
    await page.getByText(NOT_CONNECTED).waitFor({ state: 'detached' })
    // not even a reload takes it
    await page.reload()
    await page.getByRole('button', { name: 'Correct Place', exact: true }).click()
    await expect.poll(() => form.locator('#value').inputValue()).toBe('Narva')
    await expect.poll(() => form.getByLabel('Reason').inputValue()).toBe('Moved to Narva.')
    await form.getByRole('button', { name: 'Correct the record' }).click()
    await form.waitFor({ state: 'detached' })
    await estonia
      .getByRole('button', { name: /^Narva/ })
      .first()
      .waitFor()
  }, 180_000)

  it('met no defect on the way', () => {
    expect(defects).toEqual([])
    expect(desk.defects).toEqual([])
  })
})
