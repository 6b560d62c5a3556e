/**
 * The portfolio, walked in a real browser: from the overview to a list narrowed by keyboard, a record, a value that nobody had
 * stated, and a commitment made at a meeting; each screen looked at by axe, in both themes and on a phone.
 */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser, startWalk, type Walk, takeChoice } from './in-browser.ts'
import { looksRight, settle } from './looks-right.ts'

describeInBrowser('the portfolio in a browser', 'the portfolio was not walked in a browser', () => {
  let walk: Walk
  let page: Page

  const records = (count: string) => page.getByRole('status').getByText(count, { exact: true }).waitFor()

  /** By keyboard alone: type some of a name, go to the choice, take it. */
  const choose = async (field: Locator, some: string, choice: string): Promise<void> => {
    await field.focus()
    await page.keyboard.type(some)
    await takeChoice(page, choice)
  }

  beforeAll(async () => {
    walk = await startWalk()
    page = walk.page
  }, 240_000)

  afterAll(async () => {
    await walk?.close()
    expect(walk?.defects).toEqual([])
  }, 60_000)

  it('shows every kind with what the reader sees of it', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Portfolio' }).click()
    await page.getByRole('heading', { name: 'Dialogues and processes' }).waitFor()
    await looksRight(page, 'portfolio')
  }, 180_000)

  it('narrows a list by keyboard, and keeps it in the address', async () => {
    for (let step = 0; step < 30; step += 1) {
      if ((await page.evaluate(() => document.activeElement?.textContent)) === 'Projects') break
      await page.keyboard.press('j')
    }
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Projects' }).waitFor()
    await records('64 records')
    await choose(page.getByRole('combobox', { name: 'Country or organisation' }), 'gha', 'Ghana')
    await page.waitForURL(/place=GH/)
    await page.keyboard.press('Tab')
    await page.keyboard.type('Pros')
    await page.waitForURL(/f\.themes=criminal-justice/)
    await page.getByRole('link', { name: /^GLACY\+/ }).waitFor()
    const address = page.url()
    await looksRight(page, 'records')
    await page.goto(address)
    await page.getByRole('link', { name: /^GLACY\+/ }).waitFor()
    await expect
      .poll(() => page.getByRole('combobox', { name: 'Country or organisation' }).inputValue())
      .toBe('Ghana')
    await page.getByRole('searchbox', { name: 'Search' }).fill('zzz')
    await records('0 records')
    await looksRight(page, 'records-none')
    await page.getByRole('button', { name: 'Clear search and filters' }).click()
    await records('64 records')
  }, 180_000)

  it('shows a record with every value beside its source, and what sources disagree on', async () => {
    await page.getByRole('searchbox', { name: 'Search' }).fill('glacy+')
    await records('1 record')
    await page.getByRole('link', { name: /^GLACY\+/ }).click()
    await page.getByRole('heading', { level: 1, name: /^GLACY\+/ }).waitFor()
    await page.getByText('Sources differ: 4 values stand side by side.').click()
    await page.getByRole('complementary', { name: 'Grounds' }).getByText('4 statements').waitFor()
    await looksRight(page, 'record-grounds')
    await page.keyboard.press('Escape')
    await page.getByText('What was put on record, when and by whom').click()
    await page.getByRole('heading', { name: /statements, newest record first/ }).waitFor()
    await looksRight(page, 'record')
    await page.getByRole('link', { name: 'GLACY: Global Action on Cybercrime' }).first().click()
    await page.getByRole('heading', { name: /^Succeeded by/ }).waitFor()
  }, 180_000)

  it('takes a value that nobody had stated, and undoes it', async () => {
    await page.goto(`${walk.address}/portfolio/records/meeting:eu-uk-dialogue-2`)
    await settle(page)
    const work = page.getByRole('region', { name: 'What is not known' })
    await work.getByRole('button', { name: 'State it Topics' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Topics').fill('ransomware, capacity building')
    await looksRight(page, 'record-state')
    await dialog.getByRole('button', { name: 'Put on record' }).click()
    await dialog.getByRole('heading', { name: 'There is something to put right' }).waitFor()
    await dialog.getByLabel('Source', { exact: true }).fill('EEAS release, 6 December 2024')
    await dialog.getByRole('button', { name: 'Put on record' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^ransomware, capacity building/ }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await work.getByRole('button', { name: 'State it Topics' }).waitFor()
  }, 180_000)

  it('puts a commitment on record from the meeting at which it was made', async () => {
    const tied = page.getByRole('region', { name: 'Commitments made there' })
    await tied.getByRole('link', { name: 'New commitment' }).click()
    await page
      .getByRole('group', { name: 'Made at' })
      .getByText('EU–UK cyber dialogue, second round')
      .waitFor()
    await page.getByLabel('Commitment', { exact: true }).fill('Share lessons from the exercise')
    const by = page.getByRole('group', { name: 'By', exact: true })
    await choose(by.getByRole('combobox'), 'united k', 'United Kingdom')
    await by.getByRole('button', { name: 'Remove United Kingdom' }).waitFor()
    await page.getByLabel('Due').fill('2026-12')
    await page.getByLabel('Standing').selectOption('open')
    await looksRight(page, 'new-record')
    await page.getByLabel('Source', { exact: true }).fill('Report of the delegation')
    await page.getByRole('button', { name: 'Put on record' }).click()
    await page.getByRole('heading', { level: 1, name: 'Share lessons from the exercise' }).waitFor()
    await page.getByRole('link', { name: 'EU–UK cyber dialogue, second round' }).first().click()
    await tied.getByRole('link', { name: 'Share lessons from the exercise' }).waitFor()
    await looksRight(page, 'record-meeting')
  }, 180_000)

  it('retracts a record that was entered by mistake, and takes that back', async () => {
    await page.getByRole('link', { name: 'Share lessons from the exercise' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Share lessons from the exercise' }).waitFor()
    await page.getByRole('button', { name: 'Retract the record…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Retract', exact: true }).click()
    await dialog.getByRole('heading', { name: 'There is something to put right' }).waitFor()
    await dialog.getByLabel('Reason').fill('Agreed at the next meeting')
    await looksRight(page, 'record-retract')
    await dialog.getByRole('button', { name: 'Retract', exact: true }).click()
    await page.getByText(/^Retracted on .*: Agreed at the next meeting$/).waitFor()
    // what was retracted is still called by its name, and is not a list of gaps
    await page.getByRole('heading', { level: 1, name: 'Share lessons from the exercise' }).waitFor()
    await expect.poll(() => page.getByText(/nobody has stated/).count()).toBe(0)
    await looksRight(page, 'record-retracted')
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: 'Retract the record…' }).waitFor()
    await page.getByRole('heading', { level: 1, name: 'Share lessons from the exercise' }).waitFor()
  }, 180_000)
})
