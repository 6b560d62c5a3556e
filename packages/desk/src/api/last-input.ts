/**
 * Whether somebody is there: when this window was last touched.
 *
 * What the desk asks by itself while nobody touches it (notices, who else is here, what changed) must not keep a session alive, so
 * such requests say so. Rule: docs/rules/accounts.md, ACC-15. Next door: `client.ts` sends it.
 */

/** Longer than the pause between two questions that the desk asks by itself, so that each touch is told. */
const STILL_THERE_MS = 90_000
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

let lastInput = Date.now()

function note(): void {
  lastInput = Date.now()
}

/** Notes each touch of that window from now on. */
export function watchInput(target: Pick<EventTarget, 'addEventListener'>): void {
  for (const touch of TOUCHES) target.addEventListener(touch, note, { capture: true, passive: true })
}

/** True when nobody has touched the window for a while. */
export function isUnattended(now: number = Date.now()): boolean {
  return now - lastInput > STILL_THERE_MS
}
