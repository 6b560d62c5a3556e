/** Whether an item of evidence may carry a listing, question by question, and the gaps in its chain of custody. */
import type { Custody, ListingUseFinding, PortfolioRecord } from '@demarche/core'
import { wordsIn } from '@demarche/core/portfolio/read-record.ts'
import { recordPath } from '../../frame/address.ts'
import { LegalBases } from '../../evidence/legal-bases.tsx'
import { GoLink } from '../../frame/go-link.tsx'
import { useText } from '../../texts.ts'

interface Props {
  readonly listingUse: ListingUseFinding
  readonly custody: Custody
  readonly record: Pick<PortfolioRecord, 'facts' | 'asOf'>
}

const SYMBOLS = { yes: '✓', no: '✕', open: '○' } as const

export function EvidenceFinding({ listingUse, custody, record }: Props) {
  const t = useText()
  const { use, questions, fromCriminalProcedure } = listingUse
  const nameOf = (entity: string) => custody.entries.find((one) => one.entity === entity)?.name ?? entity
  return (
    <section className="record-doubts" aria-labelledby="finding">
      <h2 id="finding">{t('finding.listingUse')}</h2>
      <p>
        <strong>{t(`finding.use.${use}`)}</strong>{' '}
        {fromCriminalProcedure && t('finding.fromCriminalProcedure')}
      </p>
      <ul className="plain-rows">
        {questions.map(({ question, answer }) => (
          <li key={question} className="record-doubt">
            <span className="record-doubt-label">{t(`finding.question.${question}`)}</span>
            <span>
              <span aria-hidden="true">{SYMBOLS[answer]}</span> {t(`finding.answer.${answer}`)}
            </span>
          </li>
        ))}
      </ul>
      <LegalBases bases={wordsIn(record, 'legalBasis')} asOf={record.asOf} />
      {custody.gaps.length > 0 && (
        <>
          <h3>{t('finding.gaps', { count: custody.gaps.length })}</h3>
          <ul className="plain-rows">
            {custody.gaps.map(({ entity, gap }) => (
              <li key={`${entity} ${gap}`} className="record-doubt">
                <GoLink className="record-doubt-label" to={recordPath(entity)}>
                  {nameOf(entity)}
                </GoLink>
                <span>{t(`finding.gap.${gap}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="quiet">{t('finding.listingUseRests')}</p>
    </section>
  )
}
