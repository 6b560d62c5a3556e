/**
 * Dossiers as JSON, each part written once: a dossier is long, and most of it stays when something is said of the case.
 *
 * A dossier is the same for all who see the same of the case, and is kept whole for as long as it is; a finding is the very
 * object for as long as the facts that it rests on are the same (`keepFindings` of core), a statement until it is marked anew.
 *
 * Next door: `dossier-desk.ts`; `../routes/case/dossier.ts` sends it.
 */
import type { DossierAnswer } from '@demarche/api'

/** What `JSON.stringify` would write, in UTF-8, with the findings and the statements at the end. */
export type DossierWriter = (answer: DossierAnswer) => Buffer

export function writeDossiers(): DossierWriter {
  const whole = new WeakMap<DossierAnswer, Buffer>()
  const parts = new WeakMap<object, Buffer>()
  const partOf = (one: object): Buffer => {
    const part = parts.get(one) ?? Buffer.from(JSON.stringify(one))
    parts.set(one, part)
    return part
  }
  const listOf = (findings: readonly object[]): readonly Buffer[] =>
    findings.flatMap((finding, place) => (place === 0 ? [partOf(finding)] : [COMMA, partOf(finding)]))
  const byName = (named: Readonly<Record<string, object>>): readonly Buffer[] =>
    Object.entries(named).flatMap(([name, one], place) => [
      Buffer.from(`${place === 0 ? '' : ','}${JSON.stringify(name)}:`),
      partOf(one),
    ])
  return (answer) => {
    const known = whole.get(answer)
    if (known) return known
    const { profile, packages, tests, measures, statements, ...others } = answer
    const bytes = Buffer.concat([
      Buffer.from(`${JSON.stringify(others).slice(0, -1)},"profile":[`),
      ...listOf(profile),
      Buffer.from('],"packages":['),
      ...listOf(packages),
      Buffer.from('],"tests":['),
      ...listOf(tests),
      Buffer.from('],"measures":['),
      ...listOf(measures),
      Buffer.from('],"statements":{'),
      ...byName(statements),
      Buffer.from('}}'),
    ])
    whole.set(answer, bytes)
    return bytes
  }
}

const COMMA = Buffer.from(',')
