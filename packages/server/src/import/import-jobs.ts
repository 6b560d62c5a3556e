/**
 * Imports under way: each reads one uploaded file into statements and puts them on record, all or none.
 *
 * A job can be watched and cancelled by the party that started it, and is forgotten a while after it ended. The file
 * is read from the upload folder and deleted when the job ends, whatever became of it.
 *
 * In: an uploaded file and who brought it; out: the job as `@demarche/api` describes it.
 * Next door: `../routes/import/*` for the routes, `run-import.ts` for the work itself.
 */
import { faultOf, type ImportJob, refusalOf } from '@demarche/api'
import { inWords, type PartialDate } from '@demarche/core'
import type { TableMapping } from '@demarche/interchange'
import type { Reader } from '@demarche/store'

export interface ImportOrder {
  readonly reader: Reader
  readonly filename: string
  /** where the uploaded bytes are */
  readonly path: string
  readonly sourceDate: PartialDate | undefined
  /** of a table: the kind of record of its rows, and how it is read */
  readonly kind?: string | undefined
  readonly mapping?: TableMapping | undefined
  /** says what would be recorded, and records nothing */
  readonly preview?: boolean | undefined
}

/** Told by the work as it goes on. */
export interface ImportProgress {
  readonly signal: AbortSignal
  readonly report: (state: 'reading' | 'recording', share: number) => void
}

export type ImportOutcome = Pick<ImportJob, 'report' | 'problem'>

export interface ImportJobs {
  /** Receives a file in that person's name. @throws DemarcheError too-many-requests while enough of theirs wait */
  receive(person: string, file: () => Promise<string>): Promise<string>
  start(order: ImportOrder): ImportJob
  /** the job, or null when that person started none of that id: its report says what that person may read */
  find(id: string, person: string): ImportJob | null
  /** asks the job to stop; its state says when it has. A job that has ended stays as it is. */
  cancel(id: string, person: string): ImportJob | null
  /** cancels everything and waits until nothing is at work */
  close(): Promise<void>
}

/** Ended jobs that are remembered. */
const MOST_ENDED = 100
/** Files of one person that are being received, wait, or are read: each lies on the disk until then. */
export const MOST_UNDER_WAY = 5

interface Entry {
  job: ImportJob
  readonly person: string
  readonly abort: AbortController
  work: Promise<void>
}

export interface ImportMeans {
  /** does the import; resolves with its report or problem, rejects with the signal's reason when cancelled */
  readonly work: (order: ImportOrder, progress: ImportProgress) => Promise<ImportOutcome>
  /** an unguessable id */
  readonly newId: () => string
  /** deletes the uploaded file */
  readonly discard: (path: string) => Promise<void>
  /** told when an uploaded file could not be deleted; it stays until the desk is next started */
  readonly reportLeftover: (error: unknown, filename: string) => void
}

/** Imports take turns in the order in which they came; whatever becomes of one, the next has its turn. */
export function openImportJobs({ work, newId, discard, reportLeftover }: ImportMeans): ImportJobs {
  const entries = new Map<string, Entry>()
  const receiving = new Map<string, number>()
  // one at a time: each holds its file in memory, and the ledger has one writer
  let turn: Promise<void> = Promise.resolve()

  const forgetOld = (): void => {
    const ended = [...entries].filter(([, { job }]) => hasEnded(job))
    for (const [id] of ended.slice(0, -MOST_ENDED)) entries.delete(id)
  }

  const find = (id: string, person: string): Entry | null => {
    const entry = entries.get(id)
    return entry?.person === person ? entry : null
  }
  const underWay = (person: string): number =>
    [...entries.values()].filter((one) => one.person === person && !hasEnded(one.job)).length +
    (receiving.get(person) ?? 0)

  const run = async (entry: Entry, order: ImportOrder): Promise<void> => {
    try {
      entry.abort.signal.throwIfAborted()
      const outcome = await work(order, {
        signal: entry.abort.signal,
        report: (state, progress) => {
          entry.job = { ...entry.job, state, progress: Math.min(1, Math.max(entry.job.progress, progress)) }
        },
      })
      entry.job = { ...entry.job, ...outcome, state: outcome.problem ? 'refused' : 'done', progress: 1 }
    } catch {
      // whatever was thrown on the way out: the work reports its own defects, and a cancelled job has recorded nothing
      entry.job = { ...entry.job, state: 'cancelled' }
    } finally {
      await discard(order.path).catch((error: unknown) => reportLeftover(error, order.filename))
    }
  }

  return {
    async receive(person, file) {
      if (underWay(person) >= MOST_UNDER_WAY) {
        throw refusalOf(
          'too-many-requests',
          faultOf('/', inWords('imports-under-way', { most: MOST_UNDER_WAY })),
        )
      }
      receiving.set(person, (receiving.get(person) ?? 0) + 1)
      try {
        return await file()
      } finally {
        const left = (receiving.get(person) ?? 1) - 1
        if (left > 0) receiving.set(person, left)
        else receiving.delete(person)
      }
    },
    start(order) {
      forgetOld()
      const id = newId()
      const entry: Entry = {
        job: { id, filename: order.filename, state: 'reading', progress: 0 },
        person: order.reader.person,
        abort: new AbortController(),
        work: Promise.resolve(),
      }
      entries.set(id, entry)
      entry.work = turn.then(() => run(entry, order))
      turn = entry.work
      return entry.job
    },
    find: (id, person) => find(id, person)?.job ?? null,
    cancel(id, person) {
      const entry = find(id, person)
      if (entry && !hasEnded(entry.job)) entry.abort.abort()
      return entry?.job ?? null
    },
    async close() {
      for (const { abort } of entries.values()) abort.abort()
      await turn
    },
  }
}

function hasEnded({ state }: ImportJob): boolean {
  return state === 'done' || state === 'refused' || state === 'cancelled'
}
