/**
 * How the day of the seven roles ends: something is erased by two, the auditor reads the day as a story and takes it out, and
 * the case leaves as an archive.
 *
 * Next door: `seven-roles.test.ts`.
 */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { looksRight, settle } from './looks-right.ts'
import type { Seats } from './seats.ts'

/** What the day comes to, in its order; between these others did what they had to. */
const STORY: readonly RegExp[] = [
  /administrator of General Secretariat of the Council, invited Mari Maasikas: .*party EEAS; roles analyst/,
  /Mari Maasikas, analyst of European External Action Service, accepted an invitation\.$/,
  /desk officer of Estonia, opened the case "KA-SAT modems wiped"\.$/,
  /administrator .* asked to read the dossier of "KA-SAT modems wiped" and was refused \(not-found\)\.$/,
  /delegate of Germany, put a statement on record in "KA-SAT modems wiped": End, .* and \d+ more\.$/,
  /delegate of France, put a statement on record in "KA-SAT modems wiped": Attribution claim\.$/,
  /delegate of Poland, put a statement .*: Attribution claim\.$/,
  /legal adviser of Estonia, put a statement on record .*: Access to an information system, /,
  /Mari Maasikas, analyst .* put a statement on record .*: Rating: impact\.$/,
  /Mari Maasikas, analyst .* put a statement on record .*: Finding: /,
  /administrator .* ended sessions of Mari Maasikas\.$/,
  /delegate of Estonia, opened the procedure "Declaration by the High Representative .*: KA-SAT modems wiped"\.$/,
  /delegate of Estonia, proposed "Declaration/,
  /chair of Ireland, put "Declaration.* on an agenda: Horizontal Working Party/,
  /chair of Ireland, circulated documents of "Declaration.*: draft declaration; to all Member States\.$/,
  /chair of Ireland, opened silence on "Declaration.*: until 2026-11-\d\d, \d\d:\d\d in Brussels\.$/,
  /delegate of Hungary, broke the silence on "Declaration/,
  /delegate of Hungary, proposed an amendment in "Declaration.*: HU-1 to paragraph p2\.$/,
  /chair of Ireland, decided on an amendment in "Declaration.*: HU-1 accepted\.$/,
  /chair of Ireland, moved "Declaration.* on: Return to the HWPCI with a revised text\.$/,
  /chair of Ireland, opened silence on "Declaration/,
  /desk officer of General .*, recorded the publication of "Declaration.*: Website of the Council\.$/,
  /delegate of Office of the High Representative, recorded a review of "Declaration/,
  /delegate of Estonia, opened the procedure "Listing of two units"\.$/,
  /delegate of Hungary, stated a position in "Listing of two units": substantive reserve\.$/,
  /delegate of Hungary, stated a position in "Listing of two units": support\.$/,
  /moved "Listing of two units" on: Forward /,
  /circulated documents of "Listing.*: draft decision; draft implementing regulation; to all Member States\.$/,
  /recorded a vote in "Listing of two units"\.$/,
  /desk officer of General .*, proposed the adoption in "Listing of two units"\.$/,
  /chair of Ireland, confirmed the adoption in "Listing of two units"\.$/,
  /recorded the publication of "Listing of two units": OJ L\.$/,
  /recorded a notification of "Listing of two units"\.$/,
  /desk officer of Estonia, proposed the erasure of statement [0-9a-f]{12}…/,
  /legal adviser of Estonia, confirmed the erasure of statement [0-9a-f]{12}…/,
  /auditor of Estonia, had the records verified\.$/,
]
/** What is no language of people: an instant of a program, a verb or a value that nobody put into words. */
const RAW = /\d{4}-\d\d-\d\dT|undefined|null|\[object|used "|none →/

/** The lines of the story that come in this order; where one is missing, those up to it. */
function inOrder(stories: readonly string[], story: readonly RegExp[]): readonly string[] {
  const found: string[] = []
  let from = 0
  for (const line of story) {
    const at = stories.findIndex((one, index) => index >= from && line.test(one))
    if (at < 0) return [...found, `missing: ${line.source}`]
    found.push(stories[at] ?? '')
    from = at + 1
  }
  return found
}

const lineSchema = z.object({ story: z.string() })

/** The file that a button of the page gives. */
async function fileFrom(page: Page, button: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return readFileSync(await file.path(), 'utf8')
}

interface About {
  readonly ofCase: string
  readonly declaration: string
  readonly listing: string
}

/** Registers the last part of the day. @param about asked when a test runs */
export function eraseAndRead(seats: () => Seats, about: () => About): void {
  it('is erased by two, read by the auditor as the story of the day, and taken out as an archive', async () => {
    const added = await seats()
      .as('officer')
      .ask({
        method: 'POST',
        url: `/api/cases/${about().ofCase}/statements`,
        payload: {
          assertions: [{ property: 'injured', value: 0 }],
          source: { document: 'Note naming a private person', date: '2026-11-20', verified: true },
          grading: { reliability: 'B', credibility: '2' },
          marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' },
        },
      })
    expect(added.statusCode, added.body).toBe(201)
    const proposed = await seats()
      .as('officer')
      .ask({
        method: 'POST',
        url: '/api/erasures',
        payload: { statement: added.json().statement.id, authority: 'Decision 12/2026', reason: 'Art. 17' },
      })
    expect(proposed.statusCode, proposed.body).toBe(201)
    const adviser = await seats().pageOf('adviser', '/record')
    await adviser.getByRole('button', { name: 'Confirm…' }).click()
    await looksRight(adviser, 'erase')
    await adviser.getByRole('button', { name: 'Erase for ever' }).click()
    await adviser.getByText('Erased:').waitFor()

    const auditor = await seats().pageOf('auditor', '/record')
    await auditor.getByRole('button', { name: 'Verify now' }).click()
    await auditor.getByText(/^The records were whole at/).waitFor()
    await looksRight(auditor, 'record')
    const csv = await fileFrom(auditor, 'Export as CSV')
    expect(csv).toMatch(/break-silence/)
    const [, ...lines] = (await fileFrom(auditor, 'Export as NDJSON')).trim().split('\n')
    const stories = lines.map((line) => lineSchema.parse(JSON.parse(line)).story)
    expect(stories.filter((story) => !/^At \d\d:\d\d \S.*\.$/.test(story))).toEqual([])
    expect(stories.filter((story) => RAW.test(story))).toEqual([])
    expect(inOrder(stories, STORY).filter((one) => one.startsWith('missing'))).toEqual([])
    await auditor.getByRole('link', { name: 'Read as a day' }).click()
    await auditor.getByRole('heading', { name: /^What happened on/ }).waitFor()
    await settle(auditor)
    await looksRight(auditor, 'day')
    await auditor.goto(`${seats().address}/cases`)
    await settle(auditor)
    await expect.poll(() => auditor.getByRole('link', { name: 'New case' }).count()).toBe(0)

    const officer = await seats().pageOf('officer', `/cases/${about().ofCase}/documents`)
    const taken = await fileFrom(officer, 'Take out the archive')
    expect(taken).toContain(about().declaration)
    expect(taken).not.toContain('Note naming a private person')
  }, 180_000)
}
