/**
 * The papers of a listing on screen: one annex for both acts, grounds read from the text, what waits for the adoption.
 *
 * Next door: `seven-roles.test.ts` plays the listing through.
 */
import type { ProcedureAnswer } from '@demarche/api'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { act } from '../../packages/server/test/a-declaration.ts'
import { signRightsCheck } from '../../packages/server/test/a-rights-check.ts'
import {
  aNewCase,
  type DeskUnderTest,
  type SignedInForTest,
} from '../../packages/server/test/desk-under-test.ts'
import { describeInBrowser, launchBrowser, seatAt, serveDesk } from './in-browser.ts'
import { looksRight, settle } from './looks-right.ts'

const MARKING = { distribution: 'LIMITE', tlp: 'TLP:GREEN' } as const
const NAMES = ['A. Person', 'Unit 00000']

describeInBrowser('papers of a listing', 'the papers of a listing were not seen in a browser', () => {
  let desk: DeskUnderTest
  let address: string
  let browser: Browser
  let page: Page
  let estonia: SignedInForTest
  let chair: SignedInForTest
  let listing: string
  const defects: string[] = []

  beforeAll(async () => {
    ;({ desk, address } = await serveDesk())
    estonia = await desk.signInAs({ party: 'EE', role: 'delegate' })
    chair = await desk.signInAs({ party: 'IE', role: 'chair' })
    const opened = await estonia.ask({
      method: 'POST',
      url: '/api/cases',
      payload: { ...aNewCase('Grid'), marking: MARKING },
    })
    const ofCase: string = opened.json().entity
    await signRightsCheck(estonia, ofCase, ['rest-asset-freeze'], { marking: MARKING })
    const answer = await estonia.ask({
      method: 'POST',
      url: `/api/cases/${ofCase}/procedures`,
      payload: {
        measure: 'rest-asset-freeze',
        path: 'normal',
        title: 'Listing of two names',
        reason: 'They ran it.',
        subjects: NAMES,
        marking: MARKING,
      },
    })
    expect(answer.statusCode, answer.body).toBe(201)
    listing = answer.json().entity
    await act(estonia, listing, {
      verb: 'propose',
      reason: 'They ran it.',
      listed: NAMES.map((name) => ({ name, identifiedBy: `invented, of ${name}` })),
      documents: ['doc-options-paper', 'doc-measure-proposal'].map((outline) => ({
        outline,
        title: outline,
      })),
    })
    await act(chair, listing, { verb: 'put-on-agenda', body: 'hwpci', meeting: '2026-11-27' })
    await act(chair, listing, {
      verb: 'set-text',
      paragraphs: [
        { id: 'p1', text: 'The grid stood still for a day.' },
        { id: 'p2', text: 'A. Person is responsible for a cyber-attack with a significant effect.' },
      ],
    })
    browser = await launchBrowser()
    page = await seatAt(browser, address, estonia, defects)
    await page.goto(`${address}/procedures/${listing}/documents`)
    await settle(page)
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  })

  it('TXT-22 shows the annex of both acts, what is missing in it, and what waits for the adoption', async () => {
    const annex = page.getByRole('region', { name: 'The annex of both acts' })
    await annex.getByRole('rowheader', { name: 'A. Person' }).waitFor()
    await annex.getByText('A. Person is responsible for a cyber-attack').waitFor()
    await annex.getByText('missing', { exact: true }).waitFor()
    expect(await annex.getByText('the day of adoption').count()).toBe(2)
    const letter = page.getByRole('article', { name: /^Notification letter/ })
    await letter.getByText('once the measure has been adopted').waitFor()
    expect(await letter.getByRole('button').count()).toBe(0)
    expect(await page.getByRole('article', { name: /^Request under TEU 42/ }).count()).toBe(0)
    await looksRight(page, 'listing-papers')
  }, 120_000)

  it('TXT-22 writes both acts with that annex and that fingerprint', async () => {
    const annex = page.getByRole('region', { name: 'The annex of both acts' })
    const print = await annex.locator('code').textContent()
    expect(print).toMatch(/^[0-9a-f]{16}$/)
    for (const name of ['Draft Council Decision (CFSP)', 'Draft Council (implementing) Regulation']) {
      await page.getByRole('button', { name: `Look at it ${name}` }).click()
      const paper = page.getByRole('article', { name })
      await paper.locator('.rendered').getByText(String(print)).waitFor()
      await paper.locator('.rendered').getByText('invented, of Unit 00000').waitFor()
    }
    await looksRight(page, 'listing-act')
  }, 120_000)

  it('PRC-16 says so when a paper on file names others in its annex', async () => {
    const { head }: ProcedureAnswer = (await estonia.ask({ url: `/api/procedures/${listing}` })).json()
    const filed = await chair.ask({
      method: 'POST',
      url: `/api/procedures/${listing}/acts`,
      payload: {
        act: {
          verb: 'circulate',
          documents: [{ outline: 'doc-draft-decision', title: 'Draft Decision', annex: ['A. Person'] }],
          to: ['EE'],
        },
        follows: head,
      },
    })
    expect(filed.statusCode, filed.body).toBe(201)
    await page.reload()
    await page.getByText('On file with other names: Draft Decision (IE) names A. Person.').waitFor()
    expect(defects).toEqual([])
  }, 120_000)
})
