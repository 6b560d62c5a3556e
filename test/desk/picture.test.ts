/**
 * What we do not know, the gap map and what is coming, by keyboard in a real browser: looked at by axe on a desk and on a phone.
 */
import { buildDesk, runDesk, type RunningDesk } from '@demarche/testkit'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser, launchBrowser, openWindow } from './in-browser.ts'
import { looksRight, settle } from './looks-right.ts'

describeInBrowser('the picture in a browser', 'the picture was not walked in a browser', () => {
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
  const focused = () =>
    page.evaluate(() => [document.activeElement?.id, document.activeElement?.getAttribute('data-at')])

  it('lists what we do not know, narrows it by a figure, and opens a record at the doubt', async () => {
    await open('/portfolio')
    await page.getByRole('link', { name: 'What we do not know' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/open-points/)
    await page.getByRole('heading', { level: 2, name: 'Projects' }).count()
    await looksRight(page, 'open-points')
    await page.getByRole('button', { name: /projects, No date$/ }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/kind=project/)
    await settle(page)
    const first = page.getByRole('region', { name: 'Projects' }).getByRole('listitem').first()
    await expect.poll(() => first.textContent()).toMatch(/No date.*Settled by a source that gives the date/)
    await first.getByRole('link', { name: 'End', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/at=doubt-end/)
    await settle(page)
    await page.waitForFunction(() => document.activeElement?.id === 'doubt-end')
    expect((await focused())[0]).toBe('doubt-end')
  }, 240_000)

  it('takes the list as CSV', async () => {
    await open('/open-points?kind=project&sort=undated')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Take as CSV' }).press('Enter')
    expect((await download).suggestedFilename()).toMatch(/^open-points-.*TLP-CLEAR\.csv$/)
  }, 120_000)

  it('walks the gap map by arrow keys and opens the projects behind a cell', async () => {
    await open('/gaps?place=western-balkans&year=2022')
    await looksRight(page, 'gaps')
    const grid = page.getByRole('grid', { name: /^Western Balkans, 2022/ })
    // PLC-05: the note on status stands with the name
    await grid.getByRole('rowheader', { name: 'Kosovo*', exact: true }).waitFor()
    await page.getByText(/^Kosovo\*: This designation is without prejudice to positions on status/).waitFor()
    await grid.locator('[data-at="0 0"]').focus()
    for (const key of ['ArrowDown', 'ArrowRight', 'End', 'Home']) await page.keyboard.press(key)
    expect((await focused())[1]).toBe('1 0')
    await expect.poll(() => grid.locator('[tabindex="0"]').count()).toBe(1)
    await expect.poll(() => grid.getByText('none known').count()).toBeGreaterThan(10)
    await grid.getByRole('button').first().focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await expect.poll(() => dialog.getByRole('link').count()).toBeGreaterThan(0)
    await expect.poll(() => dialog.textContent()).toMatch(/Nobody has stated a need here/)
    await looksRight(page, 'gap-cell')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('heading', { level: 2, name: 'Albania' }).waitFor()
    await page.getByRole('heading', { level: 2, name: 'Kosovo*' }).waitFor()
    await expect.poll(() => page.getByText(/^None known on: /).count()).toBeGreaterThan(0)
    await expect.poll(() => grid.count()).toBe(0)
    await page.setViewportSize({ width: 1440, height: 900 })
  }, 240_000)

  it('tells what changed: first what came with the desk in one line, then a record that somebody wrote to', async () => {
    await open('/portfolio')
    await page.getByRole('link', { name: 'What changed' }).press('Enter')
    await page.waitForURL(/changes/)
    await page.getByText('Nothing changed', { exact: true }).waitFor()
    await page.getByText(/^\d+ records came with the desk since then/).waitFor()
    await looksRight(page, 'changes-none')
    await open('/portfolio/project/new')
    await page.locator('#record-name-0').fill('Course that changed')
    await page.locator('#source-document').fill('A release')
    await page.getByRole('button', { name: 'Put on record', exact: true }).press('Enter')
    await page.waitForURL(/records\/project/)
    await open('/changes?kind=project')
    const row = page.getByRole('listitem').filter({ hasText: 'Course that changed' }).first()
    await expect.poll(() => row.textContent()).toMatch(/Project.*new.*stated.*Name.*A release/)
    await looksRight(page, 'changes')
    await page.getByLabel('Period').selectOption('since a chosen day')
    await page.waitForURL(/since=\d{4}-\d\d-\d\d/)
    await page.getByLabel('Period').selectOption('the last 7 days')
    await page.waitForURL(/days=7/)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Take as CSV' }).press('Enter')
    expect((await download).suggestedFilename()).toMatch(/^changes-since-.*\.csv$/)
    await row.getByRole('link', { name: 'Course that changed' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Course that changed' }).waitFor()
    await page.getByRole('link', { name: 'Projects', exact: true }).press('Enter')
    await page.getByRole('link', { name: 'What changed' }).press('Enter')
    await page.waitForURL(/changes\?kind=project/)
  }, 240_000)

  it('lists what is coming, and who has not been met', async () => {
    await open('/coming?from=2026-11-23&to=2027-06-30')
    await looksRight(page, 'coming')
    await page.getByRole('link', { name: 'Global Mechanism, dedicated thematic groups' }).waitFor()
    const table = page.getByRole('table', { name: 'Not met, and on what' })
    const brazil = table.getByRole('row').filter({ hasText: 'Brazil' })
    await expect.poll(() => brazil.textContent()).toMatch(/20 February 2020 long ago.*none found/)
    await page.getByRole('link', { name: 'Follow it in a calendar program' }).press('Enter')
    await page.waitForURL(/notices/)
    await page.getByRole('button', { name: 'Make an address for the portfolio' }).press('Enter')
    await page.getByText(/\/api\/portfolio\.ics\?token=/).waitFor()
  }, 240_000)

  it('broke nothing on the way', () => {
    expect(defects).toEqual([])
  })
})
