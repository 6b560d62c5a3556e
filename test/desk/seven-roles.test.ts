/**
 * One case, seven roles of many parties, each at a browser of their own: Viasat, from the report of one capital to the record
 * read as a story. The joints are walked on the screens; what happens between them is done by the addresses that these use.
 *
 * The desk under test has a clock of its own. Next door: `seven-roles-report.ts` is how it begins, `seven-roles-record.ts` how
 * it ends; `procedure-walk.test.ts`, `negotiation.test.ts`.
 */
import type { Dossier } from '@demarche/core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signRightsCheck } from '../../packages/server/test/a-rights-check.ts'
import { describeInBrowser } from './in-browser.ts'
import { looksRight, settle } from './looks-right.ts'
import { openSeats, type Seats } from './seats.ts'
import { eraseAndRead } from './seven-roles-record.ts'
import { reportAndAssess } from './seven-roles-report.ts'

const HOUR = 3_600_000
const STATES = 'BE BG CZ DK DE EE IE GR ES FR HR IT CY LV LT LU HU MT NL AT PL PT RO SI SK FI SE'.split(' ')
const NAMES = ['Unit 26165', 'Unit 74455']

const onRecord = async (page: Page): Promise<void> => {
  await page
    .getByText(/^Done and on record/)
    .last()
    .waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await settle(page)
}

const papers = (...outlines: string[]) => outlines.map((outline) => ({ outline, title: titleOf(outline) }))
/** @example titleOf('doc-press-release') // 'press release' */
const titleOf = (outline: string): string => outline.slice('doc-'.length).replaceAll('-', ' ')
const VOTE = 'Record a vote'
const course = (entity: string): string => `/procedures/${entity}/course`

describeInBrowser('seven roles at one case', 'seven roles were not played in browsers', () => {
  let seats: Seats
  let ofCase: string
  let declaration: string
  let listing: string

  const as: Seats['as'] = (name) => seats.as(name)
  const pageOf: Seats['pageOf'] = (name, path) => seats.pageOf(name, path)
  const done: Seats['done'] = (name, entity, one) => seats.done(name, entity, one)
  const inHours: Seats['inHours'] = (hours) => seats.inHours(hours)

  beforeAll(async () => {
    seats = await openSeats()
    for (const party of STATES) await seats.seat(party, { party, role: 'delegate' })
    await seats.seat('chair', { party: 'IE', role: 'chair' })
    await seats.seat('officer', { party: 'EE', role: 'desk-officer' })
    await seats.seat('HRVP', { party: 'HRVP', role: 'delegate' })
    await seats.seat('GSC', { party: 'GSC', role: 'desk-officer' })
    await seats.seat('adviser', { party: 'EE', role: 'legal-adviser' })
    await seats.seat('auditor', { party: 'EE', role: 'auditor' })
    await seats.seat('public', {
      party: 'public',
      role: 'analyst',
      ceiling: { maxDistribution: 'PUBLIC', maxTlp: 'TLP:CLEAR' },
    })
    // the first person of the desk is from now on its administrator and nothing else
    const { officer: first, accounts } = seats.desk
    await first.ask({ method: 'POST', url: '/api/session/role', payload: { role: 'administrator' } })
    await accounts.people.change(first.person, first.person, {
      name: 'administrator of GSC',
      party: 'GSC',
      roles: ['administrator'],
    })
    seats.give('administrator', first)
  }, 240_000)

  afterAll(async () => {
    await seats?.close()
  }, 60_000)

  reportAndAssess(
    () => seats,
    (entity) => {
      ofCase = entity
    },
  )

  it('opens a declaration from a package, which those outside do not see', async () => {
    const { packages }: Dossier = (await as('EE').ask({ url: `/api/cases/${ofCase}/dossier` })).json()
    const named = packages.find(({ label }) => label === 'Name, and back those who name')
    await signRightsCheck(as('EE'), ofCase, named?.steps.map(({ measure }) => measure) ?? [])
    const hungary = await pageOf('HU', '/procedures')
    const page = await pageOf('EE', `/cases/${ofCase}/options`)
    await page
      .getByRole('button', { name: 'Open procedures of the package Name, and back those who name' })
      .click()
    const form = page.getByRole('dialog')
    await form.getByRole('checkbox', { name: /^Declaration by the High Representative/ }).check()
    await form.getByLabel('Why this measure').fill('Satellite links of six Member States were cut.')
    await form.getByRole('button', { name: 'Open 1 procedure' }).click()
    await page.waitForURL(/\/procedures\/procedure:[^/]+\/course/)
    declaration = decodeURIComponent(new URL(page.url()).pathname.split('/')[2] ?? '')
    await settle(page)
    await expect.poll(() => page.locator('.banner').textContent()).toMatch(/LIMITE.*TLP:AMBER/)
    await hungary
      .getByRole('link', { name: /KA-SAT/ })
      .first()
      .waitFor()
    const outside = await as('public').ask({ url: '/api/procedures' })
    expect(outside.json().procedures).toEqual([])
  }, 120_000)

  it('says to the chair what a step of theirs still waits for, before and after silence was broken', async () => {
    await done('EE', declaration, {
      verb: 'propose',
      reason: 'A joint voice.',
      documents: papers('doc-options-paper', 'doc-measure-proposal'),
    })
    await done('chair', declaration, { verb: 'put-on-agenda', body: 'hwpci', meeting: '2026-11-26' })
    await done('chair', declaration, {
      verb: 'set-text',
      paragraphs: [
        { id: 'p1', text: 'The Union condemns the malicious cyber activity.' },
        { id: 'p2', text: 'The Union attributes it to the Russian Federation.' },
      ],
    })
    const chair = await pageOf('chair', course(declaration))
    const waiting = chair.getByRole('heading', { name: 'Yours too, once what it needs is there' })
    await waiting.waitFor()
    await done('chair', declaration, {
      verb: 'circulate',
      documents: papers('doc-draft-declaration'),
      to: STATES,
    })
    await chair.getByRole('button', { name: /^Open silence/ }).waitFor()
    await done('chair', declaration, { verb: 'open-silence', until: inHours(24), version: 1 })
    await done('HU', declaration, { verb: 'break-silence', reason: 'Attribution is national.' })
    await chair.getByText('Attribution is national.').first().waitFor()
    await waiting.waitFor()
    await expect.poll(() => chair.locator('main').textContent()).toMatch(/Not on file: Revised text/)
    await looksRight(chair, 'broken')
  }, 120_000)

  it('is adopted by silence, published by the secretariat on screen, and reviewed', async () => {
    await done('HU', declaration, {
      verb: 'amend',
      amendment: 'HU-1',
      paragraph: 'p2',
      text: 'The Union takes note of the national attributions.',
    })
    await done('chair', declaration, { verb: 'decide-amendment', amendment: 'HU-1', accepted: true })
    await done('chair', declaration, { verb: 'circulate', documents: papers('doc-revised-text'), to: STATES })
    await done('chair', declaration, { verb: 'move', transition: 'tr-15' })
    await done('chair', declaration, { verb: 'open-silence', until: inHours(24), version: 2 })
    seats.desk.letPass(25 * HOUR)
    const secretariat = await pageOf('GSC', course(declaration))
    await expect.poll(() => secretariat.locator('main').textContent()).toMatch(/without objection: adopted/)
    await done('GSC', declaration, {
      verb: 'circulate',
      documents: papers('doc-press-release'),
      to: ['EE', 'HU'],
    })
    await secretariat.getByRole('button', { name: 'Publish', exact: true }).click()
    await secretariat.getByRole('textbox', { name: 'Where' }).fill('Website of the Council')
    await secretariat.getByRole('button', { name: /^Go on/ }).click()
    await secretariat.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
    await onRecord(secretariat)
    await done('EE', declaration, { verb: 'move', transition: 'tr-26' })
    await done('HRVP', declaration, {
      verb: 'review',
      on: '2026-11-24',
      finding: 'Partners took it up.',
    })
    await (await pageOf('HU', course(declaration))).getByText('Partners took it up.').waitFor()
  }, 120_000)

  it('plays a listing through: one objection, a constructive abstention, the brake', async () => {
    await signRightsCheck(as('EE'), ofCase, ['rest-asset-freeze'])
    const opened = await as('EE').ask({
      method: 'POST',
      url: `/api/cases/${ofCase}/procedures`,
      payload: {
        measure: 'rest-asset-freeze',
        path: 'normal',
        title: 'Listing of two units',
        reason: 'They ran it.',
        subjects: NAMES,
        marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' },
      },
    })
    expect(opened.statusCode, opened.body).toBe(201)
    listing = opened.json().entity
    await done('EE', listing, {
      verb: 'propose',
      reason: 'Those who ran it should not keep funds here.',
      listed: NAMES.map((name) => ({ name, identifiedBy: 'military unit, Russian Federation' })),
      documents: papers(
        'doc-options-paper',
        'doc-measure-proposal',
        'doc-listing-proposal',
        'doc-evidence-package',
        'doc-statement-of-reasons',
      ),
    })
    await done('chair', listing, { verb: 'put-on-agenda', body: 'hwpci', meeting: '2026-11-27' })
    for (const party of STATES.filter((one) => one !== 'HU'))
      await done(party, listing, { verb: 'state-position', position: 'support' })
    await done('HU', listing, {
      verb: 'state-position',
      position: 'substantive-reserve',
      comment: 'The evidence on the second unit.',
    })
    const page = await pageOf('FR', `/procedures/${listing}/what-if`)
    const outcome = (word: string) => page.locator('.outcome-word', { hasText: word }).first().waitFor()
    await page.getByRole('radio', { name: /^Hungary: no(,|$)/ }).check()
    await outcome('Not adopted')
    await page.getByRole('radio', { name: /^Hungary: abstains, declaration/ }).check()
    await outcome('Adopted')
    await looksRight(page, 'what-if')
    await page.locator('.what-if-bar select').selectOption('rule-qmv')
    await outcome('Adopted')
    await page.getByRole('checkbox', { name: 'Hungary: invokes the brake' }).check()
    await outcome('No vote')
  }, 120_000)

  it('is held by a reserve until the capital lifts it, and lies on the table meanwhile', async () => {
    const hungary = await pageOf('HU', `/procedures/${listing}/positions`)
    await hungary.getByRole('heading', { name: '1 reserve stands' }).waitFor()
    const table = await pageOf('chair', '/meetings/hwpci?on=2026-11-27')
    await expect.poll(() => table.locator('main').textContent()).toMatch(/Listing of two units/)
    await table.emulateMedia({ media: 'print' })
    await expect.poll(() => table.getByRole('navigation').first().isVisible()).toBe(false)
    await table.emulateMedia({ media: 'screen' })
    await hungary.keyboard.press('1')
    await hungary.getByText('HU supports: put this on record?').waitFor()
    await hungary.keyboard.press('Enter')
    await hungary.getByText('On record: HU supports').waitFor()
    await hungary.getByRole('heading', { name: '1 reserve stands' }).waitFor({ state: 'detached' })
  }, 120_000)

  it('is adopted with two acts by two people, published and notified', async () => {
    await done('chair', listing, { verb: 'move', transition: 'tr-10' })
    await done('HRVP', listing, { verb: 'move', transition: 'tr-17' })
    const acts = ['doc-draft-decision', 'doc-draft-implementing-regulation'].map((outline) => ({
      outline,
      title: titleOf(outline),
      annex: NAMES,
    }))
    await done('GSC', listing, { verb: 'circulate', documents: acts, to: STATES })
    await done('chair', listing, { verb: 'move', transition: 'tr-19' })
    await done('chair', listing, { verb: 'move', transition: 'tr-21' })
    const secretariat = await pageOf('GSC', course(listing))
    await secretariat.getByRole('button', { name: VOTE, exact: true }).click()
    await secretariat.getByRole('button', { name: 'All Member States' }).click()
    await secretariat.getByRole('checkbox', { name: /Malta/ }).uncheck()
    await secretariat.getByLabel('Malta', { exact: true }).selectOption('represented by Italy')
    await looksRight(secretariat, 'vote')
    await secretariat.getByRole('button', { name: /^Go on/ }).click()
    await expect.poll(() => secretariat.getByRole('dialog').textContent()).toMatch(/MT, by IT/)
    await secretariat.getByRole('dialog').getByRole('button', { name: VOTE, exact: true }).click()
    await onRecord(secretariat)
    await secretariat.getByRole('button', { name: 'Adopt', exact: true }).click()
    await looksRight(secretariat, 'adopt')
    await secretariat.getByRole('button', { name: /^Go on/ }).click()
    await secretariat.getByRole('dialog').getByRole('button', { name: 'Adopt', exact: true }).click()
    await onRecord(secretariat)
    await expect.poll(() => secretariat.getByRole('button', { name: 'Confirm the adoption' }).count()).toBe(0)
    const chair = await pageOf('chair', '/notices')
    await chair
      .getByRole('link', { name: /Listing of two units/ })
      .first()
      .click()
    await chair.getByRole('button', { name: 'Confirm the adoption' }).click()
    await expect.poll(() => chair.getByRole('dialog').textContent()).toMatch(/Unit 26165.*Unit 74455/)
    await looksRight(chair, 'confirm')
    await chair.getByRole('button', { name: /^Go on/ }).click()
    await chair.getByRole('dialog').getByRole('button', { name: 'Confirm the adoption' }).click()
    await onRecord(chair)
    const today = seats.desk.office.clock().toISOString().slice(0, 10)
    await done('GSC', listing, {
      verb: 'circulate',
      documents: papers('doc-notification-letter', 'doc-press-release'),
      to: ['EE'],
    })
    await done('GSC', listing, { verb: 'publish', where: 'OJ L', on: today, reference: 'L 2026/2900' })
    await done('GSC', listing, { verb: 'notify', whom: NAMES, how: 'notice', on: today })
    const { procedure } = (await as('FR').ask({ url: `/api/procedures/${listing}` })).json()
    expect(procedure.outcome).toBe('adopted')
    expect(procedure.ignored).toEqual([])
    const france = await pageOf('FR', course(listing))
    await looksRight(france, 'listed')
    await france.goto(`${seats.address}/cases/${ofCase}`)
    await france.getByText('2 measures adopted here').waitFor()
  }, 120_000)

  it('shows who may see it, and what France would get', async () => {
    const page = await pageOf('officer', `/procedures/${declaration}/documents`)
    await page.getByLabel('Write the documents as a party would get them').selectOption('FR')
    await page.getByRole('button', { name: /^Look at it Draft declaration/ }).click()
    await page.locator('.rendered').getByText('takes note of the national attributions').waitFor()
    await page.getByRole('button', { name: 'Who can see this?' }).click()
    await page.getByText('Why you see it').waitFor()
    await looksRight(page, 'who-may-see')
    await page.keyboard.press('Escape')
  }, 120_000)

  eraseAndRead(
    () => seats,
    () => ({ ofCase, declaration, listing }),
  )

  it('met no defect on the way', () => {
    expect(seats.defects).toEqual([])
    expect(seats.desk.defects).toEqual([])
  })
})
