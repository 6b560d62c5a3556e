/**
 * Opens the office: doctrine, records, precedents, and the imports and dossiers that work on them.
 *
 * In: where the records are and who the desk is; out: the office, and how to close it. Nothing here listens to a socket,
 * so the shell can use it too. Next door: `start.ts`.
 */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  CASE_VOCABULARY,
  type Ceiling,
  compileDoctrine,
  dayInBrussels,
  inWords,
  keepFindings,
} from '@demarche/core'
import {
  loadShippedKeptIn,
  precedentCasesPath,
  readPrecedentListings,
  type Shipped,
} from '@demarche/doctrine'
import { ImportRefusal } from '@demarche/interchange'
import { DemarcheError, faultOf } from '@demarche/api'
import { openStore, type Store } from '@demarche/store'
import { NO_CEILING, underCeiling } from './access/desk-ceiling.ts'
import type { StoreView } from './access/narrowed-ledger.ts'
import { type Desks, openPreviews } from './access/preview.ts'
import { openArchiveDesk } from './archive/archive-desk.ts'
import { openDossierDesk } from './dossier/dossier-desk.ts'
import { openEvidenceDesk } from './evidence/evidence-desk.ts'
import { openEvidenceForPapers } from './evidence/evidence-for-papers.ts'
import { openEvidenceFiles } from './evidence/evidence-files.ts'
import { type ImportOutcome, openImportJobs } from './import/import-jobs.ts'
import { readAside } from './import/reading-thread.ts'
import { importDocument } from './import/run-import.ts'
import { loadPrecedents } from './load-precedents.ts'
import type { Office } from './office.ts'
import { loadRecords } from './portfolio/load-records.ts'
import { openConfidenceDesk } from './portfolio/confidence-desk.ts'
import { openChangesDesk } from './portfolio/changes-desk.ts'
import { openComingDesk } from './portfolio/coming-desk.ts'
import { openContactChecks } from './portfolio/contact-checks.ts'
import { openGoalsDesk } from './portfolio/goals-desk.ts'
import { openOpenPointsDesk } from './portfolio/open-points-desk.ts'
import { openOverlapDesk } from './portfolio/overlap-desk.ts'
import { openPortfolioDesk } from './portfolio/portfolio-desk.ts'
import { openRecordReading } from './portfolio/record-reading.ts'
import { openElsewhereDesk } from './procedure/elsewhere-desk.ts'
import { openProcedureDesk } from './procedure/procedure-desk.ts'
import { takeTurns } from './record/take-turns.ts'
import { openConsultationDesk } from './stakeholders/consultation-desk.ts'
import { limitIntake } from './stakeholders/intake-limit.ts'
import { openPublicDesk } from './stakeholders/public-desk.ts'

export interface OfficeOptions {
  /** nothing marked above this is recorded; everything up to TLP:RED when absent (ACS-01) */
  readonly ceiling?: Ceiling | undefined
  /** the party whose desk this is */
  readonly party: string
  readonly dataDirectory: string
  readonly databaseUrl?: string | undefined
  readonly databaseOwnerUrl?: string | undefined
  /** told a line that the operator should read */
  readonly log?: (line: string) => void
  /** the records, where they are open already; the office closes them with itself */
  readonly records?: Store | undefined
  /** fingerprints of the keys whose archives are taken here */
  readonly trustedKeys?: readonly string[] | undefined
  /** where the key of evidence lies; beside the folder of the records when absent */
  readonly evidenceKeyFile?: string | undefined
  /** emptied before the office opens: what an earlier run left there belongs to no import any more */
  readonly uploadDirectory: string
  /** the present instant */
  readonly clock: () => Date
  /** an unguessable id */
  readonly newId: () => string
  /** six random lower-case letters and digits */
  readonly newSuffix: () => string
  /** an unguessable text of at least 128 bits, fit for an address */
  readonly newToken: () => string
  /** told of a fault of ours in an import, or in clearing up after it; gives the reference to show */
  readonly reportImportDefect: (error: unknown, filename: string) => string
  /** told after each import, whatever became of it */
  readonly importEnded?: () => void
}

export interface OpenOffice {
  readonly office: Office
  /** Stops what is under way and gives the records back. */
  close(): Promise<void>
}

/** Lets the store's thread start before the main one is busy with reading. */
async function readShipped(dataDirectory: string): Promise<Shipped> {
  await new Promise((resolve) => setImmediate(resolve))
  return loadShippedKeptIn(join(dataDirectory, 'doctrine'))
}

/** @throws StoreBusyError, JournalDamagedError from the store; DoctrineError when the pack has a fault */
export async function openOffice(options: OfficeOptions): Promise<OpenOffice> {
  const { clock } = options
  // the store opens in a thread of its own; the doctrine is read meanwhile
  const opening = options.records
    ? Promise.resolve(options.records)
    : openStore({
        dataDirectory: options.dataDirectory,
        databaseUrl: options.databaseUrl,
        ownerUrl: options.databaseOwnerUrl,
        clock,
        log: options.log,
      })
  const [opened, shipped] = await Promise.all([opening, readShipped(options.dataDirectory)]).catch(
    async (error: unknown) => {
      await opening.then(
        (one) => one.close(),
        () => undefined,
      )
      throw error
    },
  )
  const { doctrine, kinds, translatedKinds, records } = shipped
  const ceiling = options.ceiling ?? NO_CEILING
  const store = underCeiling(opened, ceiling)
  try {
    // only now: the folder is this desk's since the store is open
    await rm(options.uploadDirectory, { recursive: true, force: true })
    await loadPrecedents(opened, await readFile(precedentCasesPath), clock())
    await loadRecords(opened, records, clock())
    const compiled = compileDoctrine(doctrine, CASE_VOCABULARY)
    const today = () => dayInBrussels(clock().toISOString())
    const findings = keepFindings()
    const register = readOnce(() => readPrecedentListings().listings)
    const groups = doctrine.countryGroups ?? []
    const openDesks = (view: StoreView): Desks => {
      const dossiers = openDossierDesk(view, compiled, today, findings)
      const portfolio = openPortfolioDesk({
        store: view,
        kinds,
        translatedKinds,
        groups,
        listings: register,
        today,
      })
      return {
        store: view,
        dossiers,
        procedures: openProcedureDesk({
          store: view,
          doctrine,
          seeCases: dossiers.see,
          caseNames: dossiers.namesOf,
        }),
        portfolio,
        confidence: openConfidenceDesk({ store: view, kinds, kindsIn: portfolio.kindsIn, groups, today }),
        consultations: openConsultationDesk({ store: view, kinds, party: options.party, clock, today }),
      }
    }
    const desks = openDesks(store)
    const { dossiers, procedures, portfolio, consultations } = desks
    const previews = openPreviews({ store, parties: doctrine.parties ?? [], openDesks })
    const archives = openArchiveDesk(join(options.dataDirectory, 'keys'), options.trustedKeys ?? [])
    const imports = openImportJobs({
      work: async (order, { signal, report }): Promise<ImportOutcome> => {
        try {
          const outcome = await importDocument(store, {
            bytes: await readFile(order.path),
            filename: order.filename,
            reader: order.reader,
            sourceDate: order.sourceDate,
            kinds,
            groups: doctrine.countryGroups ?? [],
            kind: order.kind,
            mapping: order.mapping,
            preview: order.preview,
            at: clock(),
            read: readAside,
            signal,
            onProgress: report,
            archives,
          })
          return { report: outcome }
        } catch (error) {
          signal.throwIfAborted()
          if (error instanceof ImportRefusal || error instanceof DemarcheError) {
            return { problem: { message: error.message, faults: error.faults } }
          }
          const reference = options.reportImportDefect(error, order.filename)
          const fault = faultOf('/', inWords('desk-defect', { name: reference }))
          return { problem: { message: fault.message, faults: [fault] } }
        }
      },
      newId: options.newId,
      async discard(path) {
        try {
          await rm(path, { force: true })
        } finally {
          options.importEnded?.()
        }
      },
      reportLeftover: (error, filename) => void options.reportImportDefect(error, filename),
    })
    const evidence = openEvidenceDesk({ store, dossiers, procedures, portfolio, clock })
    const shared = {
      store,
      kinds,
      groups,
      reading: openRecordReading(kinds, today),
      checksOf: openContactChecks(kinds),
    }
    const overlaps = openOverlapDesk({ store, kinds, groups, today })
    return {
      office: {
        ...desks,
        store,
        doctrine,
        previews,
        ceiling,
        elsewhere: openElsewhereDesk(store, doctrine),
        evidence,
        evidenceForPapers: openEvidenceForPapers({ evidence, portfolio, today }),
        register,
        files: openEvidenceFiles({
          store,
          portfolio,
          keyFile: options.evidenceKeyFile ?? `${options.dataDirectory}.evidence-key`,
          clock,
          newSuffix: options.newSuffix,
        }),
        openPoints: openOpenPointsDesk(shared),
        changes: openChangesDesk(shared),
        coming: openComingDesk(shared),
        goals: openGoalsDesk({ ...shared, overlaps }),
        overlaps,
        publicPage: openPublicDesk(portfolio, consultations, groups),
        imports,
        archives,
        clock,
        newSuffix: options.newSuffix,
        newToken: options.newToken,
        countSubmission: limitIntake(clock),
        inTurn: takeTurns(),
      },
      async close() {
        await imports.close()
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Reads when it is first asked: a desk that never needs it starts without it. */
function readOnce<T extends object>(read: () => T): () => T {
  let known: T | undefined
  return () => (known ??= read())
}
