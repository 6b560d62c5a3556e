/**
 * Which round of checks each schedule began last, so that of several processes one begins it, and none begins it twice.
 *
 * A round is taken for a while; when its process ends in between, another takes it up. Rule: PFO-79. Next door:
 * `run-schedules.ts`; `contact-links.ts` does the same for mails.
 */
import type { AuthLibrary } from '../accounts/auth-library.ts'

const MINUTE = 60_000
/** longer than beginning so many checks takes as one request may */
const TAKEN_FOR = 10 * MINUTE

export interface ContactRounds {
  /** Takes the round of a party that was due then; false when it was begun, or somebody is at it. */
  take(party: string, due: Date): Promise<boolean>
  /** More is left of it: it can be taken again. */
  release(party: string, due: Date): Promise<void>
  done(party: string, due: Date): Promise<void>
}

interface RoundRow {
  readonly party: string
  readonly due: Date
  readonly takenUntil: Date
  readonly tries: number
  readonly doneAt?: Date | null | undefined
}

export function openContactRounds({ adapter }: AuthLibrary, clock: () => Date): ContactRounds {
  const model = 'contactRound'
  const find = (party: string) => adapter.findOne<RoundRow>({ model, where: ofParty(party) })
  const update = async (party: string, due: Date, change: Partial<RoundRow>): Promise<void> =>
    void (await adapter.updateMany({
      model,
      where: [...ofParty(party), { field: 'due', value: due }],
      update: change,
    }))
  return {
    async take(party, due) {
      const now = clock()
      const takenUntil = new Date(now.getTime() + TAKEN_FOR)
      const row = await find(party)
      if (!row) {
        const data = { party, due, takenUntil, tries: 1, doneAt: null }
        const made = await adapter.create({ model, data }).then(
          () => true,
          (error: unknown) => error,
        )
        // two at once: the other one has it
        if (made !== true && !(await find(party))) throw made
        return made === true
      }
      const isSame = row.due.getTime() === due.getTime()
      if (row.due > due || (isSame && (row.doneAt || row.takenUntil > now))) return false
      // the number of tries is the guard: who comes second finds another one
      const taken = await adapter.incrementOne<RoundRow>({
        model,
        where: [...ofParty(party), { field: 'tries', value: row.tries }],
        increment: { tries: 1 },
        set: { due, takenUntil, doneAt: null },
      })
      return taken !== null
    },
    release: (party, due) => update(party, due, { takenUntil: clock() }),
    done: (party, due) => update(party, due, { doneAt: clock() }),
  }
}

function ofParty(party: string) {
  return [{ field: 'party', value: party }]
}
