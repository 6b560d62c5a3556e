/**
 * Which papers on file are the joint text itself: the revised text in a version of it. It is read where the text stands.
 *
 * Next door: `course/on-file.tsx`, `documents/documents-tab.tsx`.
 */

/** The outline of a revised text. */
const REVISED_TEXT = 'doc-revised-text'

/** True for a revised text that names a version of the joint text; without one it is a name on file. */
export function isJointText({
  outline,
  version,
}: {
  readonly outline: string
  readonly version?: number | string | undefined
}): boolean {
  return outline === REVISED_TEXT && version !== undefined && version !== ''
}
