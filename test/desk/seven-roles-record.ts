/**
 * How the day of the seven roles ends: something is erased by two, the auditor reads the day as a story and takes it out, and
 * the case leaves as an archive.
 *
 * Next door: `seven-roles.test.ts`.
 */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { looksRight, settle } from './looks-right.ts'
import type { Seats } from './seats.ts'

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
    const [file] = await Promise.all([
      auditor.waitForEvent('download'),
      auditor.getByRole('button', { name: 'Export as CSV' }).click(),
    ])
    const csv = readFileSync(await file.path(), 'utf8')
    expect(csv).toMatch(/break-silence/)
    await auditor.getByRole('link', { name: 'Read as a day' }).click()
    await auditor.getByRole('heading', { name: /^What happened on/ }).waitFor()
    await settle(auditor)
    await looksRight(auditor, 'day')
    await auditor.goto(`${seats().address}/cases`)
    await settle(auditor)
    await expect.poll(() => auditor.getByRole('link', { name: 'New case' }).count()).toBe(0)

    const officer = await seats().pageOf('officer', `/cases/${about().ofCase}/documents`)
    const [archive] = await Promise.all([
      officer.waitForEvent('download'),
      officer.getByRole('button', { name: 'Take out the archive' }).click(),
    ])
    const taken = readFileSync(await archive.path(), 'utf8')
    expect(taken).toContain(about().declaration)
    expect(taken).not.toContain('Note naming a private person')
  }, 180_000)
}
