/** The dossier that a query asks for: as the reader sees it, or as another party would get it (ACS-09). */
import type { DossierAnswer, dossierQuerySchema } from '@demarche/api'
import type { Reader } from '@demarche/store'
import type { z } from 'zod'
import type { Office } from '../../office.ts'

/**
 * @param deskParty the party for which the desk is run
 * @throws DemarcheError not-found when the reader, or that party, may see nothing of the case; value-refused for a code
 *   that names no party (ACS-10)
 */
export function dossierAsked(
  { dossiers, previews }: Pick<Office, 'dossiers' | 'previews'>,
  deskParty: string,
  reader: Reader,
  entity: string,
  { as, ...when }: z.infer<typeof dossierQuerySchema>,
): Promise<DossierAnswer> {
  return as === undefined
    ? dossiers.dossier(reader, entity, when)
    : previews.dossier(dossiers, reader, previews.of(as, deskParty), entity, when)
}
