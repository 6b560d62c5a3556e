/**
 * The public page in a real browser, by keyboard: a consultation is answered without an account, moderated at the desk, summed up
 * and published; the answer is seen and withdrawn by its private link; public records are searched. In English and in French.
 */
import { PUBLIC } from '@demarche/core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskUnderTest } from '../../packages/server/test/desk-under-test.ts'
import { describeInBrowser, launchBrowser, openWindow, seatAt, serveDesk } from './in-browser.ts'
import { looksRight, settle } from './looks-right.ts'

const QUESTION = 'What should the Global Mechanism take up first?'

/** Fills the first field that has this label, without a pointer. */
const type = async (page: Page, label: string | RegExp, text: string) => {
  await page.getByLabel(label).first().focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(text)
}
const press = async (page: Page, name: string | RegExp) => {
  await page.getByRole('button', { name }).first().focus()
  await page.keyboard.press('Enter')
}
const choose = async (page: Page, name: string | RegExp) => {
  await page.getByLabel(name).first().focus()
  await page.keyboard.press('Space')
}

describeInBrowser(
  'the public page',
  'the public page was not seen in a browser',
  () => {
    let desk: DeskUnderTest
    let browser: Browser
    let address: string
    let anybody: Page
    let officer: Page
    let consultation: string
    let privateLink: string
    const defects: string[] = []

    const open = async (page: Page, path: string) => {
      await page.goto(`${address}${path}`)
      await settle(page)
    }
    /** Answers without an account; gives the private link. */
    const answer = async (text: string, from: string, consent: RegExp): Promise<string> => {
      await open(anybody, `/public/consultations/${consultation}`)
      await type(anybody, 'What you want to say', text)
      await type(anybody, /^Your name or organisation/, from)
      await choose(anybody, consent)
      await press(anybody, 'Send')
      await anybody.getByRole('heading', { name: 'Your answer has arrived' }).waitFor()
      return anybody.getByRole('link', { name: /#token=/ }).innerText()
    }

    beforeAll(async () => {
      const served = await serveDesk({ publicPage: true })
      ;({ desk, address } = served)
      const put = await desk.ask({
        method: 'POST',
        url: '/api/portfolio/records',
        payload: {
          kind: 'consultation',
          assertions: [
            { property: 'name', value: QUESTION },
            { property: 'background', value: 'The Mechanism meets in July.\nIt has one plenary a year.' },
            { property: 'by', value: ['EU'] },
            { property: 'answered', value: 'here' },
            { property: 'due', value: '2026-12-10' },
          ],
          source: { document: 'Call for views', date: '2026-11-20', verified: true },
          marking: PUBLIC,
        },
      })
      consultation = put.json().entity
      browser = await launchBrowser()
      anybody = await (await openWindow(browser, address)).newPage()
      anybody.on('pageerror', (error) => defects.push(String(error)))
      officer = await seatAt(
        browser,
        address,
        await desk.signInAs({ party: 'desk', role: 'desk-officer' }),
        defects,
      )
    }, 240_000)
    afterAll(async () => {
      await browser?.close()
      await desk?.close()
      expect(defects).toEqual([])
    }, 60_000)

    it('shows what is open and what is public, asks nobody to sign in and sets no cookie', async () => {
      const asked: string[] = []
      anybody.on('request', (request) => asked.push(new URL(request.url()).pathname))
      await open(anybody, '/public')
      const row = anybody.getByRole('region', { name: 'Open consultations' }).getByRole('listitem')
      await expect.poll(() => row.innerText()).toContain('Answers until Thursday 10 December 2026, 23:59 CET')
      await looksRight(anybody, 'public')
      expect(asked.filter((path) => path.startsWith('/api/') && !path.startsWith('/api/public'))).toEqual([])
      expect(await anybody.context().cookies()).toEqual([])
      await row.getByRole('link', { name: QUESTION }).focus()
      await anybody.keyboard.press('Enter')
      await anybody.getByRole('heading', { level: 1, name: QUESTION }).waitFor()
    }, 120_000)

    it('says in the form what is missing, and gives a receipt with the private link (STK-04, STK-05)', async () => {
      await open(anybody, `/public/consultations/${consultation}`)
      await looksRight(anybody, 'public-consultation')
      await press(anybody, 'Send')
      await anybody.getByRole('alert').getByText('Write your answer.').waitFor()
      await type(anybody, 'What you want to say', 'Half an ans')
      await choose(anybody, /^With the name/)
      await anybody.reload()
      await settle(anybody)
      await expect.poll(() => anybody.getByLabel('What you want to say').inputValue()).toBe('Half an ans')
      await expect.poll(() => anybody.getByLabel(/^With the name/).isChecked()).toBe(true)
      privateLink = await answer('Hospitals first.', 'Alliance of Clinics', /^With the name/)
      await looksRight(anybody, 'public-receipt')
      await answer('The public core.', 'Somebody', /^Without the name/)
      await answer('Nothing at all.', '', /^Not at all/)
      await open(anybody, `/public/consultations/${consultation}`)
      await anybody.getByText('Nothing has been published yet.').waitFor()
      // what was sent is not kept
      await expect.poll(() => anybody.getByLabel('What you want to say').inputValue()).toBe('')
    }, 180_000)

    it('is moderated: accepted, and set aside with a reason (STK-07)', async () => {
      await open(officer, `/portfolio/records/${consultation}`)
      await officer.getByRole('link', { name: /Read and moderate the answers/ }).focus()
      await officer.keyboard.press('Enter')
      await settle(officer)
      const answers = officer.getByRole('region', { name: 'Answers', exact: true })
      await expect.poll(() => answers.getByRole('heading', { level: 3 }).count()).toBe(3)
      await looksRight(officer, 'consultation-moderation')
      await press(officer, /^Accept Alliance of Clinics/)
      await answers.getByText('Hospitals first.').waitFor({ state: 'detached' })
      await press(officer, /^Accept Somebody/)
      await answers.getByText('The public core.').waitFor({ state: 'detached' })
      await press(officer, /^Set aside/)
      await type(officer, /^Reason, which its author reads/, 'It answers nothing.')
      await officer.reload()
      await settle(officer)
      const reason = officer.getByLabel(/^Reason, which its author reads/)
      await expect.poll(() => reason.inputValue()).toBe('It answers nothing.')
      await reason.focus()
      await officer.keyboard.press('Tab')
      await officer.keyboard.press('Enter')
      await officer.getByRole('link', { name: /^Set aside 1/ }).focus()
      await officer.keyboard.press('Enter')
      await answers.getByText('It answers nothing.').waitFor()
      await officer.getByRole('link', { name: /^Accepted 2/ }).focus()
      await officer.keyboard.press('Enter')
      await answers.getByText('Hospitals first.').waitFor()
      await type(officer, 'Search in these answers', 'core')
      await answers.getByText('Hospitals first.').waitFor({ state: 'detached' })
      await answers.getByText('The public core.').waitFor()
      await open(anybody, `/public/consultations/${consultation}`)
      const shown = anybody.getByRole('region', { name: 'What was answered' })
      await expect
        .poll(() => shown.getByRole('heading', { level: 3 }).allInnerTexts())
        .toEqual(['Alliance of Clinics', 'Without name'])
      await expect.poll(() => anybody.locator('main').innerText()).not.toMatch(/Somebody|Nothing at all/)
    }, 180_000)

    it('is summed up with what each paragraph rests on, and published (STK-08, STK-09)', async () => {
      await open(officer, `/consultations/${consultation}`)
      await press(officer, 'Add a paragraph')
      await type(officer, 'Paragraph 1', 'Clinics ask for hospitals first.')
      await officer.getByRole('group', { name: 'Rests on' }).getByLabel('Alliance of Clinics').focus()
      await officer.keyboard.press('Space')
      await officer.getByText('Accepted and cited nowhere:').waitFor()
      await type(officer, /^What was decided/, 'The Union proposed it in July.')
      await looksRight(officer, 'consultation-synthesis')
      await press(officer, 'Save')
      await officer.getByText('A draft: the desk alone reads it.').waitFor()
      await open(anybody, `/public/consultations/${consultation}`)
      await expect.poll(() => anybody.getByRole('heading', { name: 'Synthesis' }).count()).toBe(0)
      await type(officer, 'Why it may be published now', 'Agreed in the working party.')
      await press(officer, 'Publish')
      await officer.getByText('Published: what you save is public at once.').waitFor()
      const saved = officer.waitForEvent('download')
      await press(officer, 'Markdown')
      expect((await saved).suggestedFilename()).toMatch(/^synthesis-.*TLP-CLEAR\.md$/)
      await open(anybody, `/public/consultations/${consultation}`)
      await anybody.getByRole('heading', { name: 'Synthesis' }).waitFor()
      await looksRight(anybody, 'public-synthesis')
      await anybody.getByRole('link', { name: '[1]' }).focus()
      await anybody.keyboard.press('Enter')
      expect(new URL(anybody.url()).hash).toMatch(/^#submission-/)
    }, 180_000)

    it('keeps what was typed where a colleague wrote the synthesis meanwhile, and shows what stands (STK-13)', async () => {
      const colleague = await desk.signInAs({ party: 'desk', role: 'legal-adviser' })
      const its = `/api/consultations/${consultation}`
      const shown = async () => (await colleague.ask({ url: its })).json()
      const write = async (text: string) => {
        const payload = { paragraphs: [{ text, cites: [] }], follows: (await shown()).result }
        const put = await colleague.ask({ method: 'POST', url: `${its}/synthesis`, payload })
        expect(put.statusCode, put.body).toBe(204)
      }
      const note = officer.getByRole('alert').filter({ hasText: 'Somebody else changed this meanwhile' })
      const own = officer.getByLabel('Paragraph 1')
      const focused = () => officer.evaluate(() => document.activeElement?.textContent)
      await open(officer, `/consultations/${consultation}`)
      await type(officer, 'Paragraph 1', 'Mine, not saved yet.')
      await write('Theirs.')
      await officer.reload()
      await settle(officer)
      await note.getByText('Theirs.').waitFor()
      await expect.poll(() => own.inputValue()).toBe('Mine, not saved yet.')
      await expect
        .poll(() => officer.getByRole('button', { name: 'Save', exact: true }).isDisabled())
        .toBe(true)
      await looksRight(officer, 'consultation-overtaken')
      await press(officer, 'Discard what I typed')
      await note.waitFor({ state: 'detached' })
      await expect.poll(() => own.inputValue()).toBe('Theirs.')
      expect(await focused()).toBe('Synthesis')
      await type(officer, 'Paragraph 1', 'Mine, on what I have seen.')
      await write('Theirs, once more.')
      await press(officer, 'Save')
      await note.getByText('Theirs, once more.').waitFor()
      await press(officer, 'Go on with mine')
      await note.waitFor({ state: 'detached' })
      expect(await focused()).toBe('Synthesis')
      await expect.poll(() => own.inputValue()).toBe('Mine, on what I have seen.')
      await press(officer, 'Save')
      await expect
        .poll(async () => (await shown()).consultation.synthesis)
        .toEqual([{ text: 'Mine, on what I have seen.', cites: [] }])
    }, 180_000)

    it('shows its author what became of it, and lets it be withdrawn (STK-05, STK-06)', async () => {
      await anybody.goto('about:blank')
      await anybody.goto(privateLink)
      await settle(anybody)
      expect(new URL(anybody.url()).hash).toBe('')
      await expect.poll(() => anybody.locator('main').innerText()).toMatch(/State\s+accepted/)
      await looksRight(anybody, 'public-own')
      await press(anybody, 'Withdraw it')
      await press(anybody, 'Yes, withdraw it')
      await anybody.getByText('withdrawn', { exact: true }).waitFor()
      await expect.poll(() => anybody.locator('main').innerText()).not.toContain('Hospitals')
      await open(anybody, `/public/consultations/${consultation}`)
      await expect.poll(() => anybody.locator('main').innerText()).not.toContain('Hospitals first.')
    }, 120_000)

    it('finds public records by words and place, with their sources, also in French', async () => {
      await open(anybody, '/public')
      await anybody.getByRole('link', { name: 'Projects' }).focus()
      await anybody.keyboard.press('Enter')
      await anybody.getByRole('heading', { level: 1, name: 'Projects' }).waitFor()
      await type(anybody, 'Words', 'glacy')
      await press(anybody, 'Search')
      await anybody.getByRole('link', { name: /GLACY\+/ }).waitFor()
      await looksRight(anybody, 'public-list')
      await anybody
        .getByRole('link', { name: /GLACY\+/ })
        .first()
        .focus()
      await anybody.keyboard.press('Enter')
      await anybody.getByRole('heading', { level: 1, name: /GLACY\+/ }).waitFor()
      await looksRight(anybody, 'public-record')
      await expect.poll(() => anybody.locator('main').innerText()).toContain('Source: ')
      await anybody.getByLabel('Language').selectOption('fr')
      await anybody.getByRole('link', { name: 'Vue d’ensemble' }).waitFor()
      await anybody.getByRole('heading', { name: 'Ce que c’est' }).waitFor()
      await open(anybody, '/public')
      await anybody.getByRole('heading', { name: 'Consultations ouvertes' }).waitFor()
      await looksRight(anybody, 'public-fr')
    }, 120_000)
  },
  900_000,
)
