/** In the form for a new act: the measures that it counts for by its kind and State, each taken over with one button. */
import { actIn } from '@demarche/core/portfolio/confidence/counts-for.ts'
import { earliestDay, isPartialDate } from '@demarche/core/kernel/partial-date.ts'
import { today } from '../frame/address.ts'
import type { EntryAidProps } from '../screens/portfolio/entry-aids.ts'
import { useText } from '../texts.ts'
import { CountedMeasures } from './counted-measures.tsx'
import { useCountsFor } from './use-counts-for.ts'

export function CountsForAid({ entries, onChange }: EntryAidProps) {
  const t = useText()
  const words = (property: string): readonly string[] =>
    (entries[property] ?? [])
      .flatMap((raw) => (typeof raw === 'string' ? [raw] : Array.isArray(raw) ? raw.map(String) : []))
      .filter((word) => word !== '')
  const [start = ''] = words('start')
  const confirmed = words('measures')
  const act = {
    ...actIn({ facts: [] }, today()),
    acts: words('act'),
    states: words('party'),
    ...(isPartialDate(start) ? { on: earliestDay(start) } : {}),
    confirmed,
    setAside: words('setAside'),
  }
  const { found = [] } = useCountsFor(act, undefined)
  const open = found.filter(({ counting }) => counting === 'proposed').map(({ measure }) => measure)
  if (act.acts.length === 0) return <p className="hint">{t('cbm.aidFirst')}</p>
  const take = (measures: readonly string[]) => onChange({ measures: [...confirmed, ...measures] })
  return (
    <section className="entry-aid" aria-labelledby="aid-counts-for">
      <h2 id="aid-counts-for">{t('cbm.aidTitle')}</h2>
      <p className="hint">{t('cbm.aidLead')}</p>
      <CountedMeasures
        found={found}
        level={3}
        actOn={(one) =>
          one.counting === 'proposed' ? (
            <button type="button" onClick={() => take([one.measure])}>
              {t('cbm.take')} <span className="sr-only">{one.name}</span>
            </button>
          ) : one.counting === 'confirmed' ? (
            <button
              type="button"
              className="button-quiet"
              onClick={() => onChange({ measures: confirmed.filter((each) => each !== one.measure) })}
            >
              {t('cbm.takeBack')} <span className="sr-only">{one.name}</span>
            </button>
          ) : null
        }
      />
      {open.length > 1 && (
        <p>
          <button type="button" onClick={() => take(open)}>
            {t('cbm.takeAll', { count: open.length })}
          </button>
        </p>
      )}
    </section>
  )
}
