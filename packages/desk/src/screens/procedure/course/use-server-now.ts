/**
 * The present instant by the server's clock, renewed every few seconds: deadlines are the server's, and the clock of this
 * machine may be wrong.
 */
import { useEffect, useState } from 'react'

const EVERY_MS = 5000

/** @param at the instant that the server named in its last answer */
export function useServerNow(at: string): number {
  const [ahead, setAhead] = useState(() => Date.parse(at) - Date.now())
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    setAhead(Date.parse(at) - Date.now())
    setNow(Date.now())
  }, [at])
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return now + ahead
}
