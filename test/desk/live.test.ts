/**
 * Two people at one procedure, in a real browser: what one does the other sees without loading the page again, what is
 * being typed stays, and a lost connection is said.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { act, bringBefore, openDeclaration } from '../../packages/server/test/a-declaration.ts'
import type { DeskUnderTest, SignedInForTest } from '../../packages/server/test/desk-under-test.ts'
import { clockOfTime, describeInBrowser, launchBrowser, openWindow, serveDesk } from './in-browser.ts'
import { looksRight } from './looks-right.ts'

const SHARED = { distribution: 'LIMITE', tlp: 'TLP:GREEN' } as const

describeInBrowser(
  'two people at one procedure',
  'live updates were not seen in a browser',
  () => {
    let desk: DeskUnderTest
    let browser: Browser
    let address: string
    let entity: string
    let who: Record<'EE' | 'FR' | 'chair', SignedInForTest>
    let context: BrowserContext
    let page: Page

    beforeAll(async () => {
      ;({ desk, address } = await serveDesk({ clock: clockOfTime() }))
      who = {
        EE: await desk.signInAs({ party: 'EE', role: 'delegate' }),
        FR: await desk.signInAs({ party: 'FR', role: 'delegate' }),
        chair: await desk.signInAs({ party: 'IE', role: 'chair' }),
      }
      entity = (await openDeclaration(who.EE, 'Declaration on the port', SHARED)).entity
      await bringBefore(who.EE, who.chair, entity, '2026-12-01')
      browser = await launchBrowser()
      context = await openWindow(browser, address, who.FR)
      page = await context.newPage()
    }, 240_000)

    afterAll(async () => {
      await browser?.close()
      await desk?.close()
    }, 60_000)

    it('sees a new act without loading the page again, and its notice counted', async () => {
      await page.goto(`${address}/procedures/${entity}/course`)
      const bell = page.getByRole('link', { name: /^Notices: [1-9]\d* unread$/ })
      const before = Number((await bell.getAttribute('aria-label'))?.replaceAll(/\D/g, ''))
      await page.evaluate(() => Reflect.set(window, 'loadedOnce', true))
      await act(who.chair, entity, { verb: 'open-silence', until: '2026-12-03T17:00:00.000Z' })
      await page.getByRole('heading', { name: 'Silence', exact: true }).waitFor()
      await page.getByRole('link', { name: `Notices: ${before + 1} unread` }).waitFor()
      expect(await page.evaluate(() => Reflect.get(window, 'loadedOnce'))).toBe(true)
    })

    it('keeps the form open and what was typed in it when others act', async () => {
      await page.getByRole('button', { name: 'Comment without objecting' }).click()
      const field = page.getByRole('dialog').getByRole('textbox').first()
      await field.fill('A comma is missing in the first')
      await act(who.EE, entity, { verb: 'comment-on-silence', comment: 'Estonia has no comment.' })
      await page.waitForFunction(() => document.body.textContent?.includes('Estonia has no comment.'))
      await expect.poll(() => field.inputValue()).toBe('A comma is missing in the first')
      await page.keyboard.press('Escape')
    })

    it('shows who else has it open, and that they have left', async () => {
      const other = await openWindow(browser, address, who.EE)
      const theirs = await other.newPage()
      await theirs.goto(`${address}/procedures/${entity}/course`)
      await theirs.getByRole('list', { name: 'Who else has this open' }).waitFor()
      await page.getByText('delegate of EE, Estonia, has this open').waitFor({ state: 'attached' })
      await theirs.goto(`${address}/procedures`)
      await page.getByText('delegate of EE, Estonia, has this open').waitFor({ state: 'detached' })
      await other.close()
    })

    it('says that what is shown may be old when the connection is lost, and catches up when it is back', async () => {
      await context.setOffline(true)
      desk.app.server.closeAllConnections()
      await page.getByText('Not connected. What you see may be old; trying again.').waitFor()
      await expect
        .poll(() => page.getByRole('heading', { name: 'Declaration on the port' }).isVisible())
        .toBe(true)
      await act(who.EE, entity, { verb: 'break-silence', reason: 'Estonia objects after all.' })
      await context.setOffline(false)
      await page.waitForFunction(() => document.body.textContent?.includes('Estonia objects after all.'))
      await page
        .getByText('Not connected. What you see may be old; trying again.')
        .waitFor({ state: 'detached' })
    })

    it('lists the notices, which are marked as read by the keyboard alone, with nothing for axe to say', async () => {
      await page.goto(`${address}/notices`)
      await page.getByText('EE broke the silence.').waitFor()
      await looksRight(page, 'notices')
      await page.getByRole('button', { name: 'Mark all as read' }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('link', { name: 'Notices: 0 unread' }).waitFor()
      await page.getByRole('button', { name: 'Make an address for a calendar' }).focus()
      await page.keyboard.press('Enter')
      const shown = await page.locator('.secret').textContent()
      expect(shown).toContain(`${address}/api/calendar.ics?token=`)
      const calendar = await fetch(shown ?? '')
      expect(await calendar.text()).toContain('BEGIN:VCALENDAR')
    })
  },
  300_000,
)
