/** The legal tests by family: each with its verdict, its authority, and the finding that a person may record. */
import type { LegalFinding, LegalTest, LegalTestFamily, Proof, Verdict } from '@demarche/core'
import { useState } from 'react'
import { entryOf, entryLabel, questionLabel, wordingOf } from '../../grounds/labels.ts'
import { GroundsButton } from '../../grounds/grounds-button.tsx'
import { AuthorityMark, Unverified } from '../../parts/authority-mark.tsx'
import { VerdictChip } from '../../parts/verdict-chip.tsx'
import { useMayRecord } from '../../record/may-record.tsx'
import { RecordDialog } from '../../record/record-dialog.tsx'
import { useText } from '../../texts.ts'
import { useCase } from '../case/case-context.ts'

const FAMILIES: readonly LegalTestFamily[] = [
  'sanctions-regime',
  'international-law',
  'treaty-clause',
  'crisis',
]

/** What stands before what is open. */
const ORDER: readonly Verdict[] = ['true', 'contested', 'false', 'unknown']

/** Keys under which people record findings for this test, with their questions. */
function judgementsOf(
  proof: Proof,
): readonly { readonly key: string; readonly questions: readonly string[] }[] {
  const own = 'questions' in proof.node ? [{ key: proof.node.key, questions: proof.node.questions }] : []
  return [...own, ...(proof.node.type === 'test' ? [] : []), ...proof.parts.flatMap(judgementsOf)]
}

interface Row {
  readonly finding: LegalFinding
  readonly test: LegalTest | undefined
}

function TestRow({
  row,
  onFind,
}: {
  readonly row: Row
  readonly onFind: (key: string, questions: readonly string[], label: string) => void
}) {
  const t = useText()
  const { dossier, doctrine } = useCase()
  const mayRecord = useMayRecord()
  const { finding, test } = row
  const label = test?.label ?? entryLabel(dossier, doctrine, finding.test)
  const own = judgementsOf(finding.proof).filter(
    ({ key }, index, all) => all.findIndex((one) => one.key === key) === index,
  )
  const mine =
    own.find(({ key }) => key === `finding.${finding.test}` || key === finding.test) ??
    (own.length === 1 ? own[0] : undefined)
  return (
    <li className="test" data-in-force={finding.inForce}>
      <p className="test-label">
        {test && <AuthorityMark authority={test.authority} short />} {label}{' '}
        {test?.verified === false && <Unverified />}
      </p>
      <p className="test-verdict">
        <GroundsButton row topic={{ kind: 'test', id: finding.test }}>
          <VerdictChip
            verdict={finding.verdict}
            wording={wordingOf(finding, test, t)}
            suggestion={finding.suggestion}
          />
          <span className="sr-only">{label}</span>
        </GroundsButton>
        {finding.openFacts.length > 0 && (
          <span className="quiet">{t('test.openFacts', { count: finding.openFacts.length })}</span>
        )}
        {finding.restsOnJudgement.length > 0 && <span className="quiet">{t('test.judged')}</span>}
        {!finding.inForce && <span className="quiet">{t('test.notInForce')}</span>}
        {mine && mayRecord && (
          <button
            type="button"
            className="button-quiet"
            onClick={() =>
              onFind(
                mine.key,
                mine.questions.map((id) => questionLabel(dossier, doctrine, mine.key, id)),
                label,
              )
            }
          >
            {t('test.find')} <span className="sr-only">{label}</span>
          </button>
        )}
      </p>
    </li>
  )
}

export function LegalTests() {
  const t = useText()
  const { dossier, doctrine } = useCase()
  const [finding, setFinding] = useState<{ key: string; questions: readonly string[]; label: string } | null>(
    null,
  )
  const rows = dossier.tests.map((one): Row => {
    const entry = entryOf(doctrine, one.test, dossier.asOf)
    return { finding: one, test: doctrine?.tests.find((test) => test === entry) }
  })
  const families = Map.groupBy(rows, ({ test }) => test?.family ?? 'sanctions-regime')
  const property = finding && (finding.key.startsWith('finding.') ? finding.key : `finding.${finding.key}`)
  return (
    <section aria-labelledby="tests-title">
      <h2 id="tests-title">{t('tests.title')}</h2>
      <p className="legend quiet">
        <AuthorityMark authority="binding-law" /> <AuthorityMark authority="agreed-guidance" />{' '}
        <AuthorityMark authority="our-judgement" />
      </p>
      {FAMILIES.map((family) => {
        const own = (families.get(family) ?? []).toSorted(
          (a, b) => ORDER.indexOf(a.finding.verdict) - ORDER.indexOf(b.finding.verdict),
        )
        return own.length === 0 ? null : (
          <section key={family}>
            <h3 className="family">{t(`family.${family}`)}</h3>
            <ul className="tests">
              {own.map((row) => (
                <TestRow
                  key={row.finding.test}
                  row={row}
                  onFind={(key, questions, label) => setFinding({ key, questions, label })}
                />
              ))}
            </ul>
          </section>
        )
      })}
      {finding && property && (
        <RecordDialog
          property={property}
          title={t('test.findTitle')}
          label={finding.label}
          lines={finding.questions}
          onClose={() => setFinding(null)}
        />
      )}
    </section>
  )
}
