/**
 * A text is negotiated in real browsers: the chair lays it, a delegate amends it, the chair accepts; what was typed
 * outlives a lost connection and a reload; the what-if board is moved by keyboard and mailed by its address.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, openDeclaration, propose } from '../../packages/server/test/a-declaration.ts'
import type { DeskUnderTest, SignedInForTest } from '../../packages/server/test/desk-under-test.ts'
import { describeInBrowser, launchBrowser, seatAt, serveDesk } from './in-browser.ts'
import { axeFaults, pixelsTooWide, settle } from './looks-right.ts'

const MARKING = { distribution: 'LIMITE', tlp: 'TLP:GREEN' } as const

describeInBrowser('a text and a vote, negotiated in browsers', 'no text was negotiated in a browser', () => {
  let desk: DeskUnderTest
  let address: string
  let browser: Browser
  let entity: string
  let hungary: Page
  let chair: Page
  const defects: string[] = []

  const seat = (who: SignedInForTest): Promise<Page> => seatAt(browser, address, who, defects)
  const open = async (page: Page, path: string): Promise<void> => {
    await page.goto(address + path)
    await settle(page)
  }
  const tab = (name: string) => `/procedures/${entity}/${name}`

  beforeAll(async () => {
    ;({ desk, address } = await serveDesk())
    const estonia = await desk.signInAs({ party: 'EE', role: 'delegate' })
    const presidency = await desk.signInAs({ party: 'IE', role: 'chair' })
    ;({ entity } = await openDeclaration(
      estonia,
      'Declaration on the port authority',
      MARKING,
      'Intrusion at the port authority',
    ))
    await propose(estonia, entity)
    await act(presidency, entity, { verb: 'put-on-agenda', body: 'hwpci', meeting: '2026-11-26' })
    await act(estonia, entity, { verb: 'state-position', position: 'support' })
    browser = await launchBrowser()
    hungary = await seat(await desk.signInAs({ party: 'HU', role: 'delegate' }))
    chair = await seat(presidency)
  }, 240_000)

  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  }, 60_000)

  it('is laid by the chair, who pastes it', async () => {
    await open(chair, tab('text'))
    await chair
      .getByLabel('First text')
      .fill('The Union strongly condemns the attack.\n\nIt calls on all States to respect the norms.')
    await chair.getByRole('button', { name: 'Lay the text, 2 paragraphs' }).click()
    await chair.getByRole('heading', { name: 'Joint text, version 1' }).waitFor()
    await expect
      .poll(() => chair.locator('.paragraph-text').allTextContents())
      .toEqual(['The Union strongly condemns the attack.', 'It calls on all States to respect the norms.'])
  }, 120_000)

  it('keeps what a delegate types over a lost connection and a reload', async () => {
    await open(hungary, tab('text'))
    await hungary.getByRole('button', { name: 'Propose other words (Paragraph 1)' }).click()
    await hungary.getByLabel('Words', { exact: true }).fill('The Union condemns the attack.')
    await hungary.route('**/acts', (route) => route.abort())
    await hungary.getByRole('button', { name: 'Propose the amendment' }).click()
    await hungary.getByText('What you typed is still here.').waitFor()
    await hungary.unroute('**/acts')
    await hungary.reload()
    await settle(hungary)
    await expect
      .poll(() => hungary.getByLabel('Words', { exact: true }).inputValue())
      .toBe('The Union condemns the attack.')
    await expect.poll(() => hungary.locator('.preview del').textContent()).toContain('strongly')
    await hungary.getByRole('button', { name: 'Propose the amendment' }).click()
    await hungary.getByRole('article', { name: 'Amendment HU-1' }).waitFor()
    await expect
      .poll(() =>
        hungary.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('typed'))),
      )
      .toEqual([])
  }, 120_000)

  it('shows the chair what came in between before the decision is taken', async () => {
    await open(chair, tab('text'))
    const poland = await desk.signInAs({ party: 'PL', role: 'delegate' })
    const { head } = (await poland.ask({ method: 'GET', url: `/api/procedures/${entity}` })).json()
    // the page of the chair is told nothing of it before the chair decides
    let decided = false
    await chair.route('**/api/procedures/procedure*/**', (route) => {
      decided = true
      return route.fallback()
    })
    await chair.route(`**/api/procedures/${encodeURIComponent(entity)}`, (route) =>
      decided ? route.fallback() : route.abort(),
    )
    await poland.ask({
      method: 'POST',
      url: `/api/procedures/${entity}/acts`,
      payload: { act: { verb: 'state-position', position: 'support' }, follows: head },
    })
    const accept = chair.getByRole('button', { name: 'Accept' })
    await accept.click()
    const between = chair.getByRole('alert').filter({ hasText: 'Others have gone on meanwhile' })
    await between.getByRole('listitem').filter({ hasText: 'PL' }).waitFor()
    await chair.unrouteAll()
    await chair.getByRole('button', { name: 'I have read it; let me send again' }).click()
    await accept.click()
    await chair.getByRole('heading', { name: 'Joint text, version 2' }).waitFor()
    await expect
      .poll(() => chair.locator('.paragraph-text').first().textContent())
      .toBe('The Union condemns the attack.')
    await expect
      .poll(() => chair.locator('[aria-labelledby="given-up-title"]').textContent())
      .toMatch(/strongly/)
  }, 120_000)

  it('hands the text over as a draft declaration, looked at first', async () => {
    await open(chair, tab('documents'))
    await chair.getByRole('button', { name: /^Look at it Draft declaration/ }).click()
    await chair.locator('.rendered').getByText('The Union condemns the attack.').waitFor()
    const [download] = await Promise.all([
      chair.waitForEvent('download'),
      chair.getByRole('button', { name: /^OpenDocument \(ODT\) Draft declaration/ }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^draft-declaration-.*\.odt$/)
  }, 120_000)

  it('is played through on the what-if board by keyboard, and the address keeps the board', async () => {
    await open(hungary, tab('what-if'))
    await hungary.getByText('As on record: nobody has been moved.').waitFor()
    await hungary.locator('.what-if-bar select').selectOption('rule-cfsp-unanimity')
    await hungary.getByRole('radio', { name: /^Hungary: unknown/ }).focus()
    // from unknown, the last of the six, on to the first and the second
    await hungary.keyboard.press('ArrowRight')
    await hungary.keyboard.press('ArrowRight')
    await hungary.locator('.outcome-word', { hasText: 'Not adopted' }).waitFor()
    await hungary.waitForFunction(() => window.location.search.includes('move=HU%3Ano'))
    const mailed = new URL(hungary.url())
    await open(chair, mailed.pathname + mailed.search)
    await expect.poll(() => chair.getByRole('radio', { name: 'Hungary: no' }).isChecked()).toBe(true)
    await chair.getByText(/^1 moved against the record: HU no\./).waitFor()
    await chair
      .getByRole('button', { name: /^Put on the board: .*HU.*: abstains/ })
      .first()
      .click()
    await chair.locator('.outcome-word', { hasText: 'Adopted' }).waitFor()
    await chair.getByRole('button', { name: 'Back to what is on record' }).click()
    await chair.getByText('As on record: nobody has been moved.').waitFor()
    const { procedure } = (await desk.ask({ method: 'GET', url: `/api/procedures/${entity}` })).json()
    const said = procedure.positions.find(({ party }: { party: string }) => party === 'HU')
    expect(said).toMatchObject({ position: null, stance: 'unknown' })
  }, 120_000)

  it('lies on the table of its meeting, and an empty table says so', async () => {
    await open(chair, '/meetings/hwpci?on=2026-11-26')
    await chair.getByRole('heading', { name: /1\. Declaration on the port authority/ }).waitFor()
    await expect.poll(() => chair.locator('.matrix tbody tr').count()).toBe(27)
    await open(chair, '/meetings/council?on=2026-11-26')
    await chair.getByText('Nothing is on the table that you may see.').waitFor()
  }, 120_000)

  describe.each([1440, 390])('at %i pixels', (width) => {
    it.each(['what-if', 'text', 'documents', 'meeting'])(
      'has nothing for axe to say about %s in both themes, and does not scroll sideways',
      async (name) => {
        await chair.setViewportSize({ width, height: 900 })
        for (const colorScheme of ['light', 'dark'] as const) {
          await chair.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
          await open(chair, name === 'meeting' ? '/meetings/hwpci?on=2026-11-26' : tab(name))
          expect(await axeFaults(chair)).toEqual([])
          await expect.poll(() => pixelsTooWide(chair)).toBe(0)
        }
      },
      120_000,
    )
  })

  it('met no defect on the way', () => {
    expect(defects).toEqual([])
    expect(desk.defects).toEqual([])
  })
})
