/**
 * Where somebody at the keyboard is after a link: at the heading of the screen that it opened.
 *
 * The link is gone with its screen, and the browser would begin again at the top of the frame, without a word to who
 * listens. Rests on: WCAG 2.2, 2.4.3. Next door: `open-at.ts`.
 */
import { type RefObject, useEffect, useRef } from 'react'

/** Puts the focus on the heading once it is there, unless it is still somewhere. @param path of the screen */
export function useArrival(work: RefObject<HTMLElement | null>, path: string): void {
  const from = useRef(path)
  useEffect(() => {
    const main = work.current
    if (!main || from.current === path) return
    from.current = path
    const arrive = () => {
      const heading = main.querySelector('h1')
      // the screen that was left stays, hidden, while the next one is fetched
      if (!heading?.checkVisibility()) return false
      if (document.activeElement === document.body) {
        heading.tabIndex = -1
        heading.focus({ preventScroll: true })
      }
      return true
    }
    if (arrive()) return
    const watch = new MutationObserver(() => {
      if (arrive()) watch.disconnect()
    })
    watch.observe(main, { childList: true, subtree: true })
    return () => watch.disconnect()
  }, [work, path])
}
