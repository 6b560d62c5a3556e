/** The two dense cells of a package: proportionality by dimension, and what each step needs. */
import type { Package, PackageStep } from '@demarche/core'
import { entryOf } from '../../grounds/labels.ts'
import { GroundsButton } from '../../grounds/grounds-button.tsx'
import { words } from '../../parts/format-value.ts'
import { ON_RECORD } from '../../parts/language-on-record.ts'
import { reasonInDesk } from '../../parts/say-reason.ts'
import { useText } from '../../texts.ts'
import { dimensionsApart, headroomOf } from './tell-apart.ts'
import { useCase } from '../case/case-context.ts'

const READS = { supports: '✓', 'argues-restraint': '▼', neutral: '·', unknown: '○' } as const

export function ProportionalityCell({
  value,
  packageId,
}: {
  readonly value: Package['proportionality']
  readonly packageId: string
}) {
  const t = useText()
  const { dossier } = useCase()
  const supporting = value.perDimension.filter(({ reads }) => reads === 'supports').length
  const apart = dimensionsApart(dossier.packages)
  const room = headroomOf({ proportionality: value })
  return (
    <>
      <GroundsButton topic={{ kind: 'package', id: packageId }}>
        {t(`proportionality.${value.verdict}`)}{' '}
        <span className="quiet">
          {t('options.supporting', { count: supporting, total: value.perDimension.length })}
        </span>
      </GroundsButton>
      <p className="quiet">
        {value.usualCeiling === null
          ? t('options.escalation', { level: value.highestEscalation })
          : t('options.escalationCeiling', { level: value.highestEscalation, ceiling: value.usualCeiling })}
        {room !== null && room > 0 && `${t('mark.colon')} ${t('options.below', { count: room })}`}
        {room === 0 && `${t('mark.colon')} ${t('options.atCeiling')}`}
        {room !== null && room < 0 && `${t('mark.colon')} ${t('options.above', { count: -room })}`}
      </p>
      {apart.length > 0 && (
        <ul className="reads">
          {value.perDimension
            .filter(({ dimension }) => apart.includes(dimension))
            .map(({ dimension, reads }) => (
              <li key={dimension} data-reads={reads}>
                <span aria-hidden="true">{READS[reads]}</span> {t(`dimension.${dimension}`)}{' '}
                <span className="quiet">{t(`reads.${reads}`)}</span>
              </li>
            ))}
        </ul>
      )}
      <details>
        <summary>{t('options.perDimension')}</summary>
        <ul className="reads">
          {value.perDimension.map(({ dimension, reads, reason, words: said }) => (
            <li key={dimension} data-reads={reads}>
              <span aria-hidden="true">{READS[reads]}</span> <strong>{t(`dimension.${dimension}`)}</strong>{' '}
              {t(`reads.${reads}`)}. <span className="quiet">{reasonInDesk(t, said, reason)}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

function Step({ step }: { readonly step: PackageStep }) {
  const t = useText()
  const { doctrine, dossier } = useCase()
  const stated = step.leadTime.basis !== 'our-judgement'
  const list = (names: readonly string[]) => (names.length === 0 ? t('options.none') : names.join(', '))
  const documents = step.documents.map((id) => entryOf(doctrine, id, dossier.asOf)?.label ?? words(id))
  return (
    <details className="step-needs">
      <summary>
        {step.label}
        {t('mark.colon')}{' '}
        {!stated && (
          <abbr className="estimate" title={t('options.estimate')}>
            ◌
          </abbr>
        )}{' '}
        {step.leadTime.text}
      </summary>
      <dl className="pairs">
        <dt>{t('options.proposer')}</dt>
        <dd>{list(step.proposers)}</dd>
        <dt>{t('options.decider')}</dt>
        <dd>{list(step.deciders)}</dd>
        <dt>{t('options.votingRule')}</dt>
        <dd>{step.votingRule}</dd>
        <dt>{t('options.legalBasis')}</dt>
        <dd lang={ON_RECORD}>{step.legalBasis}</dd>
        <dt>{t('options.documents')}</dt>
        <dd>{list(documents)}</dd>
        <dt>{t('options.leadTime')}</dt>
        <dd>
          {step.leadTime.text}{' '}
          {stated ? (
            <span className="quiet" lang={ON_RECORD}>
              {step.leadTime.basis}
            </span>
          ) : (
            <span className="quiet">{t('options.estimate')}</span>
          )}
        </dd>
      </dl>
    </details>
  )
}

export function StepNeeds({ steps }: { readonly steps: readonly PackageStep[] }) {
  const t = useText()
  if (steps.length === 0) return <span className="quiet">{t('options.none')}</span>
  return steps.map((step) => <Step key={step.measure} step={step} />)
}
