/** What places are called on the public page, and where its words lead: to public pages and nowhere else. */
import { nameOf } from '@demarche/core/places/name-of.ts'
import { useCallback } from 'react'
import { usePublicPage } from '../../api/consultation-queries.ts'
import { publicPath } from '../../frame/address.ts'
import { useDeskLanguage } from '../../parts/place-name.ts'
import type { PlaceName } from '../../portfolio/places.ts'
import type { Said } from '../../record/wording.ts'

/** Countries by name; organisations and regions as the desk names them. */
export function usePublicPlaceName(): PlaceName {
  const language = useDeskLanguage()
  const { data } = usePublicPage()
  return useCallback(
    (code) => data?.groups.find(({ id }) => id === code)?.name ?? nameOf(code, language),
    [data, language],
  )
}

const RECORD = /^\/portfolio\/records\/(.+)$/

/** The same words; what leads to a record leads to its public page, what leads to a page of the desk leads nowhere. */
export function inPublic(said: Said): Said {
  return said.map(({ to, ...piece }) => {
    const entity = to === undefined ? undefined : RECORD.exec(to)?.[1]
    return entity === undefined ? piece : { ...piece, to: publicPath(decodeURIComponent(entity)) }
  })
}
