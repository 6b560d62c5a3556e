/**
 * Somebody at the desk without a pointer: goes somewhere by the command bar, reaches a control by Tab and a row by `j`, opens
 * what has the focus, and counts the strokes. Texts are those of the locale files, so that a walk is the same in any language.
 *
 * Next door: `in-browser.ts`, `looks-right.ts`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import type { Language } from '@demarche/core'
import type { Locator, Page } from 'playwright-core'
import { z } from 'zod'
import { takeChoice } from './in-browser.ts'
import { settle } from './looks-right.ts'

const LOCALES = new URL('../../packages/desk/src/locales/', import.meta.url)
const TEXTS = z.record(z.string(), z.string())

/** The texts of the desk in a language, by key; `{{name}}` stands for a value. */
export function textsIn(
  language: Language,
): (key: string, values?: Readonly<Record<string, string>>) => string {
  const files = readdirSync(LOCALES).filter(
    (file) => file.split('.')[0] === language && file.endsWith('.json'),
  )
  const texts = new Map(
    files.flatMap((file) =>
      Object.entries(TEXTS.parse(JSON.parse(readFileSync(new URL(file, LOCALES), 'utf8')))),
    ),
  )
  return (key, values = {}) => {
    const text = texts.get(key)
    if (text === undefined) throw new Error(`no text "${key}" in ${language}`)
    return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)
  }
}

/** Somebody at the keyboard, and how often they have struck a key. */
export interface Hands {
  readonly page: Page
  strokes(): number
  press(...keys: readonly string[]): Promise<void>
  type(text: string): Promise<void>
  /** Does what the command bar offers under this name. */
  go(name: string): Promise<void>
  /** Tab after Tab until the element has the focus. */
  reach(element: Locator): Promise<void>
  /** From row to row until one with these words has the focus. */
  row(words: string | RegExp): Promise<void>
  /** Takes what the list under the field offers by that name. */
  choose(field: Locator, name: string): Promise<void>
  /** Chooses in a native list: so many steps down from its first option. */
  step(list: Locator, down: number): Promise<void>
}

/** So many controls or rows at most lie on the way. */
const FAR = 250

/** About how many times Tab must be struck from what has the focus to the element; negative where it lies before. */
function stopsAway(target: Element): number {
  const from = document.activeElement ?? document.body
  if (from === target) return 0
  const isBehind = Boolean(from.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING)
  const [first, last] = isBehind ? [from, target] : [target, from]
  const between = [
    ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary'),
  ]
    .filter((one) => one.tabIndex >= 0 && one.checkVisibility() && !one.matches(':disabled'))
    .filter(
      (one) =>
        one !== first &&
        one !== last &&
        first.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING &&
        last.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING,
    )
  return (between.length + 1) * (isBehind ? 1 : -1)
}

export function handsOn(page: Page): Hands {
  let strokes = 0
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) {
      await page.keyboard.press(key)
      strokes += 1
    }
  }
  const type = async (text: string) => {
    await page.keyboard.type(text)
    strokes += text.length
  }
  const reach = async (element: Locator) => {
    const target = element.first()
    await target.waitFor()
    for (let attempt = 0; attempt < FAR; attempt += 1) {
      const away = await target.evaluate(stopsAway)
      if (away === 0) return
      await press(...Array.from({ length: Math.abs(away) }, () => (away > 0 ? 'Tab' : 'Shift+Tab')))
    }
    throw new Error('Tab does not lead to it')
  }
  return {
    page,
    strokes: () => strokes,
    press,
    type,
    reach,
    async go(name) {
      await press('Control+k')
      // what is typed before the field has the focus goes elsewhere
      await page.locator('[role="dialog"] input:focus').waitFor()
      await type(name)
      await page.locator('[role="menuitem"][data-focused]', { hasText: name }).waitFor()
      await press('Enter')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await settle(page)
    },
    async row(words) {
      const wanted = page.locator('main [data-row]:focus', { hasText: words })
      await page.locator('main [data-row]', { hasText: words }).first().waitFor()
      for (let step = 0; step < FAR; step += 1) {
        await press('j')
        if ((await wanted.count()) > 0) return
      }
      throw new Error(`no row says "${String(words)}"`)
    },
    async choose(field, name) {
      await reach(field)
      await type(name)
      await takeChoice(page, name)
      strokes += 2
    },
    async step(list, down) {
      await reach(list)
      await press(...Array.from({ length: down }, () => 'ArrowDown'))
    },
  }
}
