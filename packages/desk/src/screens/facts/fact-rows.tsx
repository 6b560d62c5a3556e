/** The rows of one property: one for each value, the statement behind it beside it. */
import { dayInBrussels } from '@demarche/core/kernel/brussels-day.ts'
import { formatPartialDate } from '../../parts/format-date.ts'
import { alternativesOf } from '@demarche/core/portfolio/read-record.ts'
import type { FactRow, Statement } from '@demarche/core'
import { MarkingLabel } from '../../frame/marking-banner.tsx'
import { GroundsButton } from '../../grounds/grounds-button.tsx'
import { Unverified } from '../../parts/authority-mark.tsx'
import { formatValidity } from '../../parts/format-validity.ts'
import { formatInstant, formatPlace } from '../../parts/format-value.ts'
import { languageOf, type LanguageOnRecord } from '../../parts/language-on-record.ts'
import { useRecorderName } from '../../parts/recorder-name.ts'
import { SaidValue } from '../../parts/said.tsx'
import { semicolon } from '../../parts/semicolon.ts'
import { MayRecord } from '../../record/may-record.tsx'
import { useOnRecord } from '../../record/on-record.ts'
import { leads, type Said } from '../../record/wording.ts'
import { useText } from '../../texts.ts'
import { type FactAct, isStatable } from './fact-row.ts'
import { OtherTimes } from './other-times.tsx'

function StatementCells({
  statement,
  more,
}: {
  readonly statement: Statement | undefined
  readonly more: number
}) {
  const t = useText()
  const recorderName = useRecorderName(useOnRecord().entity)
  if (!statement) {
    return (
      <td colSpan={4} className="quiet" data-label={t('facts.column.source')}>
        {t('facts.derived')}
      </td>
    )
  }
  const { source, grading } = statement
  return (
    <>
      <td data-label={t('facts.column.source')} className="cell-source">
        <span>
          <span lang={languageOf(statement)}>{source.document}</span>
          {source.locator && `, ${formatPlace(t, source.locator)}`}
          {source.date && <span className="quiet">, {formatPartialDate(source.date)}</span>}{' '}
          {!source.verified && <Unverified />}
          {more > 0 && <span className="quiet"> {t('facts.moreSources', { count: more })}</span>}
        </span>
      </td>
      <td data-label={t('facts.column.grading')}>
        <span>
          <abbr
            title={`${t(`reliability.${grading.reliability}`)}${semicolon()}${t(`credibility.${grading.credibility}`)}`}
          >
            {grading.reliability}
            {grading.credibility}
          </abbr>
          {statement.confidence && <span className="quiet"> {t(`confidence.${statement.confidence}`)}</span>}
        </span>
      </td>
      <td data-label={t('facts.column.marking')}>
        <MarkingLabel marking={statement.marking} />
      </td>
      <td data-label={t('facts.column.recorded')} className="cell-recorded">
        <span>
          {recorderName(statement)},{' '}
          <span className="quiet" title={formatInstant(statement.assertedAt)}>
            {formatPartialDate(dayInBrussels(statement.assertedAt))}
          </span>
        </span>
      </td>
    </>
  )
}

/** The value opens its grounds; where it leads somewhere itself, its grounds stand beside it. */
function FactValueGrounds({
  row,
  said,
  lang,
  verified,
}: {
  readonly row: FactRow
  readonly said: Said
  readonly lang: LanguageOnRecord
  readonly verified: boolean | undefined
}) {
  const t = useText()
  const topic = { kind: 'fact', id: row.property } as const
  if (!leads(said)) {
    return (
      <GroundsButton row topic={topic} verified={verified}>
        <SaidValue said={said} lang={lang} />
      </GroundsButton>
    )
  }
  return (
    <>
      <SaidValue said={said} lang={lang} />{' '}
      <GroundsButton row topic={topic} verified={verified}>
        <span className="quiet">{t('grounds.title')}</span>
      </GroundsButton>
    </>
  )
}

export function FactRows({ row, onAct }: { readonly row: FactRow; readonly onAct: (act: FactAct) => void }) {
  const t = useText()
  const { statements, wording } = useOnRecord()
  const label = wording.label(row.property)
  const alternatives = alternativesOf(row)
  const contested = row.fact?.state === 'contested'
  const derived = row.fact !== undefined && row.fact.state !== 'unknown' && row.fact.derivedBy !== undefined
  if (alternatives.length === 0) {
    return (
      <tr>
        <th scope="row">{label}</th>
        <td data-label={label} className="cell-value" colSpan={5}>
          {t('fact.unknownThen')}
          <OtherTimes row={row} />
        </td>
        <td className="cell-acts">
          <MayRecord>
            <button type="button" className="button-quiet" onClick={() => onAct({ kind: 'add', row })}>
              {t('facts.add')} <span className="sr-only">{label}</span>
            </button>
          </MayRecord>
        </td>
      </tr>
    )
  }
  return (
    <>
      {alternatives.map((alternative, index) => {
        const found = alternative.support.flatMap(({ statement }) => statements[statement] ?? [])
        const own = found.find(({ assertions }) =>
          assertions.some(({ property }) => property === row.property),
        )
        const assertion = own?.assertions.find(({ property }) => property === row.property)
        const when = assertion ? formatValidity(t, assertion) : ''
        const first = own ?? (derived ? undefined : found[0])
        return (
          <tr key={index} data-contested={contested || undefined}>
            {index === 0 && (
              <th scope="rowgroup" rowSpan={alternatives.length}>
                {label}
                {contested && (
                  <>
                    {' '}
                    <span className="tag" data-tone="warn">
                      {t('facts.contestedTag')}
                    </span>
                  </>
                )}
                {row.cardinality === 'many' && (
                  <span className="quiet"> {t('facts.values', { count: alternatives.length })}</span>
                )}
              </th>
            )}
            <td data-label={label} className="cell-value">
              <FactValueGrounds
                row={row}
                said={wording.say(row.property, alternative.value, row.unit)}
                lang={languageOf(...found)}
                verified={first ? first.source.verified : undefined}
              />
              {when && <span className="quiet"> {when}</span>}
              {index === alternatives.length - 1 && <OtherTimes row={row} />}
            </td>
            <StatementCells statement={first} more={alternative.support.length - 1} />
            <td className="cell-acts">
              <MayRecord>
                {index === 0 && isStatable(row, wording.vocabulary) && (
                  <button type="button" className="button-quiet" onClick={() => onAct({ kind: 'add', row })}>
                    {t(derived ? 'facts.state' : 'facts.add')} <span className="sr-only">{label}</span>
                  </button>
                )}
                {own &&
                  (['correct', 'retract'] as const).map((kind) => (
                    <button
                      key={kind}
                      type="button"
                      className="button-quiet"
                      onClick={() => onAct({ kind, row, statement: own, value: alternative.value })}
                    >
                      {t(`facts.${kind}`)} <span className="sr-only">{label}</span>
                    </button>
                  ))}
              </MayRecord>
            </td>
          </tr>
        )
      })}
    </>
  )
}
