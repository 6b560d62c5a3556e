/**
 * Before a listing: which items under it were obtained in criminal procedure, or refused, and who answered the question.
 *
 * Stands with the options of a case, and with the course of a procedure about such a measure (EVI-04).
 */
import type { CaseEvidenceItem, ListingUseSaid } from '@demarche/api'
import { useKind } from '../api/portfolio-queries.ts'
import { useCaseEvidence } from '../api/evidence-queries.ts'
import { recordPath, useAsOf } from '../frame/address.ts'
import { GoLink } from '../frame/go-link.tsx'
import { useScreenMarking } from '../frame/screen-marking.tsx'
import { formatPartialDate } from '../parts/format-date.ts'
import { usePartyName } from '../parts/party-name.ts'
import { isPartialDate } from '@demarche/core/kernel/partial-date.ts'
import { questionBeforeListing } from '@demarche/core/portfolio/evidence/weigh-listing-use.ts'
import { propertyOf } from '@demarche/core/portfolio/record-kind.ts'
import { useViewAs } from '../screens/access/view-as.ts'
import { useText } from '../texts.ts'

interface Props {
  /** the case */
  readonly entity: string
  /** of this measure alone; of every restrictive one when absent */
  readonly measure?: string
  /** what measures are called; left out where one measure is meant */
  readonly labelOf?: (measure: string) => string
}

/** Measures that list somebody, as the doctrine calls them. */
const LISTS = /^rest-(travel-ban|asset-freeze|funds-ban)$/

export function ListingQuestions({ entity, measure, labelOf }: Props) {
  const t = useText()
  const [asOf] = useAsOf()
  const [as] = useViewAs()
  const { data } = useCaseEvidence(entity, asOf, as === undefined)
  const concerned = (item: CaseEvidenceItem) =>
    item.measures.filter((one) =>
      measure === undefined ? LISTS.test(one) : LISTS.test(one) && one === measure,
    )
  const items = (as === undefined ? (data?.items ?? []) : []).filter(
    (item) =>
      concerned(item).length > 0 &&
      (item.listingUse.fromCriminalProcedure || questionBeforeListing(item.listingUse) !== null),
  )
  useScreenMarking(items.map(({ marking }) => marking))
  if (items.length === 0) return null
  const waits = items.some(({ listingUse }) => questionBeforeListing(listingUse) !== null)
  return (
    <section
      className="note listing-questions"
      data-tone={waits ? 'warn' : 'info'}
      aria-labelledby="listing-questions"
    >
      <h2 id="listing-questions">{t('evidence.question')}</h2>
      <p>{t(waits ? 'evidence.questionWaits' : 'evidence.questionAnswered')}</p>
      <ul className="plain-rows">
        {items.map((item) => (
          <li key={item.entity}>
            <GoLink to={recordPath(item.entity)}>{item.name}</GoLink>
            {t('mark.colon')}{' '}
            <strong>
              {t(`finding.use.${questionBeforeListing(item.listingUse) ?? item.listingUse.use}`)}
            </strong>
            {labelOf && (
              <span className="quiet">
                {' '}
                {t('evidence.under', { measures: concerned(item).map(labelOf).join(', ') })}
              </span>
            )}
            <Answers answers={item.answers} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Answers({ answers }: { readonly answers: readonly ListingUseSaid[] }) {
  const t = useText()
  const partyName = usePartyName()
  const kind = useKind('evidence-item')
  const words = kind && propertyOf(kind, 'listingUse')?.values
  if (answers.length === 0) return <div className="quiet">{t('evidence.noAnswer')}</div>
  return (
    <>
      {answers.map(({ value, statement, by, document, party, date }) => (
        <div key={statement} className="quiet">
          {t('evidence.answer', {
            what: (typeof words === 'object' && words[value]) || value,
            by: partyName(by),
            document: party === undefined ? document : `${partyName(party)}, ${document}`,
          })}
          {date !== undefined && isPartialDate(date) && ` (${formatPartialDate(date)})`}
        </div>
      ))}
    </>
  )
}
