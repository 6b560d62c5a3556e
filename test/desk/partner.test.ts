/**
 * The page of a partner in a real browser: found and opened down to a source by keyboard alone, right on a desk and on a
 * phone, and a brief of two pages on paper.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Marking, PUBLIC } from '@demarche/core'
import type { DeskUnderTest } from '../../packages/server/test/desk-under-test.ts'
import { describeInBrowser, startSeat } from './in-browser.ts'
import { looksRight, settle } from './looks-right.ts'

/** Moves from row to row until the one with these words has the focus. */
async function moveTo(page: Page, words: string): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('j')
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (focused.includes(words)) return
  }
  throw new Error(`no row says "${words}"`)
}

async function open(
  desk: DeskUnderTest,
  kind: string,
  facts: Readonly<Record<string, unknown>>,
  isVerified = true,
  marking: Marking = PUBLIC,
): Promise<string> {
  const answer = await desk.ask({
    method: 'POST',
    url: '/api/portfolio/records',
    payload: {
      kind,
      assertions: Object.entries(facts).map(([property, value]) => ({ property, value })),
      source: { document: 'A release', verified: isVerified },
      marking,
    },
  })
  expect(answer.statusCode).toBe(201)
  return String(answer.json().entity)
}

async function pagesOnPaper(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

describeInBrowser(
  'the page of a partner',
  'neither the page of a partner nor its two pages on paper are seen',
  () => {
    let walk: Awaited<ReturnType<typeof startSeat>>
    let page: Page

    beforeAll(async () => {
      walk = await startSeat()
      page = walk.page
    }, 180_000)
    afterAll(async () => {
      await walk?.close()
      expect(walk?.defects).toEqual([])
    })

    it('is found by its code and opened down to the source of an open commitment, by keyboard alone', async () => {
      await page.goto(`${walk.address}/partners`)
      await settle(page)
      await page.keyboard.type('gb')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/partners\/GB/)
      await settle(page)
      await expect.poll(() => page.locator('h1').textContent()).toBe('United Kingdom')
      await moveTo(page, 'Hold the fourth round')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/portfolio\/records\/commitment:eu-uk-fourth-round/)
      await settle(page)
      await moveTo(page, '31 December 2026')
      await page.keyboard.press('Enter')
      await page.getByText('EEAS, EU–UK third cyber dialogue').first().waitFor()
    })

    it('is led to by the name of a place wherever a record says it', async () => {
      await page.getByRole('link', { name: 'United Kingdom' }).first().click()
      await page.waitForURL(/\/partners\/GB/)
    })

    it.each([
      ['ua', 'UA'],
      ['eu', 'EU'],
      ['org-eu', 'EU'],
    ])('is one page however its code is written: %s', async (written, code) => {
      await page.goto(`${walk.address}/partners/${written}?asOf=2025-01-01`)
      await page.waitForURL(new RegExp(`/partners/${code}\\?asOf=2025-01-01`))
      await page.locator('h1').waitFor()
    })

    it.each(['atlantis', 'XQ'])('is none for a code that names nobody: %s', async (code) => {
      await page.goto(`${walk.address}/partners/${code}`)
      await page.getByRole('heading', { level: 1, name: 'No such partner' }).waitFor()
      await page.locator('main').getByRole('link', { name: 'Partners' }).click()
      await page.waitForURL(/\/partners$/)
    })

    it('counts under one heading only what names it where more runs there through a region', async () => {
      await page.goto(`${walk.address}/partners/UA`)
      await settle(page)
      const runs = page.locator('section[aria-labelledby="running"]')
      await expect.poll(() => runs.getByText('through a region').count()).toBeGreaterThan(0)
      const [, all] = /All (\d+) projects that name Ukraine/.exec((await runs.textContent()) ?? '') ?? []
      expect(Number(all)).toBeGreaterThan(0)
    })

    it.each(['partners', 'partners/western-balkans', 'portfolio/project?place=XK', 'partners/XK'])(
      'has the note on status where it names Kosovo: %s',
      async (path) => {
        await page.goto(`${walk.address}/${path}`)
        await page.getByText('Kosovo*').first().waitFor({ state: 'attached' })
        await page
          .getByText(/without prejudice to positions on status/)
          .first()
          .waitFor({ state: 'attached' })
      },
    )

    it.each(['partners', 'partners/UA', 'partners/US', 'partners/XK', 'partners/western-balkans'])(
      'looks right: %s',
      async (path) => {
        await page.goto(`${walk.address}/${path}`)
        await looksRight(page, path.replace('/', '-'))
      },
    )

    it.each(['UA', 'GB', 'US', 'RU', 'org-un'])('of %s is two pages on paper', async (code) => {
      await page.goto(`${walk.address}/partners/${code}`)
      await settle(page)
      await expect.poll(() => pagesOnPaper(page)).toBeLessThanOrEqual(2)
    })

    it('of a State with votes and shutdowns is two pages on paper, which say how many are left out', async () => {
      const long = 'with a name as long as a whole paragraph of a collection of events, '.repeat(6)
      for (let index = 0; index < 26; index += 1) {
        const start = `2025-01-${String(index + 1).padStart(2, '0')}`
        await open(walk.desk, 'restriction', { name: `Shutdown ${index} ${long}`, party: ['IR'], start })
        for (const vote of ['inFavour', 'against', 'abstained'])
          await open(walk.desk, 'vote', { name: `Resolution ${index} on security`, [vote]: ['IR'], start })
      }
      await page.goto(`${walk.address}/partners/IR`)
      await settle(page)
      const unknown = page.getByRole('region', { name: 'What we do not know' })
      await expect.poll(() => unknown.getByRole('listitem').count()).toBeGreaterThan(3)
      await expect.poll(() => pagesOnPaper(page)).toBeLessThanOrEqual(2)
      await page.emulateMedia({ media: 'print' })
      const rows = unknown.getByRole('listitem').filter({ visible: true })
      await expect.poll(() => rows.count()).toBe(3)
      await expect
        .poll(() =>
          unknown
            .getByText(/^\s*and \d+ more$/)
            .filter({ visible: true })
            .count(),
        )
        .toBe(1)
      await page.emulateMedia({ media: null })
    }, 180_000)

    it('shows votes on rival resolutions side by side with their days, and whose judgement it is', async () => {
      const own = { name: 'Developments in ICT security', symbol: 'A/RES/73/27', start: '2018-12-05' }
      const developments = await open(walk.desk, 'vote', { ...own, inFavour: ['KE'] })
      const rival = { name: 'Advancing behaviour', symbol: 'A/RES/73/266', start: '2018-12-22' }
      await open(walk.desk, 'vote', { ...rival, against: ['KE'], rivalOf: developments }, false)
      await open(walk.desk, 'vote', { name: 'ICT crime', symbol: 'A/RES/73/187', inFavour: ['KE'] })
      await page.goto(`${walk.address}/partners/KE`)
      const pair = page.locator('.partner-rivals li')
      await pair.getByText('to be confirmed').waitFor()
      const sides = await pair.locator('div').allTextContents()
      expect(sides).toEqual([
        expect.stringMatching(/^In favour Developments in ICT security A\/RES\/73\/27, 5 December 2018/),
        expect.stringMatching(/^Against Advancing behaviour A\/RES\/73\/266, 22 December 2018/),
      ])
      await page.getByText('In favour: ICT crime A/RES/73/187').waitFor()
      await looksRight(page, 'partners-KE-rivals')
    })

    it('shows its brief as another party would get it, and hands that over (ACS-14)', async () => {
      const promise = { by: ['MA'], due: '2001', standing: 'open' }
      const own: Marking = { distribution: 'LIMITE', tlp: 'TLP:AMBER', releasableTo: ['desk'] }
      await open(walk.desk, 'commitment', { ...promise, name: 'They name a contact' })
      await open(walk.desk, 'commitment', { ...promise, name: 'They explain the outage' }, true, own)
      await page.goto(`${walk.address}/partners/MA`)
      const brief = page.getByRole('region', { name: 'Brief for the next round' })
      await brief.getByRole('button', { name: /^Look at it/ }).focus()
      await page.keyboard.press('Enter')
      await brief.getByText(/Ask when this will be kept: They explain the outage/).waitFor()
      await brief.getByLabel('Write it as a party would get it').selectOption('France')
      await brief.getByText(/As FR would get it: a preview, not for circulation/).waitFor()
      await brief.getByText(/Ask when this will be kept: They name a contact/).waitFor()
      await expect.poll(() => brief.getByText(/outage|REL desk/).count()).toBe(0)
      await looksRight(page, 'partners-MA-brief')
      const saved = page.waitForEvent('download')
      await brief.getByRole('button', { name: /^Markdown/ }).focus()
      await page.keyboard.press('Enter')
      expect((await saved).suggestedFilename()).toMatch(/^brief-MA-[\d-]+-TLP-CLEAR-as-FR\.md$/)
    }, 180_000)

    it('folds away on paper what would not fit, and says how much', async () => {
      for (let index = 0; index < 20; index += 1) {
        const name = `Number ${index} of many that together would fill pages`
        await open(walk.desk, 'commitment', { name, by: ['EU'], towards: ['UA'], due: `20${30 + index}` })
        await open(walk.desk, 'project', { name, countries: ['UA'], start: '2020', end: `20${30 + index}` })
        await open(walk.desk, 'meeting', {
          name,
          partners: ['UA'],
          start: `20${index + 30}`,
          agenda: ['norms'],
        })
      }
      await page.goto(`${walk.address}/partners/UA`)
      await settle(page)
      await expect
        .poll(() => page.getByText('and 10 more').filter({ visible: true }).count())
        .toBeGreaterThan(0)
      await expect.poll(() => pagesOnPaper(page)).toBeLessThanOrEqual(2)
    })
  },
  300_000,
)
