/**
 * Live updates for this window: of several windows of one browser one holds the connection and tells the others, since a
 * browser opens only a few to one server.
 *
 * Where the browser cannot share (no lock manager outside of secure addresses), each window has its own.
 * Next door: `live-source.ts`.
 */
import type { LiveKey } from '@demarche/api'
import { type LiveListener, openLiveSource } from './live-source.ts'

type Message =
  { readonly changed: readonly LiveKey[] } | { readonly connected: boolean } | { readonly asks: 'connected' }

const NAME = 'demarche-live'

/** Listens until it is told to stop. */
export function openLive(listener: LiveListener): () => void {
  if (!('locks' in navigator) || !('BroadcastChannel' in window)) return openLiveSource(listener)
  const channel = new BroadcastChannel(NAME)
  const stop = new AbortController()
  let holds: boolean | undefined
  // a channel has no origin to name: it reaches this one alone
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const post = (message: Message): void => channel.postMessage(message)

  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if ('changed' in data) listener.changed(data.changed)
    else if ('connected' in data) listener.connected(data.connected)
    else if (holds !== undefined) post({ connected: holds })
  })
  post({ asks: 'connected' })
  navigator.locks
    .request(NAME, { signal: stop.signal }, () => {
      const close = openLiveSource({
        changed(keys) {
          listener.changed(keys)
          post({ changed: keys })
        },
        connected(isConnected) {
          holds = isConnected
          listener.connected(isConnected)
          post({ connected: isConnected })
        },
      })
      return new Promise<void>((resolve) => {
        stop.signal.addEventListener('abort', () => {
          close()
          resolve()
        })
      })
    })
    // the window stopped listening before its turn came
    .catch(() => undefined)
  return () => {
    stop.abort()
    channel.close()
  }
}
