/**
 * The front door: a file's bytes in, the statements it makes out.
 *
 * The format is recognised by content; the name of the file only helps the message when nothing fits.
 * Next door: `case-json/`, `eurepoc/`, `iati/`, `stix21/`. Rules: INT-08 unknown format.
 */
import { inFile, inWords } from '@demarche/core'
import { isCaseJson, readCaseJson } from './case-json/read-case-json.ts'
import { headerOf } from './csv-rows.ts'
import { decodeText, isZip, refuseClassifiedText, refuseLarge } from './decode.ts'
import { looksLikeEurepoc } from './eurepoc/layout.ts'
import { readEurepoc } from './eurepoc/read-eurepoc.ts'
import { readIati } from './iati/read-iati.ts'
import { looksLikeIati } from './iati/xml-tree.ts'
import { parseJson } from './json-text.ts'
import type { Reading, ReadOptions } from './reading.ts'
import { refuse } from './refusal.ts'
import { isStix } from './stix21/bundle.ts'
import { readStix, refuseStix1 } from './stix21/read-stix.ts'
import { isTable, readCsvTable, readSheetTable } from './table/read-table.ts'
import { looksLikeUnVotes, readUnVotes } from './un-votes/read-un-votes.ts'

/**
 * Reads a document: a file of cases (JSON), EuRepoC (CSV), a STIX 2.1 bundle or IATI activities (XML).
 *
 * @returns statements in the order of the file, with what was rejected, left out and remarked on
 * @throws ImportRefusal when the file as a whole cannot be read; the signal's reason when cancelled
 */
export async function readDocument(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  options.signal?.throwIfAborted()
  if (isZip(bytes) && options.kinds) return readWorkbookTable(bytes, options)
  const text = decodeText(bytes)
  const start = text.trimStart()
  if (start.startsWith('{"backup":"demarche ledger"')) {
    return refuse(inFile('file'), inWords('file-backup'), 'INT-08')
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
    if (isTable(text, options)) return readCsvTable(text, options)
    if (looksLikeUnVotes(header)) return readUnVotes(text, header, options)
    if (options.kinds && /\.(csv|tsv)$/i.test(options.filename)) return readCsvTable(text, options)
  }
  return refuse(inFile('file'), inWords('file-no-format'), 'INT-08')
}

/** A workbook is a table; what is classified in it is refused as in any text. */
async function readWorkbookTable(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  refuseLarge(bytes)
  // the libraries for workbooks are loaded when there is one
  const { readWorkbook } = await import('./table/workbook.ts')
  const sheet = await readWorkbook(bytes)
  for (const [index, row] of sheet.rows.entries()) {
    for (const cell of row)
      refuseClassifiedText(cell, [inFile('sheet', sheet.name), inFile('row', index + 1)])
  }
  return readSheetTable(sheet, options)
}
