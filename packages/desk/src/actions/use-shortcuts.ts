/**
 * Keys for the actions: sequences such as `g c`, movement with j and k, silent while somebody types.
 *
 * Rests on: WCAG 2.2, 2.1.4 Character Key Shortcuts (single letters can be switched off).
 */
import { useEffect, useRef } from 'react'
import { ACTIONS, type ActionContext } from './actions.ts'

const SEQUENCE_MS = 1200

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  )
}

/** Moves the focus to the next or previous row (`data-row`) of the screen. */
function moveRow(step: 1 | -1): void {
  // what is folded away cannot take the focus, and would hold it where it is
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')].filter((row) =>
    row.checkVisibility(),
  )
  if (rows.length === 0) return
  const here = rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement))
  const next =
    here === -1 ? (step === 1 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, here + step))
  rows[next]?.focus()
  rows[next]?.scrollIntoView({ block: 'nearest' })
}

/**
 * Listens for the shortcuts of all actions while the frame stands.
 * @param isCovered something was opened over the screen, whether it has loaded or not: keys are meant for it
 */
export function useShortcuts(context: ActionContext, letters: boolean, isCovered: boolean): void {
  const latest = useRef({ context, letters, isCovered })
  latest.current = { context, letters, isCovered }
  useEffect(() => {
    let pending = ''
    let pendingSince = 0
    const onKey = (event: KeyboardEvent) => {
      const { context: now, letters: allowed, isCovered: covered } = latest.current
      if (event.defaultPrevented || event.altKey) return
      const key = event.key.toLowerCase()
      if (event.ctrlKey || event.metaKey) {
        if (key !== 'k') return
        event.preventDefault()
        now.showCommands()
        return
      }
      if (
        covered ||
        document.querySelector('[role="dialog"][data-modal], [role="alertdialog"], :popover-open')
      )
        return
      if (key === 'escape') {
        if (isTyping(event.target)) return
        if (now.groundsOpen) now.closeGrounds()
        else if (allowed && now.entity !== undefined) now.goBack()
        return
      }
      if (!allowed || isTyping(event.target)) return
      if (key === 'j' || key === 'k') {
        moveRow(key === 'j' ? 1 : -1)
        event.preventDefault()
        return
      }
      const keys = pending !== '' && event.timeStamp - pendingSince < SEQUENCE_MS ? `${pending} ${key}` : key
      pending = ''
      const action = ACTIONS.find(({ shortcut }) => shortcut === keys)
      if (action && action.available(now) === true) {
        event.preventDefault()
        action.run(now)
      } else if (ACTIONS.some(({ shortcut }) => shortcut?.startsWith(`${keys} `))) {
        pending = keys
        pendingSince = event.timeStamp
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
