/**
 * A joint decision, walked in a real browser by several capitals at one desk: a declaration is opened from a case,
 * proposed and put on the table, positions are stated, silence is opened and broken; opened again, it ends by itself.
 *
 * The desk under test has a clock of its own, so that a night passes at once. Next door: `walk.test.ts`, the case.
 */
import type { Act } from '@demarche/core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { act } from '../../packages/server/test/a-declaration.ts'
import { signRightsCheck } from '../../packages/server/test/a-rights-check.ts'
import type { DeskUnderTest, SignedInForTest } from '../../packages/server/test/desk-under-test.ts'
import { describeInBrowser, launchBrowser, seatAt, serveDesk } from './in-browser.ts'
import { axeFaults, pixelsTooWide, settle } from './looks-right.ts'

const CASE = 'case:viasat-kasat-2022'
const HOUR = 3_600_000

const onRecord = async (page: Page): Promise<void> => {
  await page.getByText(/^Done and on record/).waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await settle(page)
}

describeInBrowser('a joint decision in a browser', 'no procedure was walked in a browser', () => {
  let desk: DeskUnderTest
  let address: string
  let browser: Browser
  let who: Record<'EE' | 'HU' | 'PL' | 'chair', SignedInForTest>
  let entity: string
  const pages = new Map<string, Page>()
  const defects: string[] = []

  beforeAll(async () => {
    ;({ desk, address } = await serveDesk())
    who = {
      EE: await desk.signInAs({ party: 'EE', role: 'delegate' }),
      HU: await desk.signInAs({ party: 'HU', role: 'delegate' }),
      PL: await desk.signInAs({ party: 'PL', role: 'delegate' }),
      chair: await desk.signInAs({ party: 'IE', role: 'chair' }),
    }
    browser = await launchBrowser()
  }, 240_000)

  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  }, 60_000)

  /** The page of somebody, opened once. */
  const pageOf = async (name: keyof typeof who): Promise<Page> => {
    const known = pages.get(name)
    if (known) return known
    const page = await seatAt(browser, address, who[name], defects)
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 409/.test(message.text())) defects.push(message.text())
    })
    pages.set(name, page)
    return page
  }
  const open = async (page: Page, path: string): Promise<void> => {
    await page.goto(address + path)
    await settle(page)
  }
  /** Does something by the address that the pages use, where the walk is about something else. */
  const done = (name: keyof typeof who, one: Act): Promise<void> => act(who[name], entity, one)
  const course = (): string => `/procedures/${entity}/course`
  it('is opened from the case, with the reason that the form asks for', async () => {
    await signRightsCheck(who.EE, CASE, ['stab-hr-declaration'])
    const page = await pageOf('EE')
    await open(page, `/cases/${CASE}/decision`)
    await page.getByRole('button', { name: 'Open procedures' }).click()
    const form = page.getByRole('dialog')
    await form.getByRole('checkbox', { name: /^Declaration by the High Representative/ }).check()
    await form.getByRole('button', { name: 'Open 1 procedure' }).click()
    await expect.poll(() => form.getByRole('alert').textContent()).toMatch(/Say why/)
    expect(await axeFaults(page)).toEqual([])
    await form.getByLabel('Why this measure').fill('A joint voice on a breach of agreed norms.')
    await form.getByRole('button', { name: 'Open 1 procedure' }).click()
    await page.waitForURL(/\/procedures\/procedure:[^/]+\/course/)
    entity = decodeURIComponent(new URL(page.url()).pathname.split('/')[2] ?? '')
    await settle(page)
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toMatch(/KA-SAT/)
  }, 180_000)

  it('is proposed once it has been said again with its papers and its marking', async () => {
    const page = await pageOf('EE')
    await page.getByRole('button', { name: 'Propose the measure' }).click()
    await page.getByLabel('Reason').fill('Satellite links are critical infrastructure.')
    await page.getByRole('button', { name: /^Go on/ }).click()
    const again = page.getByRole('dialog')
    await expect.poll(() => again.textContent()).toMatch(/Options paper; Proposal to use a measure/)
    await expect.poll(() => again.textContent()).toMatch(/at its marking:.*TLP:/)
    await page.getByRole('dialog').getByRole('button', { name: 'Propose the measure' }).click()
    await onRecord(page)
    await expect.poll(() => page.locator('main').textContent()).toMatch(/Measure proposed/)
  }, 180_000)

  it('is put on the agenda by the chair; what the chair may not do says why', async () => {
    const page = await pageOf('chair')
    await open(page, course())
    await page.getByRole('button', { name: /agenda of the HWPCI/ }).click()
    await page.getByLabel('Day of the meeting').fill('2026-11-26')
    await page.getByRole('button', { name: 'Put on record' }).click()
    await onRecord(page)
    await page.getByText(/^Not now, or for others/).click()
    await expect
      .poll(() => page.locator('main').textContent())
      .toMatch(/Not on file: Draft declaration by the High Representative/)
    await done('chair', {
      verb: 'set-text',
      paragraphs: [
        { id: 'p1', text: 'The European Union condemns the malicious cyber activity.' },
        { id: 'p2', text: 'It calls on all States to comply with agreed norms.' },
      ],
    })
  }, 180_000)

  it('PRC-32 is circulated once, however fast somebody clicks twice', async () => {
    const page = await pageOf('chair')
    await open(page, course())
    await page.getByRole('button', { name: 'Circulate documents' }).click()
    const form = page.getByRole('dialog')
    await form.getByRole('checkbox', { name: /^Draft declaration/ }).check()
    await form.getByText('This desk writes it from the chosen version').waitFor()
    await form.getByRole('button', { name: 'All Member States', exact: true }).click()
    await form.getByRole('button', { name: /^Go on/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Circulate documents' }).dblclick()
    await onRecord(page)
    const { procedure } = (await who.chair.ask({ method: 'GET', url: `/api/procedures/${entity}` })).json()
    const drafts = procedure.documents.filter(
      ({ outline }: { outline: string }) => outline === 'doc-draft-declaration',
    )
    expect(drafts).toMatchObject([{ version: 1 }])
  }, 180_000)

  it('gathers positions: one key and Enter state one, a reserve says what would lift it, and undoing lifts it', async () => {
    const page = await pageOf('HU')
    await open(page, `/procedures/${entity}/positions`)
    await page.keyboard.press('1')
    await page.getByText('HU supports: put this on record?').waitFor()
    await expect.poll(() => page.getByText('On record: HU supports').count()).toBe(0)
    await page.keyboard.press('Enter')
    await page.getByText('On record: HU supports').waitFor()
    await page.keyboard.press('4')
    await page.getByRole('button', { name: 'State it' }).click()
    await page.getByText('Say what would lift the reserve.').waitFor()
    await page.getByLabel(/^What would lift/).fill('An answer of the capital.')
    await page.getByRole('button', { name: 'State it' }).click()
    await page.getByRole('heading', { name: '1 reserve stands' }).waitFor()
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).last().click()
    await page.getByRole('heading', { name: '1 reserve stands' }).waitFor({ state: 'detached' })
    await done('PL', { verb: 'state-position', position: 'can-accept' })
    await page.reload()
    await settle(page)
    await expect.poll(() => page.locator('.position-counts').textContent()).toMatch(/can accept\s*1\s*PL/)
    await expect.poll(() => page.locator('.vote').textContent()).toMatch(/Open: it turns on those still open/)
  }, 180_000)

  it('keeps what was typed when others went on, and goes under silence by Brussels time', async () => {
    const page = await pageOf('chair')
    await open(page, course())
    await page.getByRole('button', { name: /^Open silence/ }).click()
    await page.getByLabel('Day', { exact: true }).fill('2027-03-28')
    await page.getByLabel('Clock in Brussels').fill('02:30')
    await page.getByText(/never shows/).waitFor()
    await page.getByLabel('Day', { exact: true }).fill('2026-11-27')
    await page.getByLabel('Clock in Brussels').fill('18:00')
    await page.getByText('Friday 27 November 2026, 18:00 CET').waitFor()
    await done('PL', { verb: 'state-position', position: 'support' })
    await page.getByRole('button', { name: /^Go on/ }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Open silence/ })
      .click()
    await page.getByRole('heading', { name: 'Others have gone on meanwhile' }).waitFor()
    await expect.poll(() => page.getByLabel('Clock in Brussels').inputValue()).toBe('18:00')
    await expect
      .poll(() => page.getByRole('dialog').getByRole('alert').textContent())
      .toMatch(/State a position.*PL/)
    await page.getByRole('button', { name: /^I have read it/ }).click()
    await page.getByRole('button', { name: /^Go on/ }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Open silence/ })
      .click()
    await onRecord(page)
    await expect
      .poll(() => page.locator('.silence').textContent())
      .toMatch(/until Friday 27 November 2026, 18:00 CET/)
  }, 180_000)

  it('is broken by one objection', async () => {
    const page = await pageOf('HU')
    await open(page, course())
    await page.getByRole('button', { name: /^Break silence/ }).click()
    await page.getByLabel('Objection').fill('The second paragraph goes too far.')
    // the button that breaks it comes up where this one was
    await page.getByRole('button', { name: /^Go on/ }).dblclick()
    await page.waitForTimeout(300)
    await page.getByRole('heading', { name: /^Once more/ }).waitFor()
    await expect.poll(() => page.locator('.silence').getAttribute('data-status')).toBe('running')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Break silence/ })
      .click()
    await onRecord(page)
    await expect
      .poll(() => page.locator('.silence').textContent())
      .toMatch(/Broken on .*1 objection.*goes too far/)
    await open(page, `/procedures/${entity}/positions`)
    await expect.poll(() => page.locator('.vote').textContent()).toMatch(/Not adopted/)
  }, 120_000)

  it.each(['light', 'dark'] as const)(
    'leaves axe nothing to say in the %s theme, and fits a desk and a phone',
    async (colorScheme) => {
      const page = await pageOf('HU')
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const paths = [
        '/procedures',
        course(),
        `/procedures/${entity}/positions`,
        `/cases/${CASE}/decision`,
        '/help',
      ]
      for (const path of paths) {
        await page.setViewportSize({ width: 1440, height: 900 })
        await open(page, path)
        expect(await axeFaults(page), path).toEqual([])
        for (const width of [1440, 390]) {
          await page.setViewportSize({ width, height: 844 })
          await expect.poll(() => pixelsTooWide(page), { message: `${path} at ${width}` }).toBe(0)
        }
      }
      await page.setViewportSize({ width: 1440, height: 900 })
    },
    180_000,
  )

  it('comes back with a revised text, and is adopted at the deadline by nobody', async () => {
    await done('chair', {
      verb: 'circulate',
      documents: [{ outline: 'doc-revised-text', title: 'Revised text', version: 1 }],
      to: ['EE', 'HU', 'PL'],
    })
    const page = await pageOf('chair')
    await open(page, course())
    await page
      .getByRole('button', { name: /working party|HWPCI|back/i })
      .first()
      .click()
    await page.getByRole('button', { name: 'Put on record' }).click()
    await onRecord(page)
    await page.getByRole('button', { name: /^Open silence/ }).click()
    await page.getByRole('button', { name: /^24 h/ }).click()
    await page.getByRole('button', { name: /^Go on/ }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Open silence/ })
      .click()
    await onRecord(page)
    desk.letPass(25 * HOUR)
    await page.reload()
    await settle(page)
    const said = () => page.locator('main').textContent()
    await expect.poll(said).toMatch(/Ended on .* without objection: adopted/)
    await expect.poll(said).toMatch(/by silence/)
    await expect.poll(said).toMatch(/by the passing of time/)
  }, 180_000)

  it('is shown as it stood on a day of the past, where nothing can be done', async () => {
    const page = await pageOf('EE')
    await open(page, `${course()}?asOf=2026-11-23`)
    await expect.poll(() => page.locator('main').textContent()).toMatch(/As things stood then/)
    await expect.poll(() => page.locator('.next-acts button').count()).toBe(0)
  }, 60_000)

  it('is found by key in the list, where all are shown', async () => {
    const page = await pageOf('EE')
    await open(page, '/procedures?state=all')
    await page.getByText('1 procedure', { exact: true }).waitFor()
    await page.locator('main').focus()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/course$/)
  }, 120_000)

  it('met no defect on the way', () => {
    expect(defects).toEqual([])
    expect(desk.defects).toEqual([])
  })
})
