/** Measures that an act counts for, set by set, with the reasons in words; whoever uses it gives each its acts. */
import type { Counting, CountsFor } from '@demarche/core'
import type { ReactNode } from 'react'
import { recordPath } from '../frame/address.ts'
import { GoLink } from '../frame/go-link.tsx'
import { usePlaceName, useShortPlaceName } from '../portfolio/places.ts'
import { useText } from '../texts.ts'
import { sayCounting } from './say-counting.ts'
import { useActWord } from './use-counts-for.ts'

interface Props {
  readonly found: readonly CountsFor[]
  /** the heading level that fits where it stands */
  readonly level: 3 | 4
  readonly actOn?: (one: CountsFor) => ReactNode
}

const SYMBOLS: Readonly<Record<Counting, string>> = {
  confirmed: '●',
  contested: '≠',
  proposed: '?',
  'set-aside': '○',
  outside: '–',
}

/** What the State has no part in stands last, and folded. */
export function CountedMeasures({ found, ...rest }: Props) {
  const t = useText()
  const outside = found.filter(({ counting }) => counting === 'outside')
  return (
    <>
      <BySet found={found.filter(({ counting }) => counting !== 'outside')} {...rest} />
      {outside.length > 0 && (
        <details className="more">
          <summary>{t('cbm.outside', { count: outside.length })}</summary>
          <BySet found={outside} {...rest} />
        </details>
      )}
    </>
  )
}

function BySet({ found, level, actOn }: Props) {
  const t = useText()
  const placeName = usePlaceName()
  const short = useShortPlaceName()
  const sayAct = useActWord()
  const Heading = `h${level}` as const
  return [...Map.groupBy(found, ({ set }) => set)].map(([set, measures]) => (
    <div key={set} className="counted">
      <Heading>{placeName(set)}</Heading>
      <ul className="plain-rows">
        {measures.map((one) => (
          <li key={one.measure} className="counted-measure">
            <div>
              <p>
                <GoLink to={recordPath(one.measure)}>
                  {one.number === undefined
                    ? one.name
                    : t('cbm.numbered', { set: short(set), number: one.number, name: one.name })}
                </GoLink>{' '}
                <span className="standing" data-standing={one.counting}>
                  <span aria-hidden="true">{SYMBOLS[one.counting]}</span> {t(`cbm.counting.${one.counting}`)}
                </span>
              </p>
              <p className="quiet">{sayCounting(one, { t, placeName: short, sayAct }).join(' ')}</p>
            </div>
            {actOn?.(one)}
          </li>
        ))}
      </ul>
    </div>
  ))
}
