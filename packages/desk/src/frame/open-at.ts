/**
 * Opens a page at the place that the address names: `?at=doubt-end` puts the focus on the element of that id.
 *
 * A fragment would be looked for before the page is there. Next door: `address.ts`.
 */
import { useEffect } from 'react'
import { useAddressValues } from './address.ts'

/** To be called by what shows the places, when it shows them. */
export function useOpenAt(): void {
  const [search] = useAddressValues()
  const at = search.get('at')
  useEffect(() => {
    const place = at === null ? null : document.getElementById(at)
    if (!place) return
    place.tabIndex = -1
    place.focus()
    place.scrollIntoView({ block: 'start' })
  }, [at])
}
