/**
 * Markings and access, walked in a real browser: who can see a case and why, marking a statement anew, a need-to-know list, a
 * case as another party would get it; each screen looked at by axe, in both themes and on a phone.
 */
import { buildDesk, runDesk, type RunningDesk } from '@demarche/testkit'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, it } from 'vitest'
import { describeInBrowser, launchBrowser, openWindow } from './in-browser.ts'
import { looksRight, settle } from './looks-right.ts'

describeInBrowser('access in a browser', 'access was not walked in a browser', () => {
  let desk: RunningDesk
  let browser: Browser
  let page: Page
  let entity = ''

  const post = (path: string, payload: object): Promise<{ entity: string }> =>
    page.evaluate(
      async ([address, body]) => {
        const answer = await fetch(address ?? '', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: body ?? '',
        })
        if (!answer.ok) throw new Error(await answer.text())
        return answer.json()
      },
      [path, JSON.stringify(payload)],
    )

  beforeAll(async () => {
    buildDesk()
    desk = await runDesk()
    browser = await launchBrowser()
    page = await (await openWindow(browser, desk.address)).newPage()
    await page.goto(desk.signInLink)
    await page.waitForURL(/\/cases/)
    const common = {
      source: { document: 'Report of the national CSIRT', date: '2026-11-20', verified: true },
      grading: { reliability: 'B', credibility: '2' },
    }
    const marking = { distribution: 'LIMITE', tlp: 'TLP:AMBER' }
    const opened = await post('/api/cases', {
      ...common,
      marking,
      assertions: [{ property: 'name', value: 'Intrusion at the port authority' }],
    })
    entity = opened.entity
    await post(`/api/cases/${entity}/statements`, {
      ...common,
      marking: { ...marking, releasableTo: ['desk'] },
      assertions: [{ property: 'injured', value: 3 }],
    })
  }, 240_000)

  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  }, 60_000)

  it('says of a case why one sees it and who else can', async () => {
    await page.goto(`${desk.address}/cases/${entity}/facts`)
    await settle(page)
    await page.getByRole('button', { name: 'Who can see this?' }).click()
    await page.getByText('Why you see it').waitFor()
    await page.getByText('part of it').first().waitFor()
    await looksRight(page, 'who-may-see')
    await page.keyboard.press('Escape')
  }, 180_000)

  it('says what a new marking changes before it is given, and keeps the old one', async () => {
    await page.goto(`${desk.address}/cases/${entity}/facts?grounds=fact:injured`)
    await page.getByRole('button', { name: 'Mark anew' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Nothing: this is its marking.').waitFor()
    await dialog.getByLabel('France').check()
    await dialog.getByText(/Can read it then: .*France/).waitFor()
    await looksRight(page, 'mark-anew')
    await dialog.getByRole('button', { name: 'Give the new marking' }).click()
    await dialog.getByRole('link', { name: 'Say why it is marked anew.' }).waitFor()
    await dialog.getByLabel('Reason').fill('Agreed with the source.')
    await dialog.getByRole('button', { name: 'Give the new marking' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('Marked anew before').click()
    await page.getByText('Agreed with the source.').waitFor()
    await looksRight(page, 'marked-anew')
  }, 180_000)

  it('shows the case as another party would get it, and leads back', async () => {
    await page.goto(`${desk.address}/cases/${entity}/documents`)
    await settle(page)
    await page.getByLabel('Show the case and its paper as a party would get it').selectOption('DE')
    await page.getByRole('heading', { name: 'As Germany would get it' }).waitFor()
    await page.getByText('1 statement is withheld').waitFor()
    await looksRight(page, 'as-germany')
    await page
      .getByRole('navigation', { name: 'Parts of this case' })
      .getByRole('link', { name: 'Facts' })
      .click()
    await page.waitForURL(/facts\?as=DE/)
    await page.getByRole('button', { name: 'Back to your own view' }).click()
    await page.waitForFunction(() => !window.location.search.includes('as='))
  }, 180_000)

  it('makes a need-to-know list, which can then be chosen', async () => {
    await page.goto(`${desk.address}/lists`)
    await page.getByText('You are on no list.').waitFor()
    await page.getByLabel('Name', { exact: true }).fill('Port, inner circle')
    await page.getByRole('button', { name: 'Make the list' }).click()
    await page.getByRole('heading', { name: 'Port, inner circle' }).waitFor()
    await looksRight(page, 'lists')
    await page.goto(`${desk.address}/cases/new`)
    await page.getByLabel('Need-to-know list').selectOption({ label: 'Port, inner circle' })
    await looksRight(page, 'new-case-on-list')
  }, 180_000)
})
