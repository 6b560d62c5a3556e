/** One statement as evidence: source, date, grading, confidence, marking, who recorded it and when. */
import { datesInWords } from '@demarche/core/drafting/phrase-dates.ts'
import { formatPartialDate } from '../parts/format-date.ts'
import type { Statement } from '@demarche/core'
import { MarkingLabel } from '../frame/marking-banner.tsx'
import { Unverified } from '../parts/authority-mark.tsx'
import { formatValidity } from '../parts/format-validity.ts'
import { formatInstant, formatPlace } from '../parts/format-value.ts'
import { languageOf } from '../parts/language-on-record.ts'
import { SaidValue } from '../parts/said.tsx'
import { useRecorderName } from '../parts/recorder-name.ts'
import { semicolon } from '../parts/semicolon.ts'
import { useWordingOf } from '../record/on-record.ts'
import { EraseButton, Tombstone } from '../screens/record/erase-button.tsx'
import { NamedItems } from '../evidence/named-items.tsx'
import { StatementAccess } from './statement-access.tsx'
import { useText } from '../texts.ts'

interface Props {
  readonly statement: Statement
  /** show only what it says about this property */
  readonly property?: string | undefined
  /** offers what can be asked and done about it: who can see it, marking it anew, proposing its erasure */
  readonly mayErase?: boolean
}

export function StatementCard({ statement, property, mayErase = false }: Props) {
  const t = useText()
  const recorderName = useRecorderName(statement.entity)
  const wording = useWordingOf(statement.entity)
  const { source, grading } = statement
  const said = statement.assertions.filter((assertion) => !property || assertion.property === property)
  const lang = languageOf(statement)
  const exactPlace = source.locator !== undefined && formatPlace(t, source.locator) !== source.locator
  return (
    <article className="statement">
      <Tombstone statement={statement} />
      <p className="statement-source">
        {source.party && (
          <strong>
            {source.party}
            {t('mark.colon')}{' '}
          </strong>
        )}
        <span lang={lang}>{source.document}</span>
        {source.locator && (
          <span lang={exactPlace ? undefined : lang}>, {formatPlace(t, source.locator)}</span>
        )}{' '}
        {!source.verified && <Unverified />}
      </p>
      {said.slice(0, 4).map((assertion, index) => (
        <p key={index} className="statement-said">
          {wording ? <SaidValue said={wording.say(assertion.property, assertion.value)} lang={lang} /> : '…'}
          {formatValidity(t, assertion) && <span className="quiet"> {formatValidity(t, assertion)}</span>}
        </p>
      ))}
      <dl className="pairs">
        <dt>{t('statement.date')}</dt>
        <dd>{source.date ? formatPartialDate(source.date) : t('statement.undated')}</dd>
        <dt>{t('statement.grading')}</dt>
        <dd>
          <abbr
            title={`${t(`reliability.${grading.reliability}`)}${semicolon()}${t(`credibility.${grading.credibility}`)}`}
          >
            {grading.reliability}
            {grading.credibility}
          </abbr>{' '}
          <span className="quiet">
            {t(`reliability.${grading.reliability}`)}
            {semicolon()}
            {t(`credibility.${grading.credibility}`)}
          </span>
        </dd>
        {statement.confidence && (
          <>
            <dt>{t('statement.confidence')}</dt>
            <dd>{t(`confidence.${statement.confidence}`)}</dd>
          </>
        )}
        <dt>{t('statement.marking')}</dt>
        <dd>
          <MarkingLabel marking={statement.marking} />
        </dd>
        <dt>{t('statement.recorded')}</dt>
        <dd>
          {t('statement.recordedBy', {
            by: recorderName(statement),
            at: formatInstant(statement.assertedAt),
          })}
        </dd>
        {source.address && (
          <>
            <dt>{t('statement.address')}</dt>
            <dd className="break">
              {/^https?:/.test(source.address) ? (
                <a href={source.address} rel="noreferrer noopener" target="_blank">
                  {source.address}
                </a>
              ) : (
                source.address
              )}
            </dd>
          </>
        )}
        {source.evidence && (
          <>
            <dt>{t('evidence.restsOn')}</dt>
            <dd>
              <NamedItems items={source.evidence} />
            </dd>
          </>
        )}
        {(source.note ?? statement.reason) && (
          <>
            <dt>{t('statement.note')}</dt>
            <dd lang={lang}>{datesInWords([source.note, statement.reason].filter(Boolean).join(' '))}</dd>
          </>
        )}
        {exactPlace && (
          <>
            <dt>{t('statement.exactPlace')}</dt>
            <dd className="mono break">{source.locator}</dd>
          </>
        )}
        <dt>{t('statement.id')}</dt>
        <dd className="mono" title={statement.id}>
          {statement.id.slice(0, 12)}
        </dd>
      </dl>
      {mayErase && <StatementAccess statement={statement} />}
      {mayErase && <EraseButton statement={statement} />}
    </article>
  )
}
