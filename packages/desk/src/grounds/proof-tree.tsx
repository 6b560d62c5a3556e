/** The proof as a tree that opens step by step: conclusion, rule, article, facts. */
import type { Dossier, Proof } from '@demarche/core'
import { useDoctrine } from '../api/queries.ts'
import { AuthorityMark, Unverified } from '../parts/authority-mark.tsx'
import { Cited } from '../parts/cited.tsx'
import { conditionInDesk } from '../parts/say-reason.ts'
import { VerdictChip } from '../parts/verdict-chip.tsx'
import { semicolon } from '../parts/semicolon.ts'
import { useText } from '../texts.ts'
import { questionLabel } from './labels.ts'

/** What people weigh, factor by factor, or the test that they read on another effect; other questions stand in their own words. */
function weighedIn({
  node,
}: Proof): { readonly key: string; readonly questions: readonly string[] } | undefined {
  return node.type === 'weigh' || node.type === 'counterfactual' ? node : undefined
}

function Line({ proof, dossier }: { readonly proof: Proof; readonly dossier: Dossier }) {
  const t = useText()
  const { data: doctrine } = useDoctrine()
  const weighed = weighedIn(proof)
  const factors =
    weighed?.questions.map((id) => questionLabel(dossier, doctrine, weighed.key, id)).join(semicolon()) ?? ''
  return (
    <span className="proof-line">
      <VerdictChip verdict={proof.verdict} family="plain" />
      <span>
        {conditionInDesk(t, proof)}
        {factors && <span className="proof-questions">{factors}</span>}
        {proof.citation && (
          <span className="proof-citation">
            {proof.authority && <AuthorityMark authority={proof.authority} short />}{' '}
            <Cited citation={proof.citation} /> {proof.verified === false && <Unverified />}
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
