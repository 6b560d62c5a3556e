/**
 * Confidence building, by keyboard in a real browser: an act entered once, proposed to the OSCE and the United Nations,
 * confirmed for one and set aside for the other, and reported; looked at by axe on a desk and on a phone.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskUnderTest } from '../../packages/server/test/desk-under-test.ts'
import { describeInBrowser, launchBrowser, seatAt, serveDesk } from './in-browser.ts'
import { looksRight, settle } from './looks-right.ts'

describeInBrowser(
  'confidence building in a browser',
  'confidence building was not walked in a browser',
  () => {
    let desk: DeskUnderTest
    let address: string
    let browser: Browser
    let page: Page
    const defects: string[] = []

    beforeAll(async () => {
      ;({ desk, address } = await serveDesk())
      browser = await launchBrowser()
      page = await seatAt(browser, address, desk.officer, defects)
    }, 240_000)

    afterAll(async () => {
      await browser?.close()
      await desk?.close()
    }, 60_000)

    const open = async (path: string): Promise<void> => {
      await page.goto(address + path)
      await settle(page)
    }

    it('shows each set with its texts, and that nothing on record is not nothing done', async () => {
      await open('/portfolio')
      await page.getByRole('link', { name: 'Confidence building', exact: true }).click()
      await page.waitForURL(/\/confidence$/)
      await page.getByText('PC.DEC/1106, 3 December 2013: 1 to 11').waitFor()
      expect(await page.getByText(/None on record is not none done/).count()).toBe(4)
      await looksRight(page, 'confidence')
    }, 180_000)

    it('proposes the measures of every set while an act is entered, with reasons, by keyboard', async () => {
      await open('/portfolio/cbm-act/new')
      await page.getByText('Choose the kind of act and the State').waitFor()
      await page.getByLabel('Act', { exact: true }).fill('Duty desk named')
      await page.getByLabel('Kind of act').selectOption('act-contact-point')
      const state = page.getByRole('combobox', { name: /State/ }).first()
      await state.focus()
      await page.keyboard.type('Estonia')
      await page.getByRole('option', { name: /^Estonia/ }).waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.getByLabel('Date', { exact: true }).fill('2026-03-01')
      const aid = page.getByRole('region', { name: 'This act may count for' })
      await aid.getByText(/a judgement of ours, read in no source\. Estonia takes part in OSCE/).waitFor()
      expect(await aid.getByText('not open to this State').count()).toBe(3)
      await looksRight(page, 'confidence-entry')
      await aid.getByRole('button', { name: /^It counts Name contact points/ }).focus()
      await page.keyboard.press('Enter')
      await aid.getByText('confirmed').waitFor()
      await page.getByLabel('Document').fill('Note verbale')
      await page.getByRole('button', { name: 'Put on record' }).click()
      await page.waitForURL(/records\/cbm-act:duty-desk-named/)
    }, 240_000)

    it('keeps on the page of the act what is confirmed, and takes a word on what is proposed', async () => {
      await settle(page)
      const section = page.getByRole('region', { name: 'Counts for' })
      await section.getByText('confirmed', { exact: false }).first().waitFor()
      await section
        .getByRole('button', { name: /^Confirm or set aside/ })
        .first()
        .focus()
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('It does not count for it').focus()
      await page.keyboard.press('Space')
      await looksRight(page, 'confidence-settle')
      await dialog.getByRole('button', { name: 'Put on record' }).focus()
      await page.keyboard.press('Enter')
      await dialog.waitFor({ state: 'detached' })
      await section.getByText('set aside').waitFor()
      await looksRight(page, 'confidence-act')
    }, 240_000)

    it('reports it under the OSCE, with what is missing, and takes it away', async () => {
      await open('/confidence')
      await page.getByRole('link', { name: 'Estonia' }).first().click()
      await page.waitForURL(/\/confidence\/reports\?set=org-osce&state=EE/)
      await page.getByText('Duty desk named').first().waitFor()
      await page.getByText('declared only: 1').waitFor()
      await page.getByText('none on record: 15').waitFor()
      await page.getByText(/Missing: where it can be seen; the report to this organisation/).waitFor()
      await looksRight(page, 'confidence-report')
      for (const name of ['Markdown', 'Table (CSV)']) {
        const download = page.waitForEvent('download')
        await page.getByRole('button', { name }).click()
        expect((await download).suggestedFilename()).toMatch(/^report-org-osce-EE-2026-11-23/)
      }
    }, 240_000)

    it('leads from a measure to the acts that count for it', async () => {
      await page.getByRole('link', { name: /^Name contact points/ }).click()
      await page.waitForURL(/records\/cbm:osce-8/)
      await settle(page)
      await page.getByText('Acts that count for it').first().waitFor()
      expect(await page.getByRole('link', { name: 'Duty desk named' }).count()).toBeGreaterThan(0)
    }, 120_000)

    it('broke nothing on the way', () => {
      expect(defects).toEqual([])
      expect(desk.defects).toEqual([])
    })
  },
)
