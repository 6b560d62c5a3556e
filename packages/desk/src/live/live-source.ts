/**
 * One connection for live updates: opened again when it is lost, after a pause that grows.
 *
 * A connection on which nothing is heard for a while counts as lost: something in between may have gone silently.
 * Next door: `open-live.ts` shares it among windows.
 */
import type { LiveChange, LiveKey } from '@demarche/api'

export interface LiveListener {
  changed(keys: readonly LiveKey[]): void
  /** false: what is shown may be old */
  connected(isConnected: boolean): void
}

/** The server gives a sign of life every 15 seconds. */
const SILENT_FOR = 40_000
const FIRST_PAUSE = 1000
const LONGEST_PAUSE = 30_000

/** Opens the connection; gives how to close it. */
export function openLiveSource(listener: LiveListener): () => void {
  let source: EventSource | undefined
  let watch: number | undefined
  let retry: number | undefined
  let failures = 0

  const lost = (): void => {
    source?.close()
    source = undefined
    clearTimeout(watch)
    clearTimeout(retry)
    listener.connected(false)
    const pause = Math.min(FIRST_PAUSE * 2 ** failures, LONGEST_PAUSE)
    failures += 1
    // not all windows of a desk at the same moment
    retry = window.setTimeout(begin, pause * (0.75 + Math.random() / 2))
  }
  const heard = (): void => {
    clearTimeout(watch)
    watch = window.setTimeout(lost, SILENT_FOR)
  }
  const begin = (): void => {
    clearTimeout(retry)
    source?.close()
    source = new EventSource('/api/live')
    heard()
    source.addEventListener('ready', () => {
      heard()
      failures = 0
      listener.connected(true)
      // what happened before was not heard
      listener.changed(['everything'])
    })
    source.addEventListener('beat', heard)
    source.addEventListener('change', ({ data }: MessageEvent<string>) => {
      heard()
      const { changed }: LiveChange = JSON.parse(data)
      listener.changed(changed)
    })
    source.addEventListener('error', lost)
  }
  const atOnce = (): void => {
    if (!source) begin()
  }
  window.addEventListener('online', atOnce)
  begin()
  return () => {
    window.removeEventListener('online', atOnce)
    clearTimeout(watch)
    clearTimeout(retry)
    source?.close()
  }
}
