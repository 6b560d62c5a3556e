/**
 * How the day of the seven roles begins: an administrator invites an analyst, Estonia reports the incident, other capitals
 * add what they know and who is said to have done it, the analyst and a legal adviser assess it.
 *
 * What is reported is what this desk ships about the incident: facts, claims and ratings of `precedents/cases.json`, but for
 * what the Union said of it, which the day has yet to decide. Next door: `seven-roles.test.ts`.
 */
import { type Dossier, type Value, valuesOf } from '@demarche/core'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { looksRight, settle } from './looks-right.ts'
import type { Seats } from './seats.ts'

const SHIPPED = 'case:viasat-kasat-2022'
/** The case that is opened here: the shipped one, under a name that tells them apart. */
export const NAME = 'KA-SAT modems wiped'
const PASSWORD = 'seven grey herons waiting'
const ANALYST = 'Mari Maasikas'
const AMBER = { distribution: 'LIMITE', tlp: 'TLP:AMBER' } as const

const FROM_GERMANY = [
  'endDate',
  'durationText',
  'criticalInfrastructureAffected',
  'essentialServiceSectors',
  'thirdStateTargeted',
  'unionBodyTargeted',
]
const FROM_ADVISER = [
  'actAccessToSystem',
  'actSystemInterference',
  'actDataInterference',
  'authorisedByRightHolder',
  'attempted',
  'originOutsideUnion',
  'infrastructureOutsideUnion',
  'perpetratorEstablishedOrOperatingOutsideUnion',
  'supportDirectionControlFromOutsideUnion',
  'finding.test-target-member-states:human',
]
const RATED = ['scope', 'scale', 'duration', 'intensity', 'complexity', 'sophistication'].map(
  (dimension) => `rating.${dimension}`,
)

interface Assertion {
  readonly property: string
  readonly value: Value
}

const parts = (value: Value | undefined): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

/** Names the source in the open form, and puts on record. */
async function save(page: Page, source: string): Promise<void> {
  const form = page.getByRole('dialog')
  await form.getByLabel('Source', { exact: true }).fill(source)
  await form.getByLabel('I have read it at the source').check()
  await form.getByRole('button', { name: 'Put on record' }).click()
  await expect.poll(() => form.getByRole('alert').allTextContents()).toEqual([])
  await form.waitFor({ state: 'detached' })
  await settle(page)
}

/** Registers the first part of the day. @param seats asked when a test runs @param opened told of the case */
export function reportAndAssess(seats: () => Seats, opened: (entity: string) => void): void {
  let ofCase = ''
  let shipped: Dossier

  const told = (property: string): readonly Assertion[] =>
    valuesOf(shipped, property).map((value) => ({ property, value }))
  const text = (property: string): string => {
    const [value] = valuesOf(shipped, property)
    if (typeof value !== 'string') throw new Error(`the shipped case has no ${property} in words`)
    return value
  }
  const claimOf = (claimant: string): Assertion => {
    const claim = told('attributionClaim').find(({ value }) => parts(value)['claimant'] === claimant)
    if (!claim) throw new Error(`the shipped case has no claim of ${claimant}`)
    return claim
  }
  /** Puts it on record by the address that the forms use. */
  const add = async (name: string, document: string, assertions: readonly Assertion[]): Promise<void> => {
    const recorded = await seats()
      .as(name)
      .ask({
        method: 'POST',
        url: `/api/cases/${ofCase}/statements`,
        payload: {
          assertions,
          source: { document, verified: true },
          grading: { reliability: 'B', credibility: '2' },
          marking: AMBER,
        },
      })
    expect(recorded.statusCode, recorded.body).toBe(201)
  }
  it('is staffed by an administrator, who invites the analyst; she sets a password and comes in', async () => {
    const administrator = await seats().pageOf('administrator', '/people')
    await administrator.getByRole('button', { name: 'Invite somebody' }).click()
    const form = administrator.getByRole('dialog')
    await form.getByLabel('Name', { exact: true }).fill(ANALYST)
    await form.getByLabel('E-mail address').fill('mari@example.org')
    await form.getByLabel('Party', { exact: true }).selectOption('EEAS')
    await form.getByLabel(/^Desk officer/).uncheck()
    await form.getByLabel(/^Analyst/).check()
    await form.getByRole('button', { name: 'Make the link' }).click()
    const link = (await form.locator('.secret').textContent()) ?? ''
    await administrator.keyboard.press('Escape')
    await seats().comeIn('analyst', async (page) => {
      await page.goto(link)
      await page.getByText(ANALYST).waitFor()
      await page.getByLabel('New password').fill(PASSWORD)
      await page.getByRole('button', { name: 'Set password and enter' }).click()
      await page.waitForURL(/\/cases/)
      await page.locator('.header-account').getByText('Analyst').waitFor()
    })
  }, 120_000)

  it('is reported by one capital: a desk officer of Estonia opens the case', async () => {
    shipped = (
      await seats()
        .as('officer')
        .ask({ url: `/api/cases/${SHIPPED}/dossier` })
    ).json()
    const page = await seats().pageOf('officer', '/cases')
    await page.getByRole('link', { name: 'New case' }).click()
    await page.getByLabel('Name', { exact: true }).fill(NAME)
    await page.getByLabel('Summary', { exact: true }).fill(text('summary'))
    await page.getByLabel('Start', { exact: true }).fill(text('startDate'))
    await page.getByLabel('Disclosed', { exact: true }).fill(text('disclosedDate'))
    for (const state of ['Germany', 'France', 'Italy', 'Poland', 'Hungary', 'Greece'])
      await page.getByRole('checkbox', { name: state, exact: true }).check()
    const target = parts(valuesOf(shipped, 'target').find((one) => parts(one)['country'] === 'UA'))
    await page.locator('#case-target-country').fill('UA')
    await page.locator('#case-target-sector').fill(String(target['sector']))
    await page.locator('#case-target-entity').fill(String(target['entity']))
    for (const effect of valuesOf(shipped, 'effects').flat())
      await page
        .locator('#case-effects')
        .getByRole('checkbox', { name: String(effect) })
        .check()
    await page.getByLabel('Source', { exact: true }).fill('Incident report of the national CSIRT')
    await looksRight(page, 'report')
    await page.getByRole('button', { name: 'Open the case' }).click()
    await page.waitForURL(/\/cases\/case:[^/]+\/facts/)
    ofCase = decodeURIComponent(new URL(page.url()).pathname.split('/')[2] ?? '')
    opened(ofCase)
    await settle(page)
    await expect.poll(() => page.locator('.banner').textContent()).toMatch(/LIMITE.*TLP:AMBER/)
  }, 180_000)

  it('is nothing to the administrator, as if it were not there, and nothing to the public', async () => {
    const refused = `Nothing that you may see is on record here under this address: ${ofCase}.`
    const page = await seats().pageOf('administrator', `/cases/${ofCase}`)
    await page.getByText(refused).waitFor()
    expect(await page.locator('body').textContent()).not.toContain(NAME)
    await looksRight(page, 'not-for-administrators')
    const outside = await seats()
      .as('public')
      .ask({ url: `/api/cases/${ofCase}/dossier` })
    expect(outside.json().detail).toBe(refused)
  }, 120_000)

  it('is added to by others: victims and effects by Germany, claims of who did it by four capitals', async () => {
    await add('DE', 'Report of the Federal Office', [
      ...FROM_GERMANY.flatMap(told),
      ...told('target').filter(({ value }) => parts(value)['country'] !== 'UA'),
    ])
    const estonia = await seats().pageOf('officer', `/cases/${ofCase}/attribution`)
    await estonia.getByText('Nobody has said who did it').waitFor()
    const france = await seats().pageOf('FR', `/cases/${ofCase}/attribution`)
    await france.getByRole('button', { name: 'Add a claim' }).click()
    const form = france.getByRole('dialog')
    const { value } = claimOf('US')
    await form.locator('#value-claimant').fill('US')
    await form.locator('#value-claimantState').fill('US')
    await form.locator('#value-kind').selectOption(String(parts(value)['kind']))
    await form.locator('#value-accused').fill(String(parts(value)['accused']))
    await form.locator('#value-accusedState').fill('RU')
    await form.locator('#value-stateDirected').selectOption('true')
    await save(france, 'Statement of 10 May 2022')
    // Estonia sees it come
    await estonia.getByRole('heading', { name: '1 claim of who did it' }).waitFor()
    await add('PL', 'Statement of 10 May 2022', [claimOf('UK')])
    await add('LT', 'Statement of 10 May 2022', [claimOf('CA')])
    await add('EE', 'Statement of 10 May 2022', [claimOf('AU'), claimOf('NZ')])
    await estonia.getByRole('heading', { name: '5 claims of who did it' }).waitFor()
  }, 120_000)

  it('is assessed: the adviser says what the act was, the analyst rates it and records a finding', async () => {
    await add('adviser', 'Note on the legal tests', FROM_ADVISER.flatMap(told))
    await add('analyst', 'Assessment of the day', RATED.flatMap(told))
    const page = await seats().pageOf('analyst', `/cases/${ofCase}/assessment`)
    const impact = parts(valuesOf(shipped, 'rating.impact')[0])
    await page.getByRole('button', { name: 'Rate Impact' }).click()
    await page.locator('#value-level').fill(String(impact['level']))
    await page.locator('#value-reason').fill(String(impact['reason']))
    await save(page, 'Assessment of the day')
    const found = parts(valuesOf(shipped, 'finding.test-significant-effect')[0])
    await page.getByRole('button', { name: /^Record a finding Does it have/ }).click()
    await page.locator('#value-holds').selectOption(String(found['holds']))
    await page.locator('#value-grounds').fill(String(found['grounds']))
    await save(page, 'Assessment of the day')
    await looksRight(page, 'assessed')
    const { tests, profile }: Dossier = (
      await seats()
        .as('EE')
        .ask({ url: `/api/cases/${ofCase}/dossier` })
    ).json()
    expect(tests.find(({ test }) => test === 'test-significant-effect')?.verdict).toBe('true')
    expect(profile.map(({ basis }) => basis)).toEqual(profile.map(() => 'person'))
  }, 120_000)

  it('ends the session of the analyst when the administrator says so, wherever she was', async () => {
    const administrator = await seats().pageOf('administrator', '/people')
    await administrator.getByRole('button', { name: ANALYST }).click()
    await administrator.getByRole('button', { name: /^End the session since/ }).click()
    await (await seats().pageOf('analyst')).waitForURL(/\/sign-in/)
  }, 120_000)
}
