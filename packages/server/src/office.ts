/**
 * What every verb has at hand: the open records, the doctrine, the dossiers, the imports under way, the clock.
 *
 * The server listens before its records are open, so the office may still be closed; a verb that asks then is told
 * `not-ready`. Next door: `app.ts` hands it to the routes, `open-office.ts` opens it.
 */
import type { Ceiling, Doctrine, Listing } from '@demarche/core'
import type { Store } from '@demarche/store'
import type { Previews } from './access/preview.ts'
import type { ArchiveDesk } from './archive/archive-desk.ts'
import type { DossierDesk } from './dossier/dossier-desk.ts'
import type { EvidenceDesk } from './evidence/evidence-desk.ts'
import type { EvidenceForPapers } from './evidence/evidence-for-papers.ts'
import type { EvidenceFiles } from './evidence/evidence-files.ts'
import type { ImportJobs } from './import/import-jobs.ts'
import type { ConfidenceDesk } from './portfolio/confidence-desk.ts'
import type { ChangesDesk } from './portfolio/changes-desk.ts'
import type { ComingDesk } from './portfolio/coming-desk.ts'
import type { GoalsDesk } from './portfolio/goals-desk.ts'
import type { OpenPointsDesk } from './portfolio/open-points-desk.ts'
import type { OverlapDesk } from './portfolio/overlap-desk.ts'
import type { PortfolioDesk } from './portfolio/portfolio-desk.ts'
import type { ElsewhereDesk } from './procedure/elsewhere-desk.ts'
import type { ProcedureDesk } from './procedure/procedure-desk.ts'
import type { ConsultationDesk } from './stakeholders/consultation-desk.ts'
import type { PublicDesk } from './stakeholders/public-desk.ts'

export interface Office {
  readonly store: Store
  readonly doctrine: Doctrine
  readonly dossiers: DossierDesk
  readonly procedures: ProcedureDesk
  /** those of other desks, to be read */
  readonly elsewhere: ElsewhereDesk
  readonly portfolio: PortfolioDesk
  readonly overlaps: OverlapDesk
  readonly evidence: EvidenceDesk
  readonly evidenceForPapers: EvidenceForPapers
  /** the listings of Annex I as this desk has them */
  readonly register: () => readonly Listing[]
  readonly files: EvidenceFiles
  readonly consultations: ConsultationDesk
  readonly publicPage: PublicDesk
  readonly confidence: ConfidenceDesk
  readonly openPoints: OpenPointsDesk
  readonly changes: ChangesDesk
  readonly coming: ComingDesk
  readonly goals: GoalsDesk
  /** the desk as other parties would get it */
  readonly previews: Previews
  /** nothing marked above this is recorded (ACS-01) */
  readonly ceiling: Ceiling
  readonly imports: ImportJobs
  readonly archives: ArchiveDesk
  /** the present instant */
  readonly clock: () => Date
  /** six random lower-case letters and digits, for the address of a new case */
  readonly newSuffix: () => string
  /** an unguessable text of at least 128 bits, fit for an address */
  readonly newToken: () => string
  /** counts one submission. @throws DemarcheError too-many-requests (STK-10) */
  readonly countSubmission: () => void
  /** runs one act after another for each entity, so that what was checked still holds when it is recorded */
  readonly inTurn: <T>(entity: string, act: () => Promise<T>) => Promise<T>
}
