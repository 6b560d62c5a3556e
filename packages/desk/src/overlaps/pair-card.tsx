/**
 * Two projects side by side, what the desk found between them and why, and what people say of it.
 *
 * Never a score; the word of a person stands beside that of the desk (docs/rules/overlap.md, OVL-12, OVL-19).
 */
import type { OverlapPair, OverlapProject, VerdictOnRecord } from '@demarche/api'
import { PLAN } from '@demarche/api/overlap-plan.ts'
import { isPartialDate } from '@demarche/core/kernel/partial-date.ts'
import { formatPartialDate } from '../parts/format-date.ts'
import { propertyOf, sayWord } from '@demarche/core/portfolio/record-kind.ts'
import type { RecordKind } from '@demarche/core'
import { type ReactNode, useId, useState } from 'react'
import { recordPath } from '../frame/address.ts'
import { GoLink } from '../frame/go-link.tsx'
import { usePartyName } from '../parts/party-name.ts'
import { MayRecord } from '../record/may-record.tsx'
import { useText } from '../texts.ts'
import {
  OUTCOME_WORDS,
  type OverlapWords,
  sayFew,
  sayOutcome,
  sayReason,
  saySettling,
  saySharing,
} from './say-overlap.ts'
import { useOverlapWords } from './use-overlap-words.ts'
import { VerdictDialog } from './verdict-dialog.tsx'

interface Props {
  readonly pair: OverlapPair
  /** both projects, by entity */
  readonly projects: Readonly<Record<string, OverlapProject>>
  readonly project: RecordKind
  readonly verdict: RecordKind
  /** the project on whose page the pair stands: it needs no link to itself */
  readonly around?: string
}

export function PairCard({ pair, projects, project, verdict, around }: Props) {
  const t = useText()
  const id = useId()
  const say = useOverlapWords(project, projects)
  const [judging, setJudging] = useState<string | null>(null)
  const { a, b, outcome, reasons, wouldSettle, verdicts } = pair
  const sharing = saySharing(pair, projects, say)
  const named = (entity: string) =>
    entity === PLAN ? (
      say.projectName(entity)
    ) : (
      <GoLink to={recordPath(entity)}>{say.projectName(entity)}</GoLink>
    )
  const hasPlan = a === PLAN || b === PLAN
  // beneath the heading of a section, or of the page itself
  const isInSection = around !== undefined || hasPlan
  const Heading = isInSection ? 'h3' : 'h2'
  const Part = isInSection ? 'h4' : 'h3'
  return (
    <article className="pair" aria-labelledby={id} data-outcome={outcome}>
      <div className="section-head">
        <Heading id={id}>
          {!isInSection
            ? t('overlaps.pair', { one: say.projectName(a), other: say.projectName(b) })
            : t('overlaps.with', { name: say.projectName(a === (around ?? PLAN) ? b : a) })}
        </Heading>
        <span className="tag">{t(OUTCOME_WORDS[outcome])}</span>
      </div>
      <p>{sayOutcome(pair, t)}</p>
      {sharing && <p>{sharing}</p>}
      <Sides
        say={say}
        sides={[a, b].map((entity) => ({ entity, heading: named(entity), shown: projects[entity] }))}
      />
      <div className="pair-reasons">
        <Lines
          heading={Part}
          title={t('overlaps.why')}
          lines={reasons.flatMap((reason) => sayReason(reason, pair, say))}
        />
        {wouldSettle.length > 0 && (
          <Lines
            heading={Part}
            title={t('overlaps.settle')}
            lines={wouldSettle.map((field) => saySettling(field, say))}
          />
        )}
      </div>
      {!hasPlan && (
        <>
          <Verdicts heading={Part} verdicts={verdicts} kind={verdict} />
          <MayRecord>
            <p className="actions">
              {outcome !== 'cannot-tell' && (
                <button type="button" onClick={() => setJudging(outcome)}>
                  {t('overlaps.confirm')}{' '}
                  <span className="sr-only">{say.list([a, b].map(say.projectName))}</span>
                </button>
              )}
              <button type="button" onClick={() => setJudging('')}>
                {t(outcome === 'cannot-tell' ? 'overlaps.judge' : 'overlaps.overrule')}{' '}
                <span className="sr-only">{say.list([a, b].map(say.projectName))}</span>
              </button>
            </p>
          </MayRecord>
        </>
      )}
      {judging !== null && (
        <VerdictDialog
          pair={pair}
          projects={projects}
          kind={verdict}
          preset={judging}
          onClose={() => setJudging(null)}
        />
      )}
    </article>
  )
}

/** Dates that sources give, side by side. */
function dates(values: readonly string[]): string {
  return values.map((value) => (isPartialDate(value) ? formatPartialDate(value) : value)).join(' / ')
}

interface Side {
  readonly entity: string
  readonly heading: ReactNode
  readonly shown: OverlapProject | undefined
}

function Sides({ say, sides }: { readonly say: OverlapWords; readonly sides: readonly Side[] }) {
  const { t, placeName, themeName } = say
  const known = (words: readonly string[]): ReactNode =>
    words.length === 0 ? <span className="quiet">{t('overlaps.notKnown')}</span> : sayFew(words, say)
  const rows: readonly (readonly [string, (project: OverlapProject) => ReactNode])[] = [
    [t('overlaps.countries'), ({ countries, regions }) => known([...countries, ...regions].map(placeName))],
    [
      t('overlaps.period'),
      ({ start, end }) =>
        start.length + end.length === 0
          ? known([])
          : `${dates(start) || t('overlaps.notKnown')} – ${dates(end) || t('overlaps.open')}`,
    ],
    [t('overlaps.themes'), ({ themes }) => known(themes.map(themeName))],
    [t('overlaps.donors'), ({ donors }) => known(donors)],
    [t('overlaps.implementers'), ({ implementers }) => known(implementers)],
  ]
  return (
    <table className="table cards pair-sides">
      <thead>
        <tr>
          <th scope="col">{t('overlaps.what')}</th>
          {sides.map(({ entity, heading }) => (
            <th scope="col" key={entity}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {sides.map(({ entity, shown }) => (
              <td key={entity} data-label={say.projectName(entity)}>
                {shown ? value(shown) : known([])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type PartHeading = 'h3' | 'h4'

interface LinesProps {
  readonly heading: PartHeading
  readonly title: string
  readonly lines: readonly string[]
}

function Lines({ heading: Heading, title, lines }: LinesProps) {
  return (
    <section>
      <Heading>{title}</Heading>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

interface VerdictsProps {
  readonly heading: PartHeading
  readonly verdicts: readonly VerdictOnRecord[]
  readonly kind: RecordKind
}

function Verdicts({ heading: Heading, verdicts, kind }: VerdictsProps) {
  const t = useText()
  const partyName = usePartyName()
  const property = propertyOf(kind, 'verdict')
  return (
    <section className="pair-verdicts">
      <Heading>{t('overlaps.verdicts')}</Heading>
      {verdicts.length === 0 && <p className="quiet">{t('overlaps.noVerdict')}</p>}
      <ul>
        {verdicts.map(({ entity, verdicts: said, grounds, on, by }) => {
          const values = {
            who: by.map(partyName).join(', '),
            verdict: said.map((word) => (property ? sayWord(property, word) : word)).join(' / '),
            grounds: grounds.length > 0 ? grounds.join(' ') : t('overlaps.noGrounds'),
          }
          return (
            <li key={entity}>
              {on !== null && isPartialDate(on)
                ? t('overlaps.saysOn', { ...values, date: formatPartialDate(on) })
                : t('overlaps.says', values)}{' '}
              <GoLink to={recordPath(entity)}>{t('overlaps.toVerdict')}</GoLink>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
