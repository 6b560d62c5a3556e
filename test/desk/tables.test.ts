/** A table of records in a real browser: looked at first, put on record, found in the list, taken away as a file and loaded again. */
import { readFile } from 'node:fs/promises'
import { buildDesk, runDesk, type RunningDesk } from '@demarche/testkit'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser, launchBrowser, openWindow } from './in-browser.ts'
import { axeFaults, pixelsTooWide, settle } from './looks-right.ts'

const TABLE =
  'Title,Begin,Where\nInvented clinic for judges,3/4/2024,Georgia\nInvented course for police,2024,Atlantis\n'
const MAPPING = JSON.stringify({
  kind: 'project',
  columns: [
    { column: 'Title', property: 'name' },
    { column: 'Begin', property: 'start' },
    { column: 'Where', property: 'countries' },
  ],
})

function file(name: string, text: string | Buffer) {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(text) }
}

describeInBrowser('a table of records in a browser', 'no table was loaded in a browser', () => {
  let desk: RunningDesk
  let browser: Browser
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    buildDesk()
    desk = await runDesk()
    browser = await launchBrowser()
    context = await openWindow(browser, desk.address)
    page = await context.newPage()
    await page.goto(desk.signInLink)
    await page.waitForURL(/\/cases/)
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  }, 60_000)

  it('says what would be recorded and what is refused, and records when it is told to', async () => {
    await page.goto(`${desk.address}/import`)
    await settle(page)
    await page.getByText('The file is a table of records').click()
    await page.getByLabel('Choose a mapping').setInputFiles(file('donors.mapping.json', MAPPING))
    await page.getByText('Read by donors.mapping.json').waitFor()
    await page.getByLabel('Look at the file first').check()
    expect(await axeFaults(page)).toEqual([])
    await page.getByLabel('Choose a file').setInputFiles(file('donors.csv', TABLE))
    await page.getByText('Nothing has been put on record yet').waitFor()
    const refused = page.getByRole('table')
    expect(await refused.innerText()).toMatch(/row 2, Begin[\s\S]*INT-56[\s\S]*row 3, Where[\s\S]*INT-57/)
    expect(await axeFaults(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await pixelsTooWide(page)).toBe(0)
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.getByRole('button', { name: 'Put it on record' }).click()
    await page.getByText('Statements recorded').waitFor()
    await page.getByRole('link', { name: 'project:Invented-clinic-for-judges' }).click()
    await page.getByRole('heading', { name: 'Invented clinic for judges' }).waitFor()
  }, 120_000)

  it('takes the list away as narrowed, and loads it again without doubling anything', async () => {
    await page.goto(`${desk.address}/portfolio/project?q=invented`)
    await page.getByRole('link', { name: 'Invented course for police' }).waitFor()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'XLSX' }).click()
    const download = await saved
    expect(download.suggestedFilename()).toMatch(/^project-.*-LIMITE-TLP-AMBER\.xlsx$/)
    expect(await axeFaults(page)).toEqual([])
    const bytes = await readFile(await download.path())
    await page.goto(`${desk.address}/import`)
    await settle(page)
    await page.getByLabel('Choose a file').setInputFiles(file(download.suggestedFilename(), bytes))
    await page.getByText('Read as a table of records (XLSX).').waitFor()
    await page.goto(`${desk.address}/portfolio/project?q=invented`)
    await page.getByRole('link', { name: 'Invented course for police' }).waitFor()
    expect(await page.getByRole('link', { name: /^Invented/ }).count()).toBe(2)
  }, 120_000)
})
