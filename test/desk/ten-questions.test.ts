/**
 * The exam of the portfolio: the ten questions, answered by keyboard alone in a real browser from the records that come with
 * the desk, each in under a minute, in two languages, on a desk and on a phone, with nothing for axe to say.
 *
 * With `DEMARCHE_ALL_WALKS` set, both languages are walked on both widths; else each on one, and its answers are looked at on both.
 * With `DEMARCHE_SHOTS` set to a folder, each answer leaves a picture there, and its strokes and seconds are said.
 * The questions: `ten-questions.ts`.
 */
import type { Language } from '@demarche/core'
import { loadShipped } from '@demarche/doctrine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handsOn, textsIn } from './by-keyboard.ts'
import { describeInBrowser, startSeat, type Walk } from './in-browser.ts'
import { axeFaults, pixelsTooWide, settle } from './looks-right.ts'
import { QUESTIONS } from './ten-questions.ts'

const SHOTS = process.env['DEMARCHE_SHOTS']
const A_MINUTE = 60_000
const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
type Size = typeof DESK
const ALL_WALKS = (process.env['DEMARCHE_ALL_WALKS'] ?? '') !== ''
const EN_DESK = { language: 'en', size: DESK } as const
const FR_PHONE = { language: 'fr', size: PHONE } as const
const WALKS: readonly { readonly language: Language; readonly size: Size }[] = ALL_WALKS
  ? [EN_DESK, { language: 'en', size: PHONE }, { language: 'fr', size: DESK }, FR_PHONE]
  : [EN_DESK, FR_PHONE]
/** On these an answer is looked at: every answer in every language on both, whichever walks are done. */
const looksOf = (size: Size): readonly Size[] => (ALL_WALKS ? [size] : [DESK, PHONE])

const { kinds, translatedKinds } = loadShipped()

describeInBrowser(
  'the ten questions of the portfolio',
  'the ten questions were not asked in a browser',
  () => {
    let walk: Walk

    beforeAll(async () => {
      walk = await startSeat()
    }, 240_000)
    afterAll(async () => {
      await walk?.close()
      expect(walk?.defects).toEqual([])
    }, 60_000)

    /** A desk that speaks the language, in a window of the size, as it stands before a question is asked. */
    const begin = async (language: Language, size: Size): Promise<void> => {
      const { page } = walk
      await page.setViewportSize(size)
      // any page of the desk has its storage; this one is the shortest
      await page.goto(`${walk.address}/healthz`)
      await page.evaluate((chosen) => {
        localStorage.clear()
        sessionStorage.clear()
        localStorage.setItem('demarche.preferences', JSON.stringify({ language: chosen }))
      }, language)
      await page.goto(`${walk.address}/cases`)
      await page.locator(`html[lang^="${language}"]`).waitFor()
      await settle(page)
    }

    describe.each(WALKS)('in $language on $size.width px', ({ language, size }) => {
      const its = translatedKinds[language] ?? kinds
      it.each(QUESTIONS)(
        '$asks',
        async ({ asks, answer }) => {
          await begin(language, size)
          const { page } = walk
          const hands = handsOn(page)
          const began = performance.now()
          let looking = 0
          await answer({
            ...hands,
            language,
            t: textsIn(language),
            kind: (id) => {
              const kind = its.find((one) => one.id === id)
              if (!kind) throw new Error(`no kind ${id}`)
              return kind
            },
            async look() {
              const from = performance.now()
              for (const one of looksOf(size)) {
                await page.setViewportSize(one)
                const name = `${1 + QUESTIONS.findIndex((question) => question.asks === asks)}-${language}-${one.width}`
                if (SHOTS !== undefined)
                  await page.screenshot({ path: `${SHOTS}/question-${name}.png`, fullPage: true })
                expect(await pixelsTooWide(page), name).toBe(0)
                expect(await axeFaults(page), name).toEqual([])
              }
              await page.setViewportSize(size)
              looking += performance.now() - from
            },
          })
          const taken = performance.now() - began - looking
          if (SHOTS !== undefined)
            process.stderr.write(
              `${asks} ${language}: ${hands.strokes()} strokes, ${(taken / 1000).toFixed(1)} s\n`,
            )
          expect(looking, 'the answer was looked at').toBeGreaterThan(0)
          expect(taken).toBeLessThan(A_MINUTE)
        },
        3 * A_MINUTE,
      )
    })
  },
)
