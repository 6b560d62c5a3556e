/**
 * What every screen must stand in a browser: nothing for axe to say, and no sideways scrolling, on a desk and on a phone,
 * in light and dark.
 *
 * With `DEMARCHE_SHOTS` set to a folder, each look leaves a picture there.
 * Rests on: WCAG 2.2 AA, as far as axe can tell.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

// evaluated, not added as a script: the desk's content security policy forbids foreign scripts
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const SHOTS = process.env['DEMARCHE_SHOTS']
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const

/**
 * Waits until the screen has its heading and nothing on it is still being fetched.
 *
 * Asked at each frame: a locator is looked for twice a second, and this is waited for some thousand times in a run.
 */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('h1')?.checkVisibility({ visibilityProperty: true }) &&
      !document.querySelector('.loading, [aria-busy="true"]'),
  )
}

/** What axe finds on the page, each with the elements concerned; empty when it finds nothing. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => Reflect.has(window, 'axe')))) await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const axe: unknown = Reflect.get(window, 'axe')
    if (typeof axe !== 'object' || axe === null) throw new Error('axe is not there')
    const run: unknown = Reflect.get(axe, 'run')
    if (typeof run !== 'function') throw new Error('axe cannot run')
    const result: { violations: { id: string; nodes: { html: string }[] }[] } = await run.call(axe, document)
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  })
}

/** By how many pixels the page is wider than the window. */
export function pixelsTooWide(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth))
}

/** The whole look at what is open now; the window is as wide as a desk's again afterwards. */
export async function looksRight(page: Page, name: string): Promise<void> {
  await settle(page)
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const size of SIZES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize(size)
      const look = `${name}, ${colorScheme}, ${size.width}`
      if (SHOTS !== undefined)
        await page.screenshot({ path: `${SHOTS}/${name}-${colorScheme}-${size.width}.png`, fullPage: true })
      await expect.poll(() => pixelsTooWide(page), { message: look }).toBe(0)
      expect(await axeFaults(page), look).toEqual([])
    }
  }
  await page.setViewportSize(SIZES[0])
}
