/**
 * Keeps what is on screen up to date, and says quietly when it may be old.
 *
 * Questions are asked again in place: forms and drawers stay open and keep what was typed. Next door: `open-live.ts`.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { byItself } from '../api/client.ts'
import { useText } from '../texts.ts'
import { isConcerned } from './keys-of.ts'
import { openLive } from './open-live.ts'

/** A connection that comes back within that time was not worth a word. */
const PATIENCE = 3000

export function LiveUpdates() {
  const t = useText()
  const queries = useQueryClient()
  const [isLost, setLost] = useState(false)
  useEffect(() => {
    let soon: number | undefined
    const close = openLive({
      changed: (keys) =>
        void byItself(() =>
          queries.invalidateQueries({
            predicate: ({ queryKey }) => keys.some((key) => isConcerned(key, queryKey)),
          }),
        ),
      connected(isConnected) {
        clearTimeout(soon)
        if (isConnected) return setLost(false)
        // the session may have ended: the answer to this leads to the sign-in page
        void queries.invalidateQueries({ queryKey: ['session'] })
        soon = window.setTimeout(() => setLost(true), PATIENCE)
      },
    })
    return () => {
      clearTimeout(soon)
      close()
    }
  }, [queries])
  return (
    <div className="live" role="status">
      {isLost && <p className="live-lost">{t('live.lost')}</p>}
    </div>
  )
}
