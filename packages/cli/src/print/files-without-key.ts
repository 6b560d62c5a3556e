/** Says of a backup that it holds files of evidence and not the key that opens them (EVI-05). */
import type { Terminal } from '../terminal.ts'

/** Says nothing where there are none. */
export function sayFilesWithoutKey(terminal: Pick<Terminal, 'out'>, files: number): void {
  if (files === 0) return
  terminal.out(
    `${files} ${files === 1 ? 'file' : 'files'} of evidence, encrypted. The key is not in the backup: keep a copy of the file that DEMARCHE_EVIDENCE_KEY_FILE names elsewhere, or nobody can read them. (EVI-05)`,
  )
}
