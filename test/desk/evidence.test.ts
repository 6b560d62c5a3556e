/**
 * Evidence, walked in a real browser: a statement that names an item, what would fall with it, its file attached and taken out
 * again, and the question that stands before a listing; each screen looked at by axe, in both themes and on a phone.
 */
import { readFile } from 'node:fs/promises'
import type { ProcedureAnswer } from '@demarche/api'
import type { Assertion } from '@demarche/core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signRightsCheck } from '../../packages/server/test/a-rights-check.ts'
import type { DeskUnderTest, SignedInForTest } from '../../packages/server/test/desk-under-test.ts'
import { describeInBrowser, launchBrowser, seatAt, serveDesk, takeChoice } from './in-browser.ts'
import { looksRight, settle } from './looks-right.ts'

const AMBER = { distribution: 'LIMITE', tlp: 'TLP:AMBER' } as const
const OPEN: readonly Assertion[] = [
  { property: 'name', value: 'Outage of the grid' },
  { property: 'actSystemInterference', value: true },
  { property: 'authorisedByRightHolder', value: false },
  { property: 'originOutsideUnion', value: true },
  { property: 'memberStates', value: ['EE'] },
  { property: 'criticalInfrastructureAffected', value: true },
  { property: 'evidenceReleasable', value: true },
  {
    property: 'finding.test-significant-effect',
    value: { holds: true, grounds: 'two days without current' },
  },
]

const said = (assertions: readonly Assertion[]) => ({
  assertions,
  source: { document: 'Report of the national team', verified: true },
  marking: AMBER,
})

describeInBrowser('evidence in a browser', 'no evidence was looked at in a browser', () => {
  let desk: DeskUnderTest
  let address: string
  let browser: Browser
  let ee: SignedInForTest
  let page: Page
  let ofCase: string
  let item: string
  let procedure: string
  const defects: string[] = []

  const post = async (url: string, payload: object): Promise<string> => {
    const answer = await ee.ask({ method: 'POST', url, payload })
    expect(answer.statusCode, answer.body).toBe(201)
    return answer.json().entity
  }
  const open = async (path: string): Promise<void> => {
    await page.goto(address + path)
    await settle(page)
  }
  const itemPage = () => open(`/portfolio/records/${item}`)

  beforeAll(async () => {
    ;({ desk, address } = await serveDesk())
    ee = await desk.signInAs({ party: 'EE', role: 'delegate' })
    ofCase = await post('/api/cases', said(OPEN))
    item = await post('/api/portfolio/records', {
      kind: 'evidence-item',
      ...said([
        { property: 'name', value: 'Image of the seized server' },
        { property: 'originator', value: ['EE'] },
        { property: 'legalBasis', value: 'lb-mla' },
        { property: 'listingUse', value: 'counsel-asked' },
      ]),
    })
    await signRightsCheck(ee, ofCase, ['rest-travel-ban'])
    procedure = await post(`/api/cases/${ofCase}/procedures`, {
      measure: 'rest-travel-ban',
      path: 'normal',
      title: 'Listing of one officer',
      reason: 'The evidence names one.',
      marking: AMBER,
    })
    browser = await launchBrowser()
    page = await seatAt(browser, address, ee, defects)
  }, 240_000)

  afterAll(async () => {
    await browser?.close()
    await desk?.close()
    expect(defects).toEqual([])
  }, 60_000)

  it('says of an item on which nothing rests how a statement names it', async () => {
    await itemPage()
    await page.getByText('No statement that you may see rests on this item.').waitFor()
    await looksRight(page, 'evidence-nothing')
  }, 180_000)

  it('is named where a statement’s source is given, by keyboard', async () => {
    await open(`/cases/${ofCase}/facts`)
    const group = page.getByRole('region', { name: 'Attribution' })
    await group.locator('summary').first().click()
    await group.getByRole('button', { name: /Role of a candidate for listing/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Role of a candidate for listing').selectOption({ label: 'responsible' })
    await dialog.getByLabel('Source', { exact: true }).fill('Finding of the national team')
    await dialog.getByText('Rests on evidence').click()
    const field = dialog.getByRole('combobox', { name: 'Item of evidence' })
    await field.focus()
    await page.keyboard.type('seized')
    await takeChoice(page, 'Image of the seized server')
    await dialog.getByText('Image of the seized server').waitFor()
    // which markings fit stands there before anything is sent (EVI-02)
    await dialog.getByText('is marked LIMITE · TLP:AMBER or more strictly').waitFor()
    await dialog.getByLabel('Traffic Light Protocol').selectOption('TLP:GREEN')
    await dialog.getByText('its readers would learn of an item that they may not see').waitFor()
    await looksRight(page, 'evidence-too-open')
    await dialog.getByRole('button', { name: 'Mark the statement LIMITE · TLP:AMBER' }).click()
    await dialog.getByText('its readers would learn of an item').waitFor({ state: 'detached' })
    await looksRight(page, 'evidence-cite')
    await dialog.getByRole('button', { name: 'Put on record' }).click()
    await dialog.waitFor({ state: 'detached' })
    const own = page.getByRole('region', { name: 'Evidence it rests on' })
    await own.getByText('1 statement, 1 on it alone').waitFor()
    await looksRight(page, 'evidence-of-case')
    await own.getByRole('link', { name: 'Image of the seized server' }).click()
    await page.getByRole('heading', { level: 1, name: 'Image of the seized server' }).waitFor()
  }, 180_000)

  it('shows what falls with it, finding by finding, and the procedure that rests on it', async () => {
    const rests = page.getByRole('region', { name: 'What rests on it' })
    await rests.getByRole('heading', { name: '1 statement falls with it' }).waitFor()
    const row = rests.getByRole('row', { name: /Entry and transit ban/ })
    await expect.poll(() => row.textContent()).toContain('available')
    await rests.getByRole('link', { name: 'Listing of one officer' }).waitFor()
    await looksRight(page, 'evidence-rests')
  }, 180_000)

  it('takes a file, encrypted, and gives it back as it was', async () => {
    const files = page.getByRole('region', { name: 'Files' })
    await files.getByText('Attach a file').click()
    await files.getByRole('button', { name: 'Encrypt and keep' }).click()
    await files.getByText('Choose a file.').waitFor()
    const bytes = Buffer.from('an image of a disk')
    await files
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'disk 1.img', mimeType: 'application/octet-stream', buffer: bytes })
    await files.getByLabel('Purpose and authority').fill('for the listing file')
    await looksRight(page, 'evidence-attach')
    await files.getByRole('button', { name: 'Encrypt and keep' }).click()
    await files.getByRole('rowheader', { name: 'disk 1.img' }).waitFor()
    await looksRight(page, 'evidence-files')
    const [taken] = await Promise.all([
      page.waitForEvent('download'),
      files.getByRole('button', { name: 'Take out disk 1.img' }).click(),
    ])
    expect(taken.suggestedFilename()).toBe('disk 1.img')
    expect(await readFile(await taken.path())).toEqual(bytes)
    await page
      .getByRole('region', { name: 'Chain of custody' })
      .getByText('File attached at this desk')
      .waitFor()
  }, 180_000)

  it('stands before a listing until counsel has agreed, and then says who did', async () => {
    await open(`/cases/${ofCase}/options`)
    const question = page.getByRole('region', { name: 'Evidence from criminal procedure under a listing' })
    await question.getByText('A listing is not proposed while this question is open').waitFor()
    await looksRight(page, 'evidence-question')
    await open(`/procedures/${procedure}/course`)
    await question.getByText('Not before counsel is asked.').waitFor()
    const answer: ProcedureAnswer = (await ee.ask({ url: `/api/procedures/${procedure}` })).json()
    const propose = {
      act: {
        verb: 'propose',
        reason: 'They ran it.',
        documents: [
          { outline: 'doc-options-paper', title: 'Options paper' },
          { outline: 'doc-measure-proposal', title: 'Proposal of a listing' },
        ],
        listed: [{ name: 'A. Person', identifiedBy: 'born 1 January 1970' }],
      },
      follows: answer.head,
    }
    const refused = await ee.ask({
      method: 'POST',
      url: `/api/procedures/${procedure}/acts`,
      payload: propose,
    })
    expect(refused.json()).toMatchObject({ code: 'act-refused' })
    const first = (await ee.ask({ url: `/api/portfolio/records/${item}` })).json()
    const [statement] = Object.keys(first.statements)
    await ee.ask({
      method: 'POST',
      url: `/api/portfolio/records/${item}/statements`,
      payload: {
        ...said([{ property: 'listingUse', value: 'counsel-agrees' }]),
        source: { document: 'Opinion 7', party: 'GSC', date: '2026-11-20', verified: true },
        supersedes: [{ statement, property: 'listingUse' }],
        reason: 'Counsel answered.',
      },
    })
    await open(`/procedures/${procedure}/course`)
    await question.getByText(/counsel agrees.*put on record by Estonia, from .*Opinion 7/).waitFor()
    await looksRight(page, 'evidence-answered')
    const taken = await ee.ask({
      method: 'POST',
      url: `/api/procedures/${procedure}/acts`,
      payload: propose,
    })
    expect(taken.statusCode, taken.body).toBe(201)
  }, 180_000)
})
