/**
 * The main job, walked in a real browser: sign in, open a precedent, see every part, open grounds by keyboard, take the
 * paper away; and the desk's screens looked at by axe in both themes.
 */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeInBrowser, startUnsigned, type Walk } from './in-browser.ts'
import { axeFaults, pixelsTooWide, settle } from './looks-right.ts'

const CASE = '/cases/case:viasat-kasat-2022'
const TABS = ['facts', 'assessment', 'attribution', 'options', 'decision', 'documents', 'history']
const PLACES = ['/procedures', '/meetings/hwpci', '/notices', '/lists', '/record', '/people', '/account']

describeInBrowser('the desk in a browser', 'the desk was not walked in a browser', () => {
  let walk: Walk & { readonly signInLink: string }
  let page: Page

  beforeAll(async () => {
    walk = await startUnsigned()
    page = walk.page
  }, 240_000)

  afterAll(async () => {
    await walk?.close()
  }, 60_000)

  it('asks for sign-in first, refuses a wrong token with a reason, and takes the link', async () => {
    await page.goto(`${walk.address}/cases`)
    await page.waitForURL(/sign-in/)
    await page.getByLabel('Link or token').fill('this-is-not-a-valid-token')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').waitFor()
    await expect.poll(() => page.getByRole('alert').textContent()).toMatch(/refused/)
    await page.goto('about:blank')
    await page.goto(walk.signInLink)
    await page.waitForURL(/\/cases/)
    expect(page.url()).not.toMatch(/token/)
    await page.getByRole('link', { name: 'KA-SAT / Viasat' }).waitFor()
  }, 180_000)

  it('finds a case by typing and opens it with j and Enter', async () => {
    await walk.open('/cases')
    await page.getByLabel('Search', { exact: true }).fill('viasat')
    await page.getByText('1 case', { exact: true }).waitFor()
    await page.locator('main').focus()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(/viasat-kasat-2022\/facts/)
    await page.getByRole('heading', { level: 1, name: 'KA-SAT / Viasat' }).waitFor()
  }, 120_000)

  it('goes to every part of the case by key', async () => {
    const keys = { facts: 'f', assessment: 'a', attribution: 't', options: 'o', documents: 'p', history: 'h' }
    for (const [tab, key] of Object.entries(keys)) {
      await page.keyboard.press('g')
      await page.keyboard.press(key)
      await page.waitForURL(new RegExp(`/${tab}`))
      await settle(page)
    }
    await expect.poll(() => page.getByRole('heading', { name: 'Turning points' }).count()).toBe(1)
  }, 180_000)

  it('opens the grounds of a verdict by keyboard, closes them with Esc and gives the focus back', async () => {
    await walk.open(`${CASE}/assessment`)
    const verdict = page.locator('.test .grounds-button').first()
    await verdict.focus()
    await page.keyboard.press('Enter')
    const grounds = page.getByRole('complementary', { name: 'Grounds' })
    await grounds.getByRole('heading', { level: 2 }).waitFor()
    await expect.poll(() => grounds.textContent()).toMatch(/Proof/)
    expect(page.url()).toMatch(/grounds=test/)
    await page.keyboard.press('Escape')
    await grounds.waitFor({ state: 'detached' })
    await page.waitForFunction(() => document.activeElement?.classList.contains('grounds-button'))
  }, 120_000)

  it('answers for a past date, says so in the frame, and keeps the date from part to part', async () => {
    await walk.open(`${CASE}/options?asOf=2019-05-16`)
    await page.getByRole('button', { name: 'Back to today' }).waitFor()
    await page
      .getByRole('navigation', { name: 'Parts of this case' })
      .getByRole('link', { name: 'Assessment' })
      .click()
    await page.waitForURL(/assessment\?asOf=2019-05-16/)
    await page.getByRole('button', { name: 'Back to today' }).click()
    await page.waitForFunction(() => !window.location.search.includes('asOf'))
  }, 120_000)

  it('puts a fact on record with its source, shows it, and undoes it', async () => {
    await walk.open(`${CASE}/facts`)
    await page.getByRole('button', { name: 'Add Other names' }).click()
    await page.getByRole('textbox', { name: /^Other names/ }).fill('Invented alias')
    await page.getByRole('button', { name: 'Put on record' }).click()
    await expect.poll(() => page.getByRole('alert').textContent()).toMatch(/Name the source/)
    await page.getByLabel('Source', { exact: true }).fill('Invented note of a test')
    await page.getByRole('button', { name: 'Put on record' }).click()
    await page.getByText('Invented note of a test').first().waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText(/^Undone/).waitFor()
    await page.waitForFunction(
      () => !document.querySelector('main')?.textContent?.includes('Invented note of a test'),
    )
  }, 180_000)

  it('REC-07 says that somebody else changed a value meanwhile, keeps what was typed, and goes on from what stands now', async () => {
    await walk.open(`${CASE}/facts`)
    await page.getByRole('button', { name: 'Correct Name', exact: true }).click()
    const name = page.getByRole('textbox', { name: /^Name/ })
    await name.fill('Our name')
    // nobody is said to have read a source that they did not name
    await expect.poll(() => page.getByLabel('Source', { exact: true }).inputValue()).toBe('')
    await expect.poll(() => page.getByLabel('I have read it at the source').isChecked()).toBe(false)
    await page.getByRole('button', { name: 'Same source as before' }).click()
    await page.getByLabel('Reason').fill('Ours.')
    const status = await page.evaluate(async () => {
      const address = '/api/cases/case:viasat-kasat-2022'
      const { statements, facts } = await (await fetch(`${address}/dossier`)).json()
      const { fact } = facts.find(({ property }: { property: string }) => property === 'name')
      const statement = fact.support[0].statement
      const answer = await fetch(`${address}/statements`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          assertions: [{ property: 'name', value: 'Their name' }],
          source: { document: 'Invented note of somebody else', verified: false },
          marking: statements[statement].marking,
          supersedes: [{ statement, property: 'name' }],
          reason: 'Theirs.',
        }),
      })
      return answer.status
    })
    expect(status).toBe(201)
    await page.getByRole('button', { name: 'Correct the record' }).click()
    const told = page.getByRole('alert').filter({ hasText: 'Somebody else changed this meanwhile' })
    await told.getByText('Their name').waitFor()
    await expect.poll(() => name.inputValue()).toBe('Our name')
    await told.getByRole('button', { name: 'Correct this instead' }).click()
    await page.getByRole('button', { name: 'Correct the record' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('heading', { level: 1, name: 'Our name' }).waitFor()
    await page.getByRole('button', { name: 'Correct Name', exact: true }).click()
    await name.fill('KA-SAT / Viasat')
    await page.getByRole('button', { name: 'Same source as before' }).click()
    await page.getByLabel('Reason').fill('As it was.')
    await page.getByRole('button', { name: 'Correct the record' }).click()
    await page.getByRole('heading', { level: 1, name: 'KA-SAT / Viasat' }).waitFor()
  }, 180_000)

  it('undoes what was put on record last with one key, and says so', async () => {
    await walk.open(`${CASE}/facts`)
    await page.getByRole('button', { name: 'Add Other names' }).click()
    await page.getByRole('textbox', { name: /^Other names/ }).fill('Second invented alias')
    await page.getByLabel('Source', { exact: true }).fill('Second invented note of a test')
    await page.getByRole('button', { name: 'Put on record' }).click()
    await page.getByText('Second invented note of a test').first().waitFor()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('u')
    await page.getByText(/^Undone/).waitFor()
    await page.waitForFunction(
      () => !document.querySelector('main')?.textContent?.includes('Second invented note of a test'),
    )
  }, 180_000)

  it('hands over the options paper as Markdown with the marking in it', async () => {
    await walk.open(`${CASE}/documents`)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Markdown', exact: true }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.md$/)
    expect(await readFile(await download.path(), 'utf8')).toMatch(/TLP:/)
  }, 120_000)

  it('goes to the register, narrows it to a case and opens an entry with its doubts', async () => {
    await walk.open('/help')
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Register' }).click()
    await page.getByText('38 listings', { exact: true }).waitFor()
    await page.locator('.filter-case select').selectOption('i-soon-2026')
    await page.getByText('3 listings', { exact: true }).waitFor()
    expect(page.url()).toMatch(/case=i-soon-2026/)
    await page.locator('main').focus()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    const grounds = page.getByRole('complementary', { name: 'Grounds' })
    await grounds.getByRole('heading', { level: 2 }).waitFor()
    await expect.poll(() => grounds.textContent()).toMatch(/Read from a transcription only/)
    await page.keyboard.press('Escape')
    await grounds.waitFor({ state: 'detached' })
  }, 120_000)

  it('finds actions and cases in the command bar', async () => {
    await walk.open('/help')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('doctrine')
    await page.getByRole('menuitem', { name: /Go to doctrine/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/doctrine/)
  }, 120_000)

  it('opens a partner by its code from the command bar, and takes no key for a shortcut while the bar is on its way', async () => {
    await walk.open('/help')
    await page.keyboard.press('Control+k')
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    const bar = page.getByRole('dialog')
    await bar.waitFor()
    expect(page.url()).toMatch(/\/help/)
    await bar.getByRole('searchbox').fill('UA')
    const ukraine = page.getByRole('menuitem', { name: /^Ukraine\s*UA$/ })
    await ukraine.waitFor()
    await bar.getByRole('searchbox').fill('list of proj')
    await page.getByRole('menuitem', { name: 'List of projects' }).waitFor()
    await bar.getByRole('searchbox').fill('Ukraine')
    await ukraine.waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/partners\/UA/)
  }, 120_000)

  describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
    it.each([
      '/cases',
      '/cases/new',
      '/import',
      ...TABS.map((tab) => `${CASE}/${tab}`),
      `${CASE}/assessment?grounds=dimension:scope`,
      '/register',
      '/register?case=cloud-hopper&grounds=listing:p01',
      '/doctrine',
      '/doctrine/test-significant-effect',
      ...PLACES,
      '/help',
      '/sign-in',
    ])(
      'has nothing for axe to say about %s',
      async (path) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await walk.open(path)
        if (path.includes('grounds=')) await page.locator('.grounds h2').waitFor()
        expect(await axeFaults(page)).toEqual([])
        await expect.poll(() => pixelsTooWide(page)).toBe(0)
      },
      120_000,
    )
  })

  it.each([
    '/cases',
    '/cases/new',
    ...TABS.map((tab) => `${CASE}/${tab}`),
    '/register',
    '/doctrine',
    ...PLACES,
    '/help',
  ])(
    'fits a phone: %s',
    async (path) => {
      await page.setViewportSize({ width: 390, height: 844 })
      await walk.open(path)
      await expect.poll(() => pixelsTooWide(page)).toBe(0)
    },
    120_000,
  )

  it('met no defect on the way', () => {
    expect(walk.defects).toEqual([])
  })
})
