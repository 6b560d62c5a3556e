/** Says of a backup which files of evidence it holds, and that it does not hold the key that opens them (EVI-05). */
import type { Terminal } from '../terminal.ts'

/** Says nothing where none were erased meanwhile (LED-11). */
export function sayErasedMeanwhile(terminal: Pick<Terminal, 'out'>, files: number): void {
  if (files === 0) return
  const were = files === 1 ? 'file of evidence was' : 'files of evidence were'
  terminal.out(`${files} ${were} erased while the backup was written, and not in it. (LED-11)`)
}

/** Says nothing where there are none. */
export function sayFilesWithoutKey(terminal: Pick<Terminal, 'out'>, files: number): void {
  if (files === 0) return
  terminal.out(
    `${files} ${files === 1 ? 'file' : 'files'} of evidence, encrypted. The key is not in the backup: keep a copy of the file that DEMARCHE_EVIDENCE_KEY_FILE names elsewhere, or nobody can read them. (EVI-05)`,
  )
}
