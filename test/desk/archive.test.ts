/**
 * The procedure of another desk in a real browser: a case leaves one desk as a signed archive, a second one takes it in, and
 * shows on the Decision tab where the procedure stood, its acts, positions and text, and that nobody acts on it there.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { act, bringBefore, openDeclaration } from '../../packages/server/test/a-declaration.ts'
import { type DeskUnderTest, openDesk } from '../../packages/server/test/desk-under-test.ts'
import { importDocument } from '../../packages/server/src/import/run-import.ts'
import { readerOf } from '../../packages/server/src/session/session.ts'
import { describeInBrowser, startSeat, type Walk } from './in-browser.ts'
import { looksRight } from './looks-right.ts'

const WORKING = { distribution: 'LIMITE', tlp: 'TLP:GREEN' } as const
const TITLE = 'Declaration on the port authority'

describeInBrowser(
  'a procedure of another desk',
  'the procedure of another desk was not seen in a browser',
  () => {
    let home: DeskUnderTest
    let walk: Walk & { readonly desk: DeskUnderTest }
    let ofCase: string

    const takeIn = async (bytes: Uint8Array) => {
      const { fingerprint } = await home.office.archives.key()
      const { office } = walk.desk
      await importDocument(office.store, {
        bytes,
        filename: 'case.archive.ndjson',
        reader: readerOf({ party: 'LV', person: walk.desk.officer.person }),
        at: office.clock(),
        archives: { trust: async () => ({ trusted: [fingerprint], own: null }) },
      })
    }

    beforeAll(async () => {
      home = await openDesk()
      walk = await startSeat()
      const [drafter, chair, estonia, eeas] = await Promise.all([
        home.signInAs({ party: 'EE', role: 'desk-officer' }),
        home.signInAs({ party: 'IE', role: 'chair' }),
        home.signInAs({ party: 'EE', role: 'delegate' }),
        home.signInAs({ party: 'EEAS', role: 'desk-officer' }),
      ])
      const opened = await openDeclaration(drafter, TITLE, WORKING)
      ofCase = opened.ofCase
      await bringBefore(estonia, chair, opened.entity, '2026-11-26')
      await act(eeas, opened.entity, {
        verb: 'set-text',
        paragraphs: [
          { id: 'p1', text: 'The European Union condemns the malicious activity.' },
          { id: 'p2', text: 'It calls on all States to act responsibly in cyberspace.' },
        ],
      })
      await act(estonia, opened.entity, {
        verb: 'state-position',
        position: 'support',
        comment: 'With paragraph 2 as it is.',
      })
      await act(chair, opened.entity, { verb: 'open-silence', until: '2026-11-27T16:00:00.000Z' })
      await takeIn((await drafter.ask({ url: `/api/cases/${ofCase}/archive` })).rawPayload)
    }, 300_000)
    afterAll(async () => {
      await walk?.close()
      await home?.close()
    })

    it('RCD-16 is shown as it stood, with desk, key and instant, and by keyboard its acts, positions and text', async () => {
      const { page, open } = walk
      await open(`/cases/${ofCase}/decision`)
      const section = page.getByRole('region', { name: 'Procedures of other desks' })
      await section.getByRole('heading', { name: TITLE }).waitFor()
      expect(await page.getByText('No measure of this case is on its way to a decision.').count()).toBe(1)
      expect(await section.getByText('nobody at this desk acts on it').count()).toBe(1)
      expect(await section.getByText(/Was to run until .*27/).count()).toBe(1)
      const { fingerprint } = await home.office.archives.key()
      expect((await section.innerText()).replaceAll(/\s/g, '')).toContain(fingerprint)
      for (const summary of [/^Acts: 7$/, /^Positions stated: 1$/, /^Joint text, version 1$/]) {
        await section.getByText(summary).focus()
        await page.keyboard.press('Enter')
      }
      await section.getByText('With paragraph 2 as it is.').first().waitFor()
      await section.getByText('It calls on all States to act responsibly in cyberspace.').waitFor()
      await looksRight(page, 'procedures-elsewhere')
      // there is nothing to do but to ask who sees it
      expect(await section.getByRole('button').allInnerTexts()).toEqual(['Who can see this?'])
      expect(await section.getByRole('link').count()).toBe(0)
      await section.getByRole('button').press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog.getByText('Desk officer').first().waitFor()
      await page.keyboard.press('Escape')
    })

    it('RCD-17 stands in no list of procedures and in no meeting', async () => {
      const { page, open } = walk
      for (const path of ['/procedures', '/meetings/hwpci']) {
        await open(path)
        expect(await page.getByText(TITLE).count(), path).toBe(0)
      }
      expect(walk.defects).toEqual([])
    })
  },
  300_000,
)
