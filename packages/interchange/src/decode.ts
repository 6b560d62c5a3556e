/**
 * From bytes to text: UTF-8 only, of bounded size, without EU classified markings.
 *
 * Refuses rather than guesses: a file in another encoding would turn names into nonsense that looks like data.
 * Rules: INT-01 size, INT-02 encoding, INT-03 classification marking, INT-04 empty.
 */
import { findClassification, inFile, inWords, type Place, type PlacePart } from '@demarche/core'
import { refuse } from './refusal.ts'

/** The largest file that is read: 256 MiB. */
export const LARGEST_FILE = 256 * 1024 * 1024

/** The text of a UTF-8 file, byte order mark removed. @throws ImportRefusal INT-01 to INT-04 */
export function decodeText(bytes: Uint8Array): string {
  refuseLarge(bytes)
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    refuse(inFile('byte', 0), inWords('file-not-utf8'), 'INT-02')
  }
  if (isZip(bytes)) {
    refuse(inFile('byte', 0), inWords('file-packed'), 'INT-02')
  }
  const text = decodeUtf8(bytes)
  if (text.trim() === '') refuse(inFile('file'), inWords('file-empty'), 'INT-04')
  const nul = text.indexOf('\0')
  if (nul >= 0) {
    refuse(placeOf(text, nul), inWords('file-not-utf8'), 'INT-02')
  }
  refuseClassifiedText(text)
  return text
}

/** @throws ImportRefusal INT-01 */
export function refuseLarge(bytes: Uint8Array): void {
  if (bytes.byteLength <= LARGEST_FILE) return
  refuse(inFile('file'), inWords('file-larger-than-read', { most: 256 }), 'INT-01')
}

/** `where` the text stands; line and column in it when absent. @throws ImportRefusal INT-03 */
export function refuseClassifiedText(text: string, where?: Place): void {
  const classification = findClassification(text)
  if (classification === null) return
  refuse(
    where ?? placeOf(text, text.indexOf(classification)),
    inWords('classified', { seen: classification }),
    'INT-03',
  )
}

/** The first bytes of a ZIP file, which workbooks are. */
const ZIP: readonly number[] = [0x50, 0x4b, 0x03, 0x04]

/** True for ZIP archives, which workbooks are. */
export function isZip(bytes: Uint8Array): boolean {
  return ZIP.every((byte, place) => bytes[place] === byte)
}

/** Line and column (from 1) of an offset. */
export function placeOf(text: string, offset: number): readonly PlacePart[] {
  let line = 1
  let start = 0
  for (let next = text.indexOf('\n'); next >= 0 && next < offset; next = text.indexOf('\n', next + 1)) {
    line += 1
    start = next + 1
  }
  return [inFile('line', line), inFile('column', offset - start + 1)]
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse(inFile('byte', firstInvalidByte(bytes)), inWords('file-not-utf8'), 'INT-02')
  }
}

/** Offset of the first sequence that breaks UTF-8, found by halving. */
function firstInvalidByte(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.byteLength + 1
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1
    if (isUtf8(bytes.subarray(0, middle), true)) good = middle
    else bad = middle
  }
  // a sequence that has begun and is not complete counts as good while streaming; go back to where it begins
  while (good > 0 && !isUtf8(bytes.subarray(0, good), false)) good -= 1
  return good
}

function isUtf8(bytes: Uint8Array, mayBreakOff: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: mayBreakOff })
    return true
  } catch {
    return false
  }
}
