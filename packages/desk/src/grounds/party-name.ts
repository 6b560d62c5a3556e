/** The name of a party by its code; of the precedents that come with the desk, that they do. */
import { useDoctrine } from '../api/queries.ts'
import { useText } from '../texts.ts'

/** Who put the shipped precedents on record. */
const SHIPPED = 'demarche'

/** Gives names; a code that the doctrine does not know stays as it is. */
export function usePartyName(): (code: string) => string {
  const t = useText()
  const parties = useDoctrine().data?.parties ?? []
  return (code) =>
    code === SHIPPED ? t('party.shipped') : (parties.find((one) => one.code === code)?.label ?? code)
}
