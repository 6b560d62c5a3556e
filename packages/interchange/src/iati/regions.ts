/**
 * Regions of aid statistics and the regions of the desk that mean the same countries by the same word.
 *
 * A region that has no match keeps its own code (`dac-589`, `m49-142`): nothing near is put in its place.
 *
 * Rests on: OECD DAC list of recipient regions; UN M49. The matches are our judgement from the names of the regions.
 */

const VOCABULARIES: Readonly<Record<string, string>> = { '1': 'dac-', '2': 'm49-' }

const SAME: Readonly<Record<string, string>> = {
  'dac-298': 'africa',
  'dac-189': 'northern-africa',
  'dac-289': 'sub-saharan-africa',
  'dac-1027': 'eastern-africa',
  'dac-1028': 'middle-africa',
  'dac-1029': 'southern-africa',
  'dac-1030': 'western-africa',
  'dac-1031': 'caribbean',
  'dac-1032': 'central-america',
  'dac-489': 'south-america',
  'dac-619': 'central-asia',
  'dac-679': 'south-asia',
  'm49-002': 'africa',
  'm49-015': 'northern-africa',
  'm49-202': 'sub-saharan-africa',
  'm49-014': 'eastern-africa',
  'm49-017': 'middle-africa',
  'm49-018': 'southern-africa',
  'm49-011': 'western-africa',
  'm49-029': 'caribbean',
  'm49-013': 'central-america',
  'm49-005': 'south-america',
  'm49-143': 'central-asia',
  'm49-034': 'south-asia',
  'm49-035': 'south-east-asia',
}

const WORD = /^[A-Za-z][A-Za-z0-9-]{1,40}$/

/**
 * The region that a code means; undefined for the publisher's own codes, which only the publisher can explain.
 * `vocabulary` is that of the element, 1 when it has none.
 */
export function regionOf(code: string, vocabulary: string): string | undefined {
  const prefix = VOCABULARIES[vocabulary]
  if (prefix === undefined) return undefined
  const word = prefix + code
  return SAME[word] ?? (WORD.test(word) ? word : undefined)
}

/** The code and the vocabulary under which others know a region of the desk; undefined where there is none. */
export function codeOfRegion(
  region: string,
): { readonly code: string; readonly vocabulary: string } | undefined {
  const word = Object.keys(SAME).find((one) => SAME[one] === region) ?? region
  const [vocabulary, prefix] = Object.entries(VOCABULARIES).find(([, start]) => word.startsWith(start)) ?? []
  return vocabulary === undefined || prefix === undefined
    ? undefined
    : { vocabulary, code: word.slice(prefix.length) }
}
