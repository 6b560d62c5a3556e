/**
 * The front door: a file's bytes in, the statements it makes out.
 *
 * The format is recognised by content; the name of the file only helps the message when nothing fits.
 * Next door: `case-json/`, `eurepoc/`, `iati/`, `stix21/`. Rules: INT-08 unknown format.
 */
import { isCaseJson, readCaseJson } from './case-json/read-case-json.ts'
import { headerOf } from './csv-rows.ts'
import { decodeText } from './decode.ts'
import { looksLikeEurepoc } from './eurepoc/layout.ts'
import { readEurepoc } from './eurepoc/read-eurepoc.ts'
import { readIati } from './iati/read-iati.ts'
import { looksLikeIati } from './iati/xml-tree.ts'
import { parseJson } from './json-text.ts'
import type { Reading, ReadOptions } from './reading.ts'
import { refuse } from './refusal.ts'
import { isStix } from './stix21/bundle.ts'
import { readStix, refuseStix1 } from './stix21/read-stix.ts'

/**
 * Reads a document: a file of cases (JSON), EuRepoC (CSV), a STIX 2.1 bundle or IATI activities (XML).
 *
 * @returns statements in the order of the file, with what was rejected, left out and remarked on
 * @throws ImportRefusal when the file as a whole cannot be read; the signal's reason when cancelled
 */
export async function readDocument(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  options.signal?.throwIfAborted()
  const text = decodeText(bytes)
  const start = text.trimStart()
  if (start.startsWith('{"backup":"demarche ledger"')) {
    return refuse(
      'file',
      'is a backup of a whole ledger; "demarche restore" reads it, into an empty data folder',
      'INT-08',
    )
  }
  if (start.startsWith('{') || start.startsWith('[') || /\.json$/i.test(options.filename)) {
    const json = parseJson(text)
    if (isStix(json)) return readStix(json, options)
    if (isCaseJson(json)) return readCaseJson(json, options)
  } else if (looksLikeIati(text)) {
    return readIati(text, options)
  } else {
    refuseStix1(text)
    const header = headerOf(text)
    if (looksLikeEurepoc(header)) return readEurepoc(text, header, options)
  }
  return refuse(
    'file',
    'is in no format that is read here: expected a file of cases (JSON), EuRepoC (CSV), a STIX 2.1 bundle or IATI activities (XML)',
    'INT-08',
  )
}
