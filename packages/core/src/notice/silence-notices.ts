/**
 * What is told of silences: opened, extended, broken, withdrawn, about to end, ended.
 *
 * Rests on: NOT-05. Next door: `read-notices.ts`.
 */
import type { Instant } from '../kernel/partial-date.ts'
import type { Procedure } from '../procedure/procedure.ts'
import { doing, type Told } from './told.ts'

const DAY = 86_400_000

/** Everything told of the silences of a procedure at an instant. */
export function silenceNotices({ silences, acts }: Procedure, at: Instant): readonly Told[] {
  return silences.flatMap((silence): readonly Told[] => {
    const { opened, until, extended, objections, status, endedAt } = silence
    const ended: readonly Told[] =
      status === 'adopted'
        ? [{ kind: 'silence-ended', at: endedAt ?? until, by: null, apart: opened.statement }]
        : []
    const withdrawal = acts.find(({ act, at: when }) => act.verb === 'withdraw-silence' && when === endedAt)
    const withdrawn: readonly Told[] =
      status === 'withdrawn' && withdrawal ? [{ kind: 'silence-withdrawn', ...doing(withdrawal) }] : []
    return [
      { kind: 'silence-opened', until: extended[0]?.from ?? until, ...doing(opened) },
      ...extended.map((one): Told => ({ kind: 'silence-extended', until: one.until, ...doing(one) })),
      ...objections.map((one): Told => ({ kind: 'silence-broken', ...doing(one) })),
      ...withdrawn,
      ...endsSoon(silence, at),
      ...ended,
    ]
  })
}

/** Only while it runs, and only where it was opened or extended for longer than a day. */
function endsSoon({ opened, until, extended, status }: Procedure['silences'][number], at: Instant) {
  const from = new Date(Date.parse(until) - DAY).toISOString()
  const set = extended.at(-1)?.at ?? opened.at
  if (status !== 'running' || from <= set || at < from) return []
  const told: Told = {
    kind: 'silence-ends-soon',
    until,
    at: from,
    by: null,
    apart: `${opened.statement} ${until}`,
  }
  return [told]
}
