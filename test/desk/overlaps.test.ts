/**
 * Overlaps, by keyboard in a real browser: the pairs with their reasons, a word of one's own beside that of the desk, the
 * section on the page of a project, a plan that is compared and not recorded; looked at by axe on a desk and on a phone.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser, startWalk, type Walk, takeChoice } from './in-browser.ts'
import { looksRight, settle } from './looks-right.ts'

describeInBrowser('overlaps in a browser', 'overlaps were not walked in a browser', () => {
  let walk: Walk
  let page: Page

  beforeAll(async () => {
    walk = await startWalk()
    page = walk.page
  }, 240_000)

  afterAll(async () => {
    await walk?.close()
  }, 60_000)

  /** Presses Tab until what has the focus is called so. */
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let step = 0; step < 120; step += 1) {
      await page.keyboard.press('Tab')
      const text = await page.evaluate(() => document.activeElement?.textContent ?? '')
      if (name.test(text)) return
    }
    throw new Error(`no way by Tab to ${name.source}`)
  }

  it('lists pairs with both sides and their reasons, and no score', async () => {
    await walk.open('/overlaps')
    const first = page.getByRole('article').first()
    await first.waitFor()
    await expect.poll(() => first.getByText('possible duplicate', { exact: true }).count()).toBe(1)
    await expect.poll(() => first.getByRole('heading', { name: 'Why' }).count()).toBe(1)
    await expect.poll(() => first.getByRole('table').getByRole('row').count()).toBe(6)
    await expect.poll(() => page.locator('main').textContent()).not.toMatch(/score|0\.\d/)
    await looksRight(page, 'overlaps')
  }, 180_000)

  it('is narrowed by outcome; a synergy names who could share what with whom', async () => {
    await walk.open('/overlaps?outcome=synergy')
    await page.getByRole('article').first().waitFor()
    const shares = await page.getByText(/^Who could share what with whom: /).count()
    expect(shares).toBeGreaterThan(0)
  }, 120_000)

  it('takes a word of somebody beside what was found, by keyboard alone, and not without grounds', async () => {
    await walk.open('/overlaps?outcome=duplicate')
    const card = page.getByRole('article').first()
    await card.waitFor()
    await page.locator('main').focus()
    await tabTo(/^Say otherwise/)
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await dialog.getByLabel('unrelated').focus()
    await page.keyboard.press('Space')
    await dialog.getByRole('button', { name: 'Put on record' }).focus()
    await page.keyboard.press('Enter')
    await dialog.getByRole('alert').waitFor()
    await expect.poll(() => dialog.getByRole('alert').textContent()).toMatch(/Say why/)
    await dialog.getByLabel('Grounds').focus()
    await page.keyboard.type('Both teams were asked: they reach other courts.')
    await looksRight(page, 'overlap-verdict')
    await dialog.getByRole('button', { name: 'Put on record' }).focus()
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(/: unrelated\. Both teams were asked/).waitFor()
    await expect.poll(() => card.getByText(/^The desk found a possible duplicate/).count()).toBe(1)
  }, 240_000)

  it('stands on the page of a project, and of no other kind', async () => {
    await walk.open('/overlaps?judged=yes')
    const card = page.getByRole('article').first()
    await card.waitFor()
    await card.getByRole('table').getByRole('link').first().click()
    await page.waitForURL(/records\/project:/)
    await page.getByRole('heading', { level: 2, name: 'Overlaps' }).waitFor()
    const lines = page.locator('.pair-line')
    await lines.first().waitFor()
    await expect.poll(() => lines.count()).toBeLessThanOrEqual(5)
    await expect.poll(() => page.getByRole('article').count()).toBe(0)
    for (const line of await lines.all()) await line.locator('summary').click()
    await page.getByText(/: unrelated\. Both teams were asked/).waitFor()
    await page.getByRole('link', { name: 'Open the verdict' }).click()
    await page.waitForURL(/records\/overlap-verdict:/)
    await settle(page)
    await expect.poll(() => page.getByRole('heading', { level: 2, name: 'Overlaps' }).count()).toBe(0)
  }, 120_000)

  it('compares a plan by keyboard and records nothing of it', async () => {
    await walk.open('/overlaps/plan')
    await page.getByLabel('Name', { exact: true }).focus()
    await page.keyboard.type('Courts and bytes')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Train prosecutors and judges to handle electronic evidence.')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Moldova')
    await takeChoice(page, 'Moldova')
    await page.getByLabel('Start').focus()
    await page.keyboard.type('2024')
    await page.getByLabel('End').focus()
    await page.keyboard.type('2027')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /^What the plan meets/ }).waitFor()
    await page.getByText(/^Read out of the plan: it works in Moldova, on .*Prosecutors/).waitFor()
    await expect.poll(() => page.getByRole('article').count()).toBeGreaterThan(0)
    await expect.poll(() => page.getByRole('button', { name: /^Confirm/ }).count()).toBe(0)
    await looksRight(page, 'overlap-plan')
    await page.getByLabel('Start').fill('next spring')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await page.getByRole('article').first().waitFor({ state: 'detached' })
    await walk.open('/portfolio/project?q=Courts and bytes')
    await page.getByText('Nothing found').waitFor()
  }, 240_000)

  it('broke nothing on the way', () => {
    expect(walk.defects).toEqual([])
  })
})
