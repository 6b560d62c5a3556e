/**
 * Doctrine files as they come in, and the findings about them.
 *
 * A finding names the file, the line, the numbered rule and what to mend; all findings of a pack are given at once.
 *
 * Rests on: docs/rules/doctrine.md. Next door: `check-pack.ts`, `locate.ts`.
 */

/** One file of a pack: its path below the pack's folder, with `/`, and its whole text. */
export interface PackFile {
  readonly path: string
  readonly text: string
}

/** Keys and positions from the top of a file down to a value. */
export type Place = readonly (string | number)[]

export interface DoctrineFinding {
  readonly file: string
  /** counted from 1 */
  readonly line: number
  /** e.g. `DOC-15`, explained in docs/rules/doctrine.md */
  readonly rule: `DOC-${string}`
  readonly message: string
}

/** A fault before its line is known: finding lines costs time and is done only for faults. */
export interface Fault {
  readonly path: string
  readonly place: Place
  /** known at once for a text that cannot be read, which has no places */
  readonly line?: number
  readonly rule: DoctrineFinding['rule']
  readonly message: string
}

/** Doctrine that cannot be used, with everything that is wrong about it. */
export class DoctrineError extends Error {
  readonly findings: readonly DoctrineFinding[]

  constructor(what: string, findings: readonly DoctrineFinding[]) {
    super(
      [
        `${what}: ${findings.length === 1 ? '1 finding' : `${findings.length} findings`}`,
        ...findings.map(sayFinding),
      ].join('\n'),
    )
    this.name = 'DoctrineError'
    this.findings = findings
  }
}

/** A finding on one line: `measures/x.yaml:12: … Rule DOC-21.` */
export function sayFinding(finding: DoctrineFinding): string {
  return `${finding.file}:${finding.line}: ${finding.message} Rule ${finding.rule}.`
}
