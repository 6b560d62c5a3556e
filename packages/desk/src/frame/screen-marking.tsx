/**
 * What the screen shows carries markings; the banner shows the highest of them and what raises it.
 *
 * A screen tells its markings with `useScreenMarking`; the banner reads the sum.
 */
import { type Marking, PUBLIC, highestMarking, markingKey } from '@demarche/core/kernel/marking.ts'
import { createContext, type ReactNode, useContext, useEffect, useId, useMemo, useState } from 'react'

interface Shown {
  readonly marking: Marking
  /** how many statements or cases carry exactly the highest marking */
  readonly raisedBy: number
}
interface ScreenMarking extends Shown {
  readonly tell: (id: string, markings: readonly Marking[] | null) => void
}

const Context = createContext<ScreenMarking>({ marking: PUBLIC, raisedBy: 0, tell: () => undefined })

export function ScreenMarkingProvider({ children }: { readonly children: ReactNode }) {
  const [told, setTold] = useState<ReadonlyMap<string, readonly Marking[]>>(new Map())
  const value = useMemo<ScreenMarking>(() => {
    const markings = [...told.values()].flat()
    const marking = highestMarking(markings)
    const key = markingKey(marking)
    return {
      marking,
      raisedBy: key === markingKey(PUBLIC) ? 0 : markings.filter((one) => markingKey(one) === key).length,
      tell: (id, list) =>
        setTold((current) => {
          const next = new Map(current)
          if (list) next.set(id, list)
          else next.delete(id)
          return next
        }),
    }
  }, [told])
  return <Context value={value}>{children}</Context>
}

/** Tells the banner what is on screen; forgotten when the screen goes. */
export function useScreenMarking(markings: readonly Marking[] | undefined): void {
  const id = useId()
  const { tell } = useContext(Context)
  const key = markings?.map(markingKey).join(';')
  useEffect(() => {
    if (markings) tell(id, markings)
    return () => tell(id, null)
    // the key stands for the list; a new array with the same markings is no news
  }, [id, key])
}

export function useShownMarking(): Shown {
  return useContext(Context)
}
