/** What an entry says beyond the common part: by kind, in the words of the pack. */
import type { Doctrine, DoctrineEntry, LegalTest, Measure } from '@demarche/core'
import { entryOf } from '../../grounds/labels.ts'
import { Unverified } from '../../parts/authority-mark.tsx'
import { Cited } from '../../parts/cited.tsx'
import { words } from '../../parts/format-value.ts'
import { ON_RECORD } from '../../parts/language-on-record.ts'
import { useText } from '../../texts.ts'
import { CategoryTag } from '../options/category-tag.tsx'
import { Lines } from './entry-body.tsx'
import { RightsBasis } from '../rights/rights-basis.tsx'
import { GroupDetails } from './group-details.tsx'

function TestDetails({ test }: { readonly test: LegalTest }) {
  const t = useText()
  return (
    <>
      <Lines title="grounds.lawLeavesOpen" lines={test.lawLeavesOpen} />
      <Lines
        title="doctrine.factors"
        lines={test.factors?.map(({ label, source }) => `${label} (${source.locator})`)}
      />
      {test.practice.length > 0 && (
        <>
          <h2>{t('doctrine.practice')}</h2>
          <ul className="prose">
            {test.practice.map((one) => (
              <li key={one.text}>
                {one.text} <Cited citation={one.source} className="quiet" /> {!one.verified && <Unverified />}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function MeasureDetails({ doctrine, measure }: { readonly doctrine: Doctrine; readonly measure: Measure }) {
  const t = useText()
  return (
    <>
      <p>
        <CategoryTag category={measure.category} />{' '}
        <span className="quiet">{t(`membership.${measure.toolboxMembership}`)}</span>
      </p>
      <dl className="pairs">
        <dt>{t('options.proposer')}</dt>
        <dd>{measure.proposers.join(', ')}</dd>
        <dt>{t('options.decider')}</dt>
        <dd>{measure.deciders.join(', ')}</dd>
        <dt>{t('options.votingRule')}</dt>
        <dd>{measure.votingRule}</dd>
        <dt>{t('options.legalBasis')}</dt>
        <dd lang={ON_RECORD}>{measure.legalBasis}</dd>
        <dt>{t('options.attribution')}</dt>
        <dd>{measure.attribution.text}</dd>
        <dt>{t('options.leadTime')}</dt>
        <dd>
          {measure.leadTime.text}{' '}
          {measure.leadTime.basis === 'our-judgement' ? (
            <span className="quiet">{t('options.estimate')}</span>
          ) : (
            <span className="quiet" lang={ON_RECORD}>
              {measure.leadTime.basis}
            </span>
          )}
        </dd>
        <dt>{t('options.reversibility')}</dt>
        <dd>{measure.reversibility}</dd>
        <dt>{t('options.escalationShort')}</dt>
        <dd>{t('level.known', { level: measure.escalation })}</dd>
      </dl>
      <Lines title="doctrine.availability" lines={measure.availability.map(({ text }) => text)} />
      <Lines title="doctrine.preconditions" lines={measure.preconditions} />
      <Lines
        title="options.documents"
        lines={measure.documents.map(
          (id) => doctrine.documents.find((one) => one.id === id)?.label ?? words(id),
        )}
      />
      <Lines title="options.costs" lines={measure.costs} />
      <Lines title="options.risks" lines={measure.risks} />
      <Lines
        title="options.conflicts"
        lines={measure.conflictsWith.map(
          ({ measure: other, why }) =>
            `${entryOf(doctrine, other)?.label ?? words(other)}${t('mark.colon')} ${why}`,
        )}
      />
      <Lines title="doctrine.example" lines={measure.example ? [measure.example.text] : []} />
    </>
  )
}

export function EntryDetails({
  doctrine,
  entry,
}: {
  readonly doctrine: Doctrine
  readonly entry: DoctrineEntry
}) {
  const t = useText()
  const test = doctrine.tests.find((one) => one === entry)
  if (test) return <TestDetails test={test} />
  const measure = doctrine.measures.find((one) => one === entry)
  if (measure) return <MeasureDetails doctrine={doctrine} measure={measure} />
  const scale = doctrine.scales.find((one) => one === entry)
  if (scale)
    return (
      <Lines
        title="doctrine.anchors"
        lines={[
          scale.question,
          ...scale.anchors.map((anchor, level) => `${level}${t('mark.colon')} ${anchor}`),
        ]}
      />
    )
  const norm = doctrine.norms.find((one) => one === entry)
  if (norm) {
    return (
      <>
        <Lines title="doctrine.items" lines={norm.items.map(({ text }) => text)} />
        <Lines title="norm.thenAsk" lines={norm.thenAsk ? [norm.thenAsk] : []} />
      </>
    )
  }
  const found = doctrine.packages.find((one) => one === entry)
  if (found) return <Lines title="doctrine.purpose" lines={[found.purpose]} />
  const rule = doctrine.votingRules.find((one) => one === entry)
  if (rule) {
    return (
      <>
        <Lines title="doctrine.use" lines={rule.use === undefined ? [] : [rule.use]} />
        <Lines title="doctrine.steps" lines={rule.steps} />
      </>
    )
  }
  const outline = doctrine.documents.find((one) => one === entry)
  if (outline) return <Lines title="documents.contains" lines={outline.sections.map(({ label }) => label)} />
  const question = doctrine.rightsCheck?.questions.find((one) => one === entry)
  if (question) {
    return (
      <>
        <p className="prose">{question.question}</p>
        <RightsBasis question={question} />
      </>
    )
  }
  const groups = doctrine.countryGroups ?? []
  const group = groups.find((one) => one === entry)
  if (group) return <GroupDetails groups={groups} group={group} />
  return null
}
