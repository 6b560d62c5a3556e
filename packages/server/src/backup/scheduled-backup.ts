/**
 * Backups by the clock: at each time of the schedule the whole ledger goes into a file of its own, the accounts into another,
 * and old ones give way.
 *
 * A file is complete or not there: the store writes it beside its name and moves it into place. The oldest give way only
 * after a new one stands. A backup that fails is reported and tried again at the next time; it stops nothing.
 *
 * Next door: `../start.ts` sets it going; `demarche drill` proves that what was written can be restored.
 */
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Store } from '@demarche/store'
import { Cron } from 'croner'

const NAME = /^demarche-\d{8}T\d{6}Z\.ndjson$/
const ACCOUNTS = /^accounts-\d{8}T\d{6}Z\.sqlite$/

export interface BackupPlan {
  /** five fields of cron: minute, hour, day, month, weekday; read in Brussels time */
  readonly schedule: string
  readonly folder: string
  /** how many files stay */
  readonly keep: number
}

export interface BackupSurroundings {
  readonly store: Pick<Store, 'backup'>
  /** writes a copy of the accounts, where they are not on a server that is backed up by itself */
  readonly copyAccounts?: ((file: string) => void) | undefined
  readonly clock: () => Date
  readonly report: (line: string) => void
  readonly complain: (error: unknown) => void
}

/** Writes one backup now and lets the oldest go. @returns the path of the new file, and what is not in it */
export async function backUpNow(
  plan: BackupPlan,
  { store, copyAccounts, clock }: BackupSurroundings,
): Promise<{ readonly file: string; readonly filesErasedMeanwhile: number }> {
  await mkdir(plan.folder, { recursive: true, mode: 0o700 })
  const stamp = clock()
    .toISOString()
    .replaceAll(/[-:]|\.\d+/g, '')
  const file = join(plan.folder, `demarche-${stamp}.ndjson`)
  const { filesErasedMeanwhile } = await store.backup(file)
  copyAccounts?.(join(plan.folder, `accounts-${stamp}.sqlite`))
  const names = (await readdir(plan.folder)).toSorted()
  for (const kind of [NAME, ACCOUNTS]) {
    const older = names.filter((name) => kind.test(name))
    for (const name of older.slice(0, -plan.keep)) await rm(join(plan.folder, name))
  }
  return { file, filesErasedMeanwhile }
}

/** Backs up at each time of the schedule, never two at once. @returns how to stop it */
export function scheduleBackups(plan: BackupPlan, surroundings: BackupSurroundings): () => void {
  const job = new Cron(
    plan.schedule,
    { timezone: 'Europe/Brussels', protect: true, unref: true },
    async () => {
      try {
        const { file, filesErasedMeanwhile } = await backUpNow(plan, surroundings)
        const without =
          filesErasedMeanwhile === 0
            ? ''
            : `, without ${filesErasedMeanwhile} files of evidence that were erased while it was written`
        surroundings.report(`Backed up to ${file}${without}`)
      } catch (error) {
        surroundings.complain(error)
      }
    },
  )
  return () => job.stop()
}

/** What is wrong with a schedule, or null. */
export function scheduleFault(schedule: string): string | null {
  if (schedule.trim().split(/\s+/).length !== 5) return 'expected five fields: minute hour day month weekday'
  try {
    return new Cron(schedule, { paused: true }).nextRun() === null ? 'no time fits it' : null
  } catch (error) {
    return error instanceof Error ? error.message : 'not a schedule'
  }
}
