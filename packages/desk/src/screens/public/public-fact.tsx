/** One property of a public record: every value that stands, with what is doubtful about it. */
import type { FactRow, RecordDoubt } from '@demarche/core'
import { alternativesOf } from '@demarche/core/portfolio/read-record.ts'
import type { ReactNode } from 'react'
import { SaidValue } from '../../parts/said.tsx'
import type { Wording } from '../../record/wording.ts'
import { useText } from '../../texts.ts'
import { inPublic } from './public-words.ts'

interface Props {
  readonly row: FactRow | undefined
  readonly property: string
  readonly wording: Wording
  readonly doubts: readonly RecordDoubt[]
  /** what a value rests on, by its statements */
  readonly sourcesOf?: (statements: readonly string[]) => ReactNode
}

export function PublicFact({ row, property, wording, doubts, sourcesOf }: Props) {
  const t = useText()
  const doubt = doubts.find((one) => one.property === property)?.what
  const values = row ? alternativesOf(row) : []
  return (
    <div>
      <dt>{wording.label(property)}</dt>
      <dd>
        {values.length === 0 && (
          <span className="quiet">{t(doubt === 'missing' ? 'public.notKnown' : 'public.notStated')}</span>
        )}
        {values.map(({ value, support }, index) => (
          <div key={index} className="own-lines">
            <SaidValue said={inPublic(wording.say(property, value, row?.unit))} />
            {sourcesOf?.(support.map(({ statement }) => statement))}
          </div>
        ))}
        {doubt === 'contested' && <span className="differs"> {t('public.differ')}</span>}
        {doubt === 'unverified' && <span className="quiet"> {t('public.unverified')}</span>}
      </dd>
    </div>
  )
}
