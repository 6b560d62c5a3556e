/**
 * Confidence building, by keyboard in a real browser: an act entered once, proposed to the OSCE and the United Nations,
 * confirmed for one and set aside for the other, and reported; a line tried by mail, and the page on which its recipient
 * answers without an account; looked at by axe on a desk and on a phone.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskUnderTest } from '../../packages/server/test/desk-under-test.ts'
import { putOnRecord } from '../../packages/server/test/records-by-hand.ts'
import { describeInBrowser, launchBrowser, openWindow, seatAt, serveDesk, takeChoice } from './in-browser.ts'
import { looksRight, settle } from './looks-right.ts'

const AMBER = { distribution: 'LIMITE', tlp: 'TLP:AMBER' }

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
      ;({ desk, address } = await serveDesk({ sendsMail: true }))
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
      const rail = page.getByRole('navigation', { name: 'Main' })
      await expect.poll(() => rail.locator('[aria-current]').innerText()).toBe('Portfolio')
      await page.getByText('PC.DEC/1106, 3 December 2013: 1 to 11').waitFor()
      await expect.poll(() => page.getByText(/None on record is not none done/).count()).toBe(4)
      await looksRight(page, 'confidence')
    }, 180_000)

    it('proposes the measures of every set while an act is entered, with reasons, by keyboard', async () => {
      await open('/portfolio/cbm-act/new')
      await page.getByText('Choose the kind of act and the State').waitFor()
      await page.getByLabel('Act', { exact: true }).fill('Duty desk named')
      await page.getByLabel('Kind of act').selectOption('act-contact-point')
      const state = page.getByRole('combobox', { name: 'Add by name or code' }).first()
      await state.focus()
      await page.keyboard.type('Estonia')
      await takeChoice(page, 'Estonia')
      await page.getByLabel('Date', { exact: true }).fill('2026-03-01')
      const aid = page.getByRole('region', { name: 'This act may count for' })
      await aid.getByText(/a judgement of ours, read in no source\. Estonia takes part in OSCE/).waitFor()
      await aid.getByText('3 measures of sets in which the State takes no part').click()
      await expect.poll(() => aid.getByText('not open to this State').count()).toBe(3)
      await looksRight(page, 'confidence-entry')
      await aid.getByRole('button', { name: /^It counts Name points of contact/ }).focus()
      await page.keyboard.press('Enter')
      await aid.getByText('confirmed', { exact: false }).first().waitFor()
      await page.getByLabel('Source', { exact: true }).fill('Note verbale')
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
      // the desk of this test lives in an earlier week than its browser
      await dialog.getByLabel('Date of the source').fill('2026-11-20')
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
      await page.getByRole('link', { name: /^Name points of contact/ }).click()
      await page.waitForURL(/records\/cbm:osce-8/)
      await settle(page)
      await page.getByText('Acts that count for it').first().waitFor()
      await expect.poll(() => page.getByRole('link', { name: 'Duty desk named' }).count()).toBeGreaterThan(0)
    }, 120_000)

    it('PFO-76 shows the schedule where nobody is to be asked yet as well, so that it can be set and turned off', async () => {
      await open('/confidence/contacts')
      await page.getByText('No point of contact found').waitFor()
      const section = page.getByRole('region', { name: 'Communication checks on schedule' })
      await section.getByText('The desk asks nobody by itself.').waitFor()
      await section.getByRole('button', { name: 'Set a schedule' }).waitFor()
      await looksRight(page, 'contact-schedule-alone')
    }, 120_000)

    it('begins a check by mail from the list of lines, by keyboard', async () => {
      const facts = { name: 'Duty desk', party: ['GE'], networks: ['osce'], mail: 'mailto:duty@example.org' }
      await putOnRecord(desk, 'contact-point', facts, AMBER)
      await open('/confidence/contacts')
      await page.getByText('due now').waitFor()
      await looksRight(page, 'contact-lines')
      await page.getByRole('button', { name: /^Ask by mail/ }).focus()
      await page.keyboard.press('Enter')
      await page.getByText('waits for a reply until 7 December 2026').waitFor()
      await expect.poll(() => page.getByRole('button', { name: /^Ask by mail/ }).count()).toBe(0)
    }, 180_000)

    it('takes a reply from somebody without an account, with one button, once', async () => {
      const { lines } = (await desk.ask({ url: '/api/contact-checks' })).json()
      const check: string = lines[0].waiting.entity
      // as the postman makes it when the mail is sent
      const token = await desk.accounts.contactLinks.token(check)
      const guest = await (await openWindow(browser, address)).newPage()
      guest.on('pageerror', (error) => defects.push(String(error)))
      await guest.goto(`${address}/contact-reply#token=${token}`)
      await guest.getByText(/asks whether this address still reaches a point of contact/).waitFor()
      expect(guest.url()).toBe(`${address}/contact-reply`)
      await expect
        .poll(() => guest.locator('main').textContent())
        .not.toMatch(/Duty|Georgia|OSCE|example\.org/)
      await looksRight(guest, 'contact-reply')
      await guest.getByRole('button', { name: 'This line answers' }).focus()
      await guest.keyboard.press('Enter')
      await guest.getByText('Your reply has arrived.').waitFor()
      await guest.goto(`${address}/sign-in`)
      await guest.goto(`${address}/contact-reply#token=${token}`)
      await guest.getByText(/This link answers nothing/).waitFor()
      await open('/confidence/contacts')
      await page.getByText(/23 November 2026: answered/).waitFor()
    }, 180_000)

    it('PFO-76 sets the schedule of checks by keyboard, says whom it will ask, pauses it and takes it up again', async () => {
      await putOnRecord(desk, 'contact-point', { name: 'Silent desk', networks: ['osce'] }, AMBER)
      await open('/confidence/contacts')
      const section = page.getByRole('region', { name: 'Communication checks on schedule' })
      await section.getByText('The desk asks nobody by itself.').waitFor()
      await looksRight(page, 'contact-schedule-off')
      await section.getByRole('button', { name: 'Set a schedule' }).focus()
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: 'Turn on' }).focus()
      await page.keyboard.press('Enter')
      await dialog.getByRole('link', { name: 'First day: expected a day that is still to come.' }).waitFor()
      await dialog.getByLabel('How often').selectOption('6')
      await dialog.getByLabel('First day').fill('2027-01-11')
      await dialog.getByLabel('OSCE').focus()
      await page.keyboard.press('Space')
      await dialog.getByText('1 point of contact is asked').waitFor()
      await dialog.getByText('1 is not asked').click()
      await dialog.getByText('not reachable by mail: no single address is on record').waitFor()
      await looksRight(page, 'contact-schedule-form')
      await dialog.getByRole('button', { name: 'Turn on' }).focus()
      await page.keyboard.press('Enter')
      await dialog.waitFor({ state: 'detached' })
      await section.getByText('Monday 11 January 2027, 09:00 CET').waitFor()
      await section.getByText('every 6 months, from 11 January 2027, at 09:00 in Brussels').waitFor()
      await section.getByText('1 point of contact is asked').click()
      await section.getByRole('link', { name: 'Duty desk' }).waitFor()
      await looksRight(page, 'contact-schedule-on')
      await section.getByRole('button', { name: 'Pause' }).focus()
      await page.keyboard.press('Enter')
      await section.getByText('Paused.').first().waitFor()
      await section.getByRole('button', { name: 'Take up again' }).focus()
      await page.keyboard.press('Enter')
      await section.getByText('Monday 11 January 2027, 09:00 CET').waitFor()
      await section.getByText('What was set before').click()
      await looksRight(page, 'contact-schedule-history')
      await section.getByRole('button', { name: 'Turn off' }).focus()
      await page.keyboard.press('Enter')
      await section.getByText('The desk asks nobody by itself.').waitFor()
    }, 240_000)

    it('PFO-79 shows whoever changes the schedule of a colleague whom it would ask in their own name', async () => {
      const officer = await desk.signInAs({ party: 'EE', role: 'desk-officer' })
      const ceiling = { maxDistribution: 'LIMITE', maxTlp: 'TLP:GREEN' } as const
      const colleague = await desk.signInAs({ party: 'EE', role: 'chair', ceiling })
      const facts = { name: 'Night desk', networks: ['oas'], mail: 'mailto:night@example.org' }
      const made = await officer.ask({
        method: 'POST',
        url: '/api/portfolio/records',
        payload: {
          kind: 'contact-point',
          assertions: Object.entries(facts).map(([property, value]) => ({ property, value })),
          source: { document: 'Note verbale', verified: true },
          marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' },
        },
      })
      expect(made.statusCode).toBe(201)
      const settings = { everyMonths: 6, firstDay: '2027-01-11', time: '09:00', networks: ['oas'] }
      const set = await colleague.ask({
        method: 'POST',
        url: '/api/contact-checks/schedule',
        payload: { state: 'on', settings },
      })
      expect(set.statusCode).toBe(200)
      const theirs = await seatAt(browser, address, officer, defects)
      await theirs.goto(`${address}/confidence/contacts`)
      const section = theirs.getByRole('region', { name: 'Communication checks on schedule' })
      await section.getByText('0 points of contact are asked').waitFor()
      await section.getByText('1 is not asked').click()
      await section.getByText('marked above what whoever set the schedule may see').waitFor()
      await section.getByRole('button', { name: 'Change' }).click()
      const dialog = theirs.getByRole('dialog')
      await dialog.getByText('1 point of contact is asked').click()
      await dialog.getByRole('link', { name: 'Night desk' }).waitFor()
      await expect.poll(() => dialog.getByText('is not asked').count()).toBe(0)
    }, 120_000)

    it('broke nothing on the way', () => {
      expect(defects).toEqual([])
      expect(desk.defects).toEqual([])
    })
  },
)
