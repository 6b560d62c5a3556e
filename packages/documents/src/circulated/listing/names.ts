/**
 * Whom a listing names, in the papers of a listing: the table of the annex, the names alone, the grounds of each.
 *
 * The annex is written by one function from one value, so that both acts have the same rows. Rules TXT-22 and TXT-23 in
 * docs/rules/joint-text.md; Regulation (EU) 2019/796 Art. 14. Next door: `legal-acts.ts`, `statement-of-reasons.ts`.
 */
import { formatPartialDate } from '@demarche/core'
import type { AnnexEntry } from '@demarche/core/procedure/listing-annex.ts'
import type { Section } from '../../document-tree.ts'
import { code, type Words } from '../../paper-writer.ts'
import { sayCount } from '../../wording.ts'
import { blank, type Draft, orBlank } from '../draft.ts'
import { dayOfListing } from './doing.ts'

const IDENTIFY = 'what identifies this entry, where available'
const GROUNDS = 'the grounds for this entry'
const NOBODY = 'nobody has been named for the listing.'

/** The annex as both acts have it: name, identifying information, statement of reasons, date of listing. */
export function writeAnnex(draft: Draft): string | undefined {
  const { entries } = draft.annex
  if (entries.length === 0) return NOBODY
  draft.writer.paragraph([
    'Part A, natural persons, or part B, legal persons, entities and bodies: ',
    blank('the part and the number of each entry'),
  ])
  draft.writer.table(
    'Entries of the annex',
    [
      ['Name', 18],
      ['Identifying information', 22],
      ['Statement of reasons', 46],
      ['Date of listing', 14],
    ],
    entries.map((entry): Words[] => [
      entry.name,
      identifying(entry),
      entry.reasons.length === 0 ? blank(GROUNDS) : entry.reasons.map(({ text }) => text).join(' '),
      orBlank(entry.listedOn && formatPartialDate(entry.listedOn), dayOfListing(draft)),
    ]),
  )
  return undefined
}

/** What shows that two printed acts have the same annex. */
export function annexCheck(draft: Draft, number: string): readonly Section[] {
  const { entries, fingerprint } = draft.annex
  if (entries.length === 0 || (draft.track?.acts.length ?? 0) < 2) return []
  draft.writer.paragraph([
    `Both acts take their annex from one source: the names as proposed and the grounds as they stand in ${draft.version ? `version ${draft.version.number} of the joint text` : 'the joint text, of which there is none yet'}. ` +
      `Entries: ${sayCount(entries.length)}. Fingerprint of the annex: `,
    code(fingerprint.slice(0, 16)),
    '. The other act must show the same one; this page is no part of the act.',
  ])
  return [draft.writer.close('annex-check', number, 'Check of the two annexes')]
}

export function writeNames(draft: Draft): string | undefined {
  const { entries } = draft.annex
  if (entries.length === 0) return NOBODY
  draft.writer.table(
    'Names, and what tells each from others',
    [
      ['Name', 40],
      ['Identifying information', 60],
    ],
    entries.map((entry): Words[] => [entry.name, identifying(entry)]),
  )
  return undefined
}

/** The grounds of each name, word for word as in the annex. */
export function writeGrounds(draft: Draft): string | undefined {
  const { entries } = draft.annex
  if (entries.length === 0) return NOBODY
  for (const { name, reasons } of entries) {
    draft.writer.heading(name)
    if (reasons.length === 0) draft.writer.paragraph(blank(GROUNDS))
    for (const { text } of reasons) draft.writer.paragraph(text)
  }
  return undefined
}

/** One line for each name. */
export function forEachName(draft: Draft, say: (entry: AnnexEntry) => Words): string | undefined {
  const { entries } = draft.annex
  if (entries.length === 0) return NOBODY
  draft.writer.list(entries.map((entry): Words => [`${entry.name}: `, ...[say(entry)].flat()]))
  return undefined
}

function identifying({ identifiedBy }: AnnexEntry): Words {
  return orBlank(identifiedBy, IDENTIFY)
}
