/**
 * Norms and law in a real browser, by keyboard: the crosswalk and its gaps, a new text compared and recorded, the survey of a
 * State as a form and as a table, the page of a norm with States side by side.
 */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskUnderTest } from '../../packages/server/test/desk-under-test.ts'
import { describeInBrowser, startSeat, type Walk, takeChoice } from './in-browser.ts'
import { looksRight } from './looks-right.ts'

const DRAFT = `1. States should report vulnerabilities responsibly and share remedies.
2. States may use response teams for offensive operations.
3. States shall not attack satellites.`

describeInBrowser(
  'norms and law',
  'norms were not seen in a browser',
  () => {
    let walk: Walk & { readonly desk: DeskUnderTest }
    let page: Page

    /** Fills the one field that has this label, without a pointer. */
    const type = async (label: string | RegExp, text: string) => {
      await page.getByLabel(label).first().focus()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.insertText(text)
    }
    const press = async (name: string | RegExp) => {
      await page.getByRole('button', { name }).focus()
      await page.keyboard.press('Enter')
    }

    beforeAll(async () => {
      walk = await startSeat((desk) => desk.signInAs({ party: 'EE', role: 'desk-officer' }))
      page = walk.page
    }, 240_000)
    afterAll(async () => {
      await walk?.close()
      expect(walk?.defects).toEqual([])
    }, 60_000)

    it('shows how other sets stand to the norms, what no norm covers, and opens the record behind a cell', async () => {
      await walk.open('/norms')
      const matrix = page.getByRole('table', { name: 'How other sets stand to the norms' })
      await expect.poll(() => matrix.getByRole('rowgroup').count()).toBe(5)
      const call = matrix.getByRole('row', { name: /Leave the public core of the internet intact/ })
      await expect
        .poll(() => call.getByRole('link').allInnerTexts())
        .toEqual([expect.stringMatching(/extends\s+judgement/), expect.stringMatching(/beyond/)])
      const gaps = page.getByRole('region', { name: 'Gaps' })
      await expect.poll(() => gaps.getByRole('list').first().locator(':scope > li').count()).toBe(4)
      await looksRight(page, 'norms')
      await call.getByRole('link').first().focus()
      await page.keyboard.press('Enter')
      await page
        .getByRole('heading', { level: 1, name: 'Leave the public core of the internet intact' })
        .waitFor()
      // whoever followed the link is read the heading of what it opened, and not led back to the top of the frame
      await page.locator('h1:focus').waitFor()
    }, 120_000)

    it('compares a new text, and records only what a person confirmed (NRM-23)', async () => {
      await walk.open('/norms/compare')
      await type('Text of the draft', DRAFT)
      const sent: string[] = []
      page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
      await press('Compare')
      await page.locator('h2:focus', { hasText: '3 clauses' }).waitFor()
      const clauses = page.locator('.clause')
      await expect.poll(() => clauses.nth(0).innerText()).toMatch(/may repeat\s+\(j\)/)
      await expect.poll(() => clauses.nth(1).innerText()).toMatch(/may contradict\s+\(k\)/)
      await expect.poll(() => clauses.nth(2).innerText()).toContain('Nothing found.')
      expect(sent.filter((url) => url.includes('/portfolio'))).toEqual([])
      await page.getByLabel('Towards norm (k) it is clause 2').focus()
      await page.keyboard.press('c')
      await type('What of it no norm covers clause 3', 'A ban on attacks against satellites')
      await looksRight(page, 'norms-compare')
      await type('Title of the draft', 'Twelve new principles')
      await press(/^Put on record: the draft and 2 principles/)
      await page.getByRole('alert').getByText('Source').first().waitFor()
      await type('Source', 'Draft of a partner')
      await press(/^Put on record: the draft and 2 principles/)
      await page.getByText('On record: the draft and 2 principles.').waitFor()
      await walk.open('/norms')
      const row = page.getByRole('row', { name: /States may use response teams for offensive operations/ })
      await expect.poll(() => row.innerText()).toMatch(/contradicts\s+judgement/)
      await expect
        .poll(() => page.getByRole('region', { name: 'Gaps' }).innerText())
        .toContain('A ban on attacks against satellites')
    }, 120_000)

    it('takes a survey of a State as a form and as a table (NRM-12)', async () => {
      await walk.open('/norms/survey?state=EE')
      const standing = page.getByLabel('Authorised teams publicly named, status as critical made known')
      await standing.focus()
      await page.keyboard.press('d')
      await type('Since', '2018')
      await type('Source', 'National survey of implementation')
      await type('Date of the source', '2025-03')
      await looksRight(page, 'norms-survey')
      await press('Put on record: 1 item')
      await page.getByText('1 item is on record.').waitFor()
      await page.getByText('National survey of implementation, March 2025').first().waitFor()
      const saving = page.waitForEvent('download')
      await press('Save as CSV')
      const table = readFileSync(await (await saving).path(), 'utf8')
      expect(table).toMatch(/^un-k-2,k,.*,declared,,2018,\r?$/m)
      await page.getByLabel('Fill in from a CSV file').setInputFiles({
        name: 'survey.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(table.replace('un-k-3', 'un-z-3')),
      })
      await page.getByText('Nothing was taken over from the file').waitFor()
      await page.getByLabel('Fill in from a CSV file').setInputFiles({
        name: 'survey.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(table.replace(',declared,', ',evidenced,')),
      })
      await page.getByText('1 row was taken over').waitFor()
      await type('Source', 'National survey of implementation')
      await type('Date of the source', '2026-03')
      await press('Put on record: 1 item')
      await page.getByText('1 item is on record.').waitFor()
    }, 120_000)

    it('sets States side by side on the page of a norm, as of a day, and offers to state what is unknown', async () => {
      await walk.open('/norms/un-k?states=EE,FR')
      const table = page.getByRole('table', { name: 'Implementation, State by State' })
      await expect
        .poll(() => table.getByRole('columnheader').allInnerTexts())
        .toEqual(['Item of guidance', 'Estonia', 'France'])
      const row = table.getByRole('row', { name: /Authorised teams publicly named/ })
      await expect.poll(() => row.getByRole('cell').first().innerText()).toMatch(/Evidenced[\s\S]*Since 2018/)
      await expect.poll(() => row.getByRole('cell').nth(1).innerText()).toMatch(/Unknown\s+State it/)
      await expect
        .poll(() => row.getByRole('link', { name: /State it/ }).getAttribute('href'))
        .toContain('party=FR&item=un-k-2')
      await looksRight(page, 'norm')
      const beside = page.getByRole('combobox', { name: 'Set a State beside' })
      await beside.focus()
      await page.keyboard.type('Slovenia')
      await takeChoice(page, 'Slovenia')
      await page.waitForURL(/states=EE%2CFR%2CSI/)
      await table.getByRole('columnheader', { name: 'Slovenia' }).waitFor()
      await expect.poll(() => beside.evaluate((field) => field === document.activeElement)).toBe(true)
      await walk.open('/norms/un-k?states=EE&asOf=2025-06-01')
      await expect.poll(() => row.getByRole('cell').first().innerText()).toMatch(/Declared[\s\S]*March 2025/)
    }, 120_000)

    it('leads from a norm on a case, and from its grounds, to what the States of the case had said (NRM-14)', async () => {
      for (const [by, partner] of [
        ['RU', 'RU'],
        ['JP', 'BR'],
      ]) {
        const { statusCode } = await walk.desk.ask({
          method: 'POST',
          url: '/api/portfolio/records',
          payload: {
            kind: 'meeting',
            assertions: [
              { property: 'name', value: `Consultations with ${partner}` },
              { property: 'partners', value: [partner] },
              { property: 'start', value: '2021-06-01' },
              { property: 'raised', value: { norm: 'un-f', by, what: `${by} spoke of it` } },
            ],
            source: { document: 'A readout', verified: true },
            marking: { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' },
          },
        })
        expect(statusCode).toBe(201)
      }
      await walk.open('/cases/case:viasat-kasat-2022/assessment')
      const norms = page.getByRole('region', { name: 'Norms touched' })
      const way = norms.getByRole('link', { name: 'What the States of this case had said of it (f)' })
      await expect.poll(() => way.getAttribute('href')).toMatch(/^\/norms\/un-f\?states=RU(,|%2C)/)
      await looksRight(page, 'case-norms')
      await norms.getByRole('button', { name: /^\(f\)/ }).focus()
      await page.keyboard.press('Enter')
      const grounds = page.getByRole('complementary', { name: 'Grounds' })
      await grounds.getByRole('link', { name: 'What the States of this case had said of it' }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('columnheader', { name: 'Russia' }).waitFor()
      const raised = page.getByRole('region', { name: 'Raised in meetings' })
      await raised.getByText('RU spoke of it').waitFor()
      expect(await raised.getByText('JP spoke of it').count()).toBe(0)
      await looksRight(page, 'norm-of-case')
      await raised.getByRole('link', { name: 'Show all meetings' }).focus()
      await page.keyboard.press('Enter')
      await raised.getByText('JP spoke of it').waitFor()
      await raised.getByText('RU spoke of it').waitFor()
    }, 120_000)
  },
  600_000,
)
