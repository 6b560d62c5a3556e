/** The proof as a tree that opens step by step: conclusion, rule, article, facts. */
import type { Doctrine, Dossier, Proof } from '@demarche/core'
import { useDoctrine } from '../api/queries.ts'
import { AuthorityMark, Unverified } from '../parts/authority-mark.tsx'
import { formatValue, words } from '../parts/format-value.ts'
import { reasonInDesk } from '../parts/say-reason.ts'
import { VerdictChip } from '../parts/verdict-chip.tsx'
import { type Say, useText } from '../texts.ts'
import { entryOf, propertyLabel, questionLabel } from './labels.ts'

function factWords(
  dossier: Dossier,
  doctrine: Doctrine | undefined,
  node: Extract<Proof['node'], { type: 'fact' }>,
  t: Say,
): string {
  const { fact: property, is, value } = node.rule
  const row = dossier.facts.find((one) => one.property === property)
  const label = propertyLabel(dossier, doctrine, property, t)
  if (value === undefined) return t('proof.factNonEmpty', { label })
  const text = Array.isArray(value)
    ? value.map(String).map(words).join(', ')
    : formatValue(t, property, Array.isArray(value) ? '' : scalarOf(value), row?.unit)
  return t(`proof.comparison.${is}`, { label, value: text })
}

function scalarOf(
  value: string | number | boolean | readonly (string | number | boolean)[],
): string | number | boolean {
  return typeof value === 'object' ? value.join(', ') : value
}

function seenWords(dossier: Dossier, node: Proof['node'], t: Say): string | undefined {
  if (node.type !== 'fact') return undefined
  const { fact } = node
  if (fact.state === 'known') {
    const unit = dossier.facts.find((row) => row.property === node.rule.fact)?.unit
    return t('proof.seen', { value: formatValue(t, node.rule.fact, fact.value, unit) })
  }
  return fact.state === 'contested'
    ? t('fact.contested', { count: fact.alternatives.length })
    : t('fact.unknown')
}

/** A step of a scale, whose label core puts together; undefined for any other test. */
function levelLabel(
  { asOf }: Dossier,
  doctrine: Doctrine | undefined,
  node: string,
  t: Say,
): string | undefined {
  const [id = '', step] = node.split(':')
  const level = Number(step)
  const scale = doctrine?.scales.find((one) => one === entryOf(doctrine, id, asOf))
  const anchor = scale?.anchors[level]
  if (scale === undefined || anchor === undefined) return undefined
  const values = { dimension: { id: scale.id, label: scale.label }, level, anchor }
  return reasonInDesk(t, { code: 'level.step', values }, `${scale.label} ${level}: ${anchor}`)
}

function nodeWords(dossier: Dossier, doctrine: Doctrine | undefined, node: Proof['node'], t: Say): string {
  switch (node.type) {
    case 'fact':
      return factWords(dossier, doctrine, node, t)
    case 'test':
      return levelLabel(dossier, doctrine, node.id, t) ?? node.label
    default:
      return t(`proof.${node.type}`)
  }
}

function Line({ proof, dossier }: { readonly proof: Proof; readonly dossier: Dossier }) {
  const t = useText()
  const { data: doctrine } = useDoctrine()
  const { node } = proof
  const seen = seenWords(dossier, node, t)
  const questions =
    'questions' in node ? node.questions.map((id) => questionLabel(dossier, doctrine, node.key, id)) : []
  return (
    <span className="proof-line">
      <VerdictChip verdict={proof.verdict} family="plain" />
      <span>
        {nodeWords(dossier, doctrine, proof.node, t)}
        {seen && <span className="quiet"> {seen}</span>}
        {questions.length > 0 && <span className="proof-questions">{questions.join('; ')}</span>}
        {proof.citation && (
          <span className="proof-citation">
            {proof.authority && <AuthorityMark authority={proof.authority} short />} {proof.citation.document}
            , {proof.citation.locator} {proof.verified === false && <Unverified />}
          </span>
        )}
      </span>
    </span>
  )
}

export function ProofTree({
  proof,
  dossier,
  depth = 0,
}: {
  readonly proof: Proof
  readonly dossier: Dossier
  readonly depth?: number
}) {
  if (proof.parts.length === 0) {
    return (
      <div className="proof-leaf">
        <Line proof={proof} dossier={dossier} />
      </div>
    )
  }
  return (
    <details className="proof" open={depth < 2}>
      <summary>
        <Line proof={proof} dossier={dossier} />
      </summary>
      <div className="proof-parts">
        {proof.parts.map((part, index) => (
          <ProofTree key={index} proof={part} dossier={dossier} depth={depth + 1} />
        ))}
      </div>
    </details>
  )
}
