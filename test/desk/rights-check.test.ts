/**
 * The rights check before a procedure, walked in a real browser: a package without one is not opened, its questions are
 * answered, a concern and something not known among them, it is signed, and opening asks why all the same.
 */
import { type Dossier, questionsFor } from '@demarche/core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  aNewCase,
  type DeskUnderTest,
  type SignedInForTest,
} from '../../packages/server/test/desk-under-test.ts'
import { describeInBrowser, launchBrowser, seatAt, serveDesk } from './in-browser.ts'
import { axeFaults, pixelsTooWide, settle } from './looks-right.ts'

const AMBER = { distribution: 'LIMITE', tlp: 'TLP:AMBER' } as const
const PACKAGE = 'Speak together without naming'

describeInBrowser('the rights check in a browser', 'no rights check was walked in a browser', () => {
  let desk: DeskUnderTest
  let address: string
  let browser: Browser
  let officer: SignedInForTest
  let page: Page
  let entity: string
  let measures: string[]
  const defects: string[] = []

  beforeAll(async () => {
    ;({ desk, address } = await serveDesk())
    officer = await desk.signInAs({ party: 'EE', role: 'desk-officer' })
    const opened = await officer.ask({
      method: 'POST',
      url: '/api/cases',
      payload: { ...aNewCase('Port of the north'), marking: AMBER },
    })
    entity = opened.json().entity
    const { packages }: Dossier = (await officer.ask({ url: `/api/cases/${entity}/dossier` })).json()
    measures = (packages.find(({ label }) => label === PACKAGE)?.steps ?? [])
      .map(({ measure }) => measure)
      .toSorted()
    browser = await launchBrowser()
    page = await seatAt(browser, address, officer, defects)
  }, 240_000)

  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  }, 60_000)

  const open = async (path: string): Promise<void> => {
    await page.goto(address + path)
    await settle(page)
  }
  const gate = async () => {
    await open(`/cases/${entity}/options`)
    await page.getByRole('button', { name: `Open procedures of the package ${PACKAGE}` }).click()
    const form = page.getByRole('dialog')
    await form.getByRole('checkbox').first().check()
    await form.getByLabel('Why this measure').fill('One voice on what was done to the port.')
    return { form, openIt: form.getByRole('button', { name: 'Open 1 procedure' }) }
  }

  it('RGT-08 stands before a package, says what is missing, and leads to the check', async () => {
    const { form, openIt } = await gate()
    await form.getByText('No procedure can be opened yet').waitFor()
    await expect.poll(() => openIt.isDisabled()).toBe(true)
    await expect.poll(() => form.textContent()).toMatch(/Who else feels it \(hm-01\)/)
    expect(await axeFaults(page)).toEqual([])
    await form.getByRole('link', { name: 'Go to the rights check' }).click()
    const heading = page.getByRole('heading', { name: 'Rights check', exact: true })
    await heading.waitFor()
    // it takes the focus once it stands there
    await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true)
    await expect
      .poll(() => page.locator('main').textContent())
      .toMatch(/It can be signed once each question has an answer/)
  }, 180_000)

  it('takes answers with their grounds, and a concern with how grave it is', async () => {
    await page.getByRole('button', { name: 'Answer Who else feels it' }).click()
    const form = page.getByRole('dialog')
    await form.getByRole('radio', { name: 'A concern' }).check()
    await form.getByRole('button', { name: 'Put on record' }).click()
    await expect.poll(() => form.getByRole('alert').textContent()).toMatch(/grounds.*feel it.*Scale/s)
    expect(await axeFaults(page)).toEqual([])
    await form.getByLabel('Grounds').fill('Seafarers get no shore leave.')
    await form.getByLabel('Who would feel it').fill('Seafarers')
    for (const question of ['How grave is it', 'How many people', 'Can it be made good', 'How likely is it'])
      await form.getByLabel(question).selectOption({ index: 3 })
    await form.getByRole('button', { name: 'Put on record' }).click()
    await form.waitFor({ state: 'detached' })
    await settle(page)
    await expect.poll(() => page.locator('main').textContent()).toMatch(/severe, without mitigation/)
    for (const { question } of questionsFor(desk.office.doctrine, measures, '2026-11-24').slice(1)) {
      const answer = question.id === 'hm-14' ? 'not-known' : 'no-concern'
      const value = { measures, question: question.id, answer, grounds: 'Asked of the legal adviser.' }
      const payload = { ...aNewCase('x'), assertions: [{ property: 'rights.answer', value }], marking: AMBER }
      const said = await officer.ask({ method: 'POST', url: `/api/cases/${entity}/statements`, payload })
      expect(said.statusCode, said.body).toBe(201)
    }
  }, 180_000)

  it('RGT-05 is signed by somebody, with what is open named', async () => {
    await open(`/cases/${entity}/options?check=${measures.join(',')}`)
    await expect.poll(() => page.locator('main').textContent()).toMatch(/You sign with something open/)
    await page.getByRole('button', { name: 'Sign' }).click()
    await expect.poll(() => page.getByRole('alert').textContent()).toMatch(/a day after today/)
    await page.getByLabel('To be looked at again by').fill('2027-05-01')
    await page.getByRole('button', { name: 'Sign' }).click()
    await page.getByText(/to be looked at again by 1 May 2027/).waitFor()
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 })
      await expect.poll(() => pixelsTooWide(page), { message: String(width) }).toBe(0)
      expect(await axeFaults(page), String(width)).toEqual([])
    }
    await page.setViewportSize({ width: 1440, height: 900 })
  }, 180_000)

  it('RGT-09 opens with a reason, which stands with the procedure', async () => {
    const { form, openIt } = await gate()
    await openIt.click()
    await expect.poll(() => form.getByRole('alert').textContent()).toMatch(/leaves something open/)
    await form.getByLabel('Why open it all the same').fill('The survey of seafarers follows.')
    await openIt.click()
    await page.waitForURL(/\/procedures\/procedure:[^/]+\/course/)
    await settle(page)
    const said = () => page.locator('main').textContent()
    await expect.poll(said).toMatch(/Opened all the same, because: The survey of seafarers follows/)
    await expect.poll(said).toMatch(/1 question open; 1 concern; 1 severe and without mitigation/)
    expect(await axeFaults(page)).toEqual([])
    expect(defects).toEqual([])
  }, 180_000)
})
