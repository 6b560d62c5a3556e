/**
 * The picture by goals in a real browser, by keyboard: looked at by axe on a desk and on a phone, contested, taken as a file.
 */
import { buildDesk, runDesk, type RunningDesk } from '@demarche/testkit'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser, launchBrowser, openWindow } from './in-browser.ts'
import { looksRight, settle } from './looks-right.ts'

describeInBrowser('the picture by goals in a browser', 'the picture by goals was not walked', () => {
  let desk: RunningDesk
  let browser: Browser
  let context: BrowserContext
  let page: Page
  const defects: string[] = []

  beforeAll(async () => {
    buildDesk()
    desk = await runDesk()
    browser = await launchBrowser()
    context = await openWindow(browser, desk.address)
    page = await context.newPage()
    page.on('pageerror', (error) => defects.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 40[019]/.test(message.text()))
        defects.push(message.text())
    })
    await page.goto(desk.signInLink)
    await page.waitForURL(/\/cases/)
  }, 240_000)

  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  }, 60_000)

  const open = async (path: string): Promise<void> => {
    await page.goto(desk.address + path)
    await settle(page)
  }
  const figure = (goal: string, layer: string) =>
    page.getByRole('button', { name: new RegExp(`^${goal} · ${layer}: `) })

  it('is reached from the portfolio, shows goals by layer, and marks in words', async () => {
    await open('/portfolio')
    await page.getByRole('link', { name: 'The picture by goals' }).press('Enter')
    await page.waitForURL(/\/goals/)
    const table = page.getByRole('table', { name: 'Records by goal and layer' })
    await table.waitFor()
    expect(await table.getByRole('rowheader').count()).toBe(10)
    const promises = figure('The Union talks and works with partners', 'Commitments')
    expect(await promises.textContent()).toMatch(/: \d+ \d+ without a date/)
    const row = table.getByRole('row', { name: /^Others than States have a say/ })
    expect(await row.textContent()).toMatch(/unverified.*none on record/)
    await looksRight(page, 'goals')
  }, 240_000)

  it('is reached from the command bar', async () => {
    await open('/cases')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('picture by goals')
    await page.getByRole('menuitem', { name: /Go to the picture by goals/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/goals/)
  }, 120_000)

  it('opens a goal down to its source and to rules that are ours', async () => {
    await open('/goals')
    await page.getByRole('button', { name: 'Partners can protect themselves', exact: true }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Partners can protect themselves' })
    await dialog.getByText('Non-paper on EU Cyber Diplomacy (2021)').waitFor()
    expect(await dialog.getByRole('listitem').filter({ hasText: 'All: Projects' }).textContent()).toMatch(
      /our judgement/i,
    )
    await looksRight(page, 'goal')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(page.url()).not.toContain('goal=')
  }, 240_000)

  it('narrows to a mark and opens a figure down to records, what they are linked with and why they count', async () => {
    await open('/goals')
    await page.getByLabel('Show').selectOption({ label: 'Only what has no date' })
    await page.waitForURL(/mark=cannot-tell/)
    await figure('The Union talks and works with partners', 'Commitments').press('Enter')
    const dialog = page.getByRole('dialog')
    const promise = dialog
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: /^Hold the next round of the EU–India/ }) })
    await promise.getByText('no date: nobody can tell').waitFor()
    await promise.getByText('Counts through what it names:').waitFor()
    expect(await promise.textContent()).toMatch(/Linked with: .*EU–India/)
    await looksRight(page, 'goal-records')
    await promise.getByRole('link', { name: /^Hold the next round of the EU–India/ }).press('Enter')
    await page.waitForURL(/commitment:eu-india-next-round/)
  }, 240_000)

  it('leaves out the goals under which nothing bears the mark, and says where that is all of them', async () => {
    await open('/goals?mark=doubled')
    await page.getByText('Nothing that you may see is marked so.').waitFor()
    expect(await page.getByRole('table').count()).toBe(0)
    await open('/goals?mark=lonely')
    const goals = page.getByRole('table', { name: 'Records by goal and layer' }).getByRole('rowheader')
    await expect.poll(() => goals.count()).toBeGreaterThan(0)
    expect(await goals.filter({ hasText: 'States trust each other more' }).count()).toBe(0)
  }, 120_000)

  it('lets whoever knows better say so, and the picture follows', async () => {
    await open('/goals?goal=goal:joint-response&layer=activity')
    const dialog = page.getByRole('dialog')
    const item = dialog
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: /Moldova/ }) })
      .first()
    await item.waitFor()
    const name = (await item.getByRole('link').first().textContent()) ?? ''
    await item.getByRole('link', { name: 'Say whether it serves the goal' }).press('Enter')
    await page.waitForURL(/goal-link\/new/)
    await settle(page)
    await page.getByLabel('Said', { exact: true }).fill('It is about defence at home')
    await page.getByLabel('Judgement', { exact: true }).selectOption({ label: 'does not serve the goal' })
    await page.getByLabel('Grounds', { exact: true }).fill('Read in the agreement.')
    await page.getByLabel('Source', { exact: true }).fill('The agreement')
    await page.getByRole('button', { name: 'Put on record' }).press('Enter')
    await page.waitForURL(/records\/goal-link:/)
    await open('/goals?goal=goal:joint-response&layer=activity')
    await dialog.getByRole('listitem').first().waitFor()
    // another record may name it as its double
    await dialog
      .locator('.goal-record > p:first-child')
      .filter({ hasText: name })
      .waitFor({ state: 'detached' })
  }, 240_000)

  it('is a list on a phone, a page on paper, and a file', async () => {
    await open('/goals?mark=lonely')
    await page.setViewportSize({ width: 390, height: 844 })
    await figure('Partners can protect themselves', 'Activities').waitFor()
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.emulateMedia({ media: 'print' })
    expect(await figure('Partners can protect themselves', 'Activities').isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Take as CSV' }).press('Enter')
    expect((await download).suggestedFilename()).toMatch(/^goals-.*\.csv$/)
  }, 240_000)

  it('broke nothing on the way', () => {
    expect(defects).toEqual([])
  })
})
