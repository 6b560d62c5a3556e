/** A table of records in a real browser: looked at first, put on record, found in the list, taken away as a file and loaded again. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser, startWalk, type Walk } from './in-browser.ts'
import { axeFaults, pixelsTooWide, settle } from './looks-right.ts'

const TABLE =
  'Title,Begin,Where\nInvented clinic for judges,3/4/2024,Georgia\nInvented course for police,2024,Atlantis\n'
const OTHER = 'Was macht ihr,Ab,Wo,Notiz\nDrawn course,3/4/2024,Tiflis,x\n'
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
  let walk: Walk
  let page: Page

  beforeAll(async () => {
    walk = await startWalk()
    page = walk.page
  }, 240_000)
  afterAll(async () => {
    await walk?.close()
  }, 60_000)

  it('says what would be recorded and what is refused, and records when it is told to', async () => {
    await page.goto(`${walk.address}/import`)
    await settle(page)
    await page.getByText('The file is a table of records').click()
    await page.getByLabel('Choose a mapping').setInputFiles(file('donors.mapping.json', MAPPING))
    await page.getByText('Read by donors.mapping.json').waitFor()
    await page.getByLabel('Look at the file first').check()
    expect(await axeFaults(page)).toEqual([])
    await page.getByLabel('Choose a file').setInputFiles(file('donors.csv', TABLE))
    await page.getByText('Nothing has been put on record yet').waitFor()
    const refused = page.getByRole('table').filter({ hasText: 'INT-56' })
    await expect
      .poll(() => refused.innerText())
      .toMatch(/row 2, Begin[\s\S]*INT-56[\s\S]*row 3, Where[\s\S]*INT-57/)
    expect(await axeFaults(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    await expect.poll(() => pixelsTooWide(page)).toBe(0)
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.getByRole('button', { name: 'Put it on record' }).click()
    await page.getByText('Statements recorded').waitFor()
    await page.getByRole('link', { name: 'Invented clinic for judges' }).click()
    await page.getByRole('heading', { name: 'Invented clinic for judges' }).waitFor()
  }, 120_000)

  it('says on screen which column is which, what a word means and in which order days stand', async () => {
    await page.goto(`${walk.address}/import`)
    await settle(page)
    await page.getByText('The file is a table of records').click()
    await page.getByLabel('Kind of record').selectOption('project')
    if (await page.getByRole('button', { name: 'Forget it' }).isVisible())
      await page.getByRole('button', { name: 'Forget it' }).click()
    await page.getByLabel('Look at the file first').check()
    await page.getByLabel('Choose a file').setInputFiles(file('other.csv', OTHER))
    const editor = page.getByRole('form', { name: 'How the columns are read' })
    await editor.waitFor()
    // no row is read yet: there is nothing to put on record
    await expect.poll(() => page.getByRole('button', { name: 'Put it on record' }).count()).toBe(0)
    await expect
      .poll(() => editor.getByRole('row', { name: /^Was macht ihr/ }).innerText())
      .toContain('Drawn course')
    await editor.getByLabel('Was macht ihr is read as').selectOption('name')
    await editor.getByLabel('Ab is read as').selectOption('start')
    await editor.getByLabel('Order of days').selectOption('dmy')
    await editor.getByLabel('Wo is read as').selectOption('countries')
    await editor.getByRole('button', { name: 'Read it again' }).click()
    await page.getByText('1 word without a meaning').click()
    await page.getByRole('combobox', { name: '“Tiflis” means' }).fill('Georg')
    await page.getByRole('option', { name: 'Georgia GE' }).click()
    expect(await axeFaults(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    await expect.poll(() => pixelsTooWide(page)).toBe(0)
    await page.setViewportSize({ width: 1440, height: 900 })
    await expect.poll(() => page.getByRole('button', { name: 'Put it on record' }).count()).toBe(0)
    const saved = page.waitForEvent('download')
    await editor.getByRole('button', { name: 'Save the mapping' }).click()
    expect(JSON.parse(await readFile(await (await saved).path(), 'utf8'))).toEqual({
      kind: 'project',
      columns: [
        { column: 'Was macht ihr', property: 'name' },
        { column: 'Ab', property: 'start', dates: 'dmy' },
        { column: 'Wo', property: 'countries', words: { Tiflis: 'GE' } },
      ],
    })
    await editor.getByRole('button', { name: 'Read it again' }).click()
    await page.getByText('1 word without a meaning').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Put it on record' }).click()
    await page.getByText('Statements recorded').waitFor()
    await page.goto(`${walk.address}/portfolio/project?q=drawn&place=GE`)
    await page.getByRole('link', { name: 'Drawn course' }).waitFor()
  }, 120_000)

  it('asks where nothing says of what kind the rows are, and looks at the same file', async () => {
    await page.goto(`${walk.address}/import`)
    await settle(page)
    await page.getByLabel('Choose a file').setInputFiles(file('donors.csv', TABLE))
    await page.locator('h2:focus', { hasText: 'donors.csv' }).waitFor()
    await page.getByLabel('Kind of record').selectOption('project')
    // the mapping of the table before is offered, and fits another one
    await page.getByRole('button', { name: 'Forget it' }).click()
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Look at the table' }).click()
    await page.getByText('Nothing has been put on record yet').waitFor()
    await page.locator('h2:focus', { hasText: 'donors.csv' }).waitFor()
  }, 120_000)

  it('takes the list away as narrowed, and loads it again without doubling anything', async () => {
    await page.goto(`${walk.address}/portfolio/project?q=invented`)
    await page.getByRole('link', { name: 'Invented course for police' }).waitFor()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'XLSX' }).click()
    const download = await saved
    expect(download.suggestedFilename()).toMatch(/^project-.*-LIMITE-TLP-AMBER\.xlsx$/)
    expect(await axeFaults(page)).toEqual([])
    const bytes = await readFile(await download.path())
    await page.goto(`${walk.address}/import`)
    await settle(page)
    await page.getByLabel('Choose a file').setInputFiles(file(download.suggestedFilename(), bytes))
    await page.getByText('Read as a table of records (XLSX).').waitFor()
    await page.goto(`${walk.address}/portfolio/project?q=invented`)
    await page.getByRole('link', { name: 'Invented course for police' }).waitFor()
    await expect.poll(() => page.getByRole('link', { name: /^Invented/ }).count()).toBe(2)
  }, 120_000)
})
