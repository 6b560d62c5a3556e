/**
 * A file of projects and labelled pairs for the back-test of overlaps: YAML, of which JSON is a part.
 *
 * Next door: core's `labelled-pairs.ts` says what form the content has.
 */
import { type LabelledFile, LabelledFileError, readLabelledFile } from '@demarche/core'
import { decodeText } from '@demarche/interchange/decode.ts'
import { parseDocument } from 'yaml'
import { Refused } from './outcome.ts'

export interface NamedBytes {
  readonly path: string
  readonly bytes: Uint8Array
}

/** @throws Refused when it is no YAML, or holds no pair that can be scored; ImportRefusal when it is no text */
export function readBacktestOverlaps(file: NamedBytes, projects: NamedBytes | null): LabelledFile {
  const content = readYaml(file)
  const others = projects === null ? null : readYaml(projects)
  try {
    return readLabelledFile(content, others)
  } catch (error) {
    if (error instanceof LabelledFileError) throw new Refused(`${file.path}: ${error.message}`)
    throw error
  }
}

/** The parser's own messages name line and column. */
function readYaml({ path, bytes }: NamedBytes): unknown {
  const document = parseDocument(decodeText(bytes))
  const [fault] = document.errors
  if (fault)
    throw new Refused(
      `${path}: no YAML that can be read: ${(fault.message.split('\n')[0] ?? fault.message).replace(/:$/, '')} (OVL-13)`,
    )
  return document.toJS({ maxAliasCount: 100 })
}
