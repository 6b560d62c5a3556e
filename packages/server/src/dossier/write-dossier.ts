/**
 * Dossiers as JSON, each part written once: a dossier is long, and most of it stays when something is said of the case.
 *
 * A dossier is the same for all who see the same of the case, and is kept whole for as long as it is; a finding is the very
 * object for as long as the facts that it rests on are the same (`keepFindings` of core).
 *
 * Next door: `dossier-desk.ts`; `../routes/case/dossier.ts` sends it.
 */
import type { DossierAnswer } from '@demarche/api'

/** What `JSON.stringify` would write, in UTF-8, with the findings at the end. */
export type DossierWriter = (answer: DossierAnswer) => Buffer

export function writeDossiers(): DossierWriter {
  const whole = new WeakMap<DossierAnswer, Buffer>()
  const parts = new WeakMap<object, Buffer>()
  const partOf = (finding: object): Buffer => {
    const part = parts.get(finding) ?? Buffer.from(JSON.stringify(finding))
    parts.set(finding, part)
    return part
  }
  const listOf = (findings: readonly object[]): readonly Buffer[] =>
    findings.flatMap((finding, place) => (place === 0 ? [partOf(finding)] : [COMMA, partOf(finding)]))
  return (answer) => {
    const known = whole.get(answer)
    if (known) return known
    const { tests, measures, ...others } = answer
    const bytes = Buffer.concat([
      Buffer.from(`${JSON.stringify(others).slice(0, -1)},"tests":[`),
      ...listOf(tests),
      Buffer.from('],"measures":['),
      ...listOf(measures),
      Buffer.from(']}'),
    ])
    whole.set(answer, bytes)
    return bytes
  }
}

const COMMA = Buffer.from(',')
