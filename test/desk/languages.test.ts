/**
 * The desk in another language than English, in a real browser: chosen in the account menu, kept, said to assistive
 * technology, walked from the cases to the portfolio; no key shows, nothing is too wide, axe finds nothing.
 */
import { tagOf } from '@demarche/core/kernel/language.ts'
import { OFFERED_LANGUAGES } from '../../packages/desk/src/languages.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser, launchBrowser, startWalk, type Walk } from './in-browser.ts'
import { axeFaults, pixelsTooWide } from './looks-right.ts'

const CASE = '/cases/case:viasat-kasat-2022'
const PLACES = [
  '/cases',
  ...['facts', 'assessment', 'attribution', 'options', 'decision', 'documents', 'history'].map(
    (tab) => `${CASE}/${tab}`,
  ),
  '/portfolio',
  '/portfolio/project',
  '/portfolio/records/project:glacy-plus',
  '/register',
  '/procedures',
  '/meetings/hwpci',
  '/notices',
  '/account',
  '/help',
]
/** `portfolio.sort.name.asc` where a text should stand */
const KEY = /(?<![\w/@:.-])(?:[a-z]+[A-Za-z]*\.){1,3}[a-z]+[A-Z][A-Za-z]*(?![\w/@-])/

describeInBrowser('the desk in French', 'the desk was not walked in French', () => {
  let walk: Walk
  let page: Page

  beforeAll(async () => {
    walk = await startWalk()
    page = walk.page
  }, 240_000)

  afterAll(async () => {
    await walk?.close()
  }, 60_000)

  it('is chosen in the account menu, by the name of the language in itself, and the page says so', async () => {
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en')
    await page.locator('.account-open').click()
    await page.getByLabel('Language').selectOption({ label: 'français' })
    await page.getByRole('heading', { level: 1, name: 'Dossiers' }).waitFor()
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('fr')
    await expect.poll(() => page.getByText('restent dans la langue dans laquelle').isVisible()).toBe(true)
  }, 120_000)

  it('is kept for the next visit, and a screen says dates, counts and kinds of record in it', async () => {
    await walk.open(`${CASE}/facts`)
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('fr')
    await page.getByRole('link', { name: 'Évaluation' }).first().waitFor()
    await expect.poll(() => page.locator('main').innerText()).toMatch(/24 février 2022/)
    await walk.open('/portfolio/project')
    await page.getByRole('heading', { level: 1, name: 'Projets' }).waitFor()
    await expect.poll(() => page.locator('main').innerText()).toMatch(/\d+ fiches/)
    await page.getByRole('columnheader', { name: 'Bailleurs' }).waitFor()
  }, 120_000)

  it('names the parties as which a paper is written in it, and compares precedents no wider than a phone', async () => {
    await walk.open(`${CASE}/documents`)
    const asParty = page.locator('#view-as option[value="DE"]')
    await expect.poll(() => asParty.textContent()).toBe('Allemagne')
    const forParty = page.locator('section[aria-labelledby="archive-title"] option[value="DE"]')
    await expect.poll(() => forParty.textContent()).toBe('Allemagne')
    await page.locator('#view-as').selectOption('DE')
    await page.getByRole('heading', { name: /Allemagne/ }).waitFor()
    await walk.open(`${CASE}/options`)
    await page.setViewportSize({ width: 390, height: 844 })
    for (const summary of await page.locator('.precedents summary').all()) await summary.click()
    await expect.poll(() => pixelsTooWide(page)).toBe(0)
    await page.setViewportSize({ width: 1440, height: 900 })
  }, 120_000)

  it.each(PLACES)(
    '%s shows no key, is not too wide on either width, and axe finds nothing',
    async (place) => {
      await walk.open(place)
      const shown = await page.locator('body').innerText()
      expect(shown.match(KEY)?.[0]).toBeUndefined()
      expect(await axeFaults(page)).toEqual([])
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 })
        await expect.poll(() => pixelsTooWide(page), { message: `at ${width} px` }).toBeLessThanOrEqual(0)
      }
      await page.setViewportSize({ width: 1440, height: 900 })
    },
    120_000,
  )

  it.each(OFFERED_LANGUAGES.filter((language) => language !== 'en' && language !== 'fr'))(
    'gives way to %s: the widest tables show no key and are not too wide on either width',
    async (language) => {
      await walk.open('/cases')
      await page.locator('.account-open').click()
      await page.locator('.language-choice select').selectOption(language)
      await page.locator(`html[lang^="${language}"]`).waitFor()
      for (const place of [
        `${CASE}/facts`,
        `${CASE}/options`,
        '/norms',
        '/portfolio/records/project:glacy-plus',
      ]) {
        await walk.open(place)
        await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(tagOf(language))
        expect((await page.locator('body').innerText()).match(KEY)?.[0], place).toBeUndefined()
        for (const width of [1440, 390]) {
          await page.setViewportSize({ width, height: 900 })
          await expect
            .poll(() => pixelsTooWide(page), { message: `${place} at ${width} px` })
            .toBeLessThanOrEqual(0)
        }
        await page.setViewportSize({ width: 1440, height: 900 })
      }
    },
    120_000,
  )

  it('is the first language for a browser that prefers it', async () => {
    const other = await launchBrowser()
    const window = await (await other.newContext({ locale: 'fr-BE' })).newPage()
    window.setDefaultTimeout(60_000)
    await window.goto(`${walk.address}/sign-in`)
    await window.getByRole('heading', { level: 1, name: 'Connexion' }).waitFor()
    await expect.poll(() => window.locator('html').getAttribute('lang')).toBe('fr')
    await other.close()
  }, 120_000)
})
