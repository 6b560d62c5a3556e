/**
 * Whom a listing names, in the papers of a listing: the table of the annex, the names alone, the grounds of each.
 *
 * The annex is written by one function from one value, so that both acts have the same rows. Rules TXT-22 and TXT-23 in
 * docs/rules/joint-text.md; Regulation (EU) 2019/796 Art. 14. Next door: `legal-acts.ts`, `statement-of-reasons.ts`.
 */
import type { AnnexEntry } from '@demarche/core/procedure/listing-annex.ts'
import type { Section } from '../../document-tree.ts'
import { code, type Words } from '../../paper-writer.ts'
import type { Draft } from '../draft.ts'
import { dayOfListing } from './doing.ts'

/** The annex as both acts have it: name, identifying information, statement of reasons, date of listing. */
export function writeAnnex(draft: Draft): string | undefined {
  const { entries } = draft.annex
  const { say, saying } = draft.wording
  if (entries.length === 0) return say('listing.nobody')
  draft.writer.paragraph(saying('annex.parts', { part: draft.blank(say('annex.part')) }))
  draft.writer.table(
    say('annex.entries'),
    [
      [say('annex.name'), 18],
      [say('annex.identifying'), 22],
      [say('annex.reasons'), 46],
      [say('annex.listedOn'), 14],
    ],
    entries.map((entry): Words[] => [
      entry.name,
      identifying(draft, entry),
      entry.reasons.length === 0
        ? draft.blank(say('listing.grounds'))
        : entry.reasons.map(({ text }) => text).join(' '),
      listedOn(draft, entry),
    ]),
  )
  return undefined
}

/** What shows that two printed acts have the same annex. */
export function annexCheck(draft: Draft, number: string): readonly Section[] {
  const { entries, fingerprint } = draft.annex
  if (entries.length === 0 || (draft.track?.acts.length ?? 0) < 2) return []
  const { say, saying, count } = draft.wording
  const print = { fingerprint: code(fingerprint.slice(0, 16)) }
  const said = { entries: count(entries.length) }
  draft.writer.paragraph(
    draft.version
      ? saying('annexCheck.text', print, { ...said, version: draft.version.number })
      : saying('annexCheck.withoutText', print, said),
  )
  return [draft.writer.close('annex-check', number, say('annexCheck.title'))]
}

export function writeNames(draft: Draft): string | undefined {
  const { entries } = draft.annex
  const { say } = draft.wording
  if (entries.length === 0) return say('listing.nobody')
  draft.writer.table(
    say('listing.names'),
    [
      [say('annex.name'), 40],
      [say('annex.identifying'), 60],
    ],
    entries.map((entry): Words[] => [entry.name, identifying(draft, entry)]),
  )
  return undefined
}

/** The grounds of each name, word for word as in the annex. */
export function writeGrounds(draft: Draft): string | undefined {
  const { entries } = draft.annex
  const { say } = draft.wording
  if (entries.length === 0) return say('listing.nobody')
  for (const { name, reasons } of entries) {
    draft.writer.heading(name)
    if (reasons.length === 0) draft.writer.paragraph(draft.blank(say('listing.grounds')))
    for (const { text } of reasons) draft.writer.paragraph(text)
  }
  return undefined
}

/** One line for each name. */
export function forEachName(draft: Draft, write: (entry: AnnexEntry) => Words): string | undefined {
  const { entries } = draft.annex
  if (entries.length === 0) return draft.wording.say('listing.nobody')
  draft.writer.list(entries.map((entry): Words => labelled(draft, entry.name, write(entry))))
  return undefined
}

/** @example labelled(draft, 'Item 1', 'an invoice') // 'Item 1: an invoice' */
export function labelled({ wording }: Draft, label: string, text: Words): Words {
  return wording.saying('paper.labelled', { text }, { label })
}

export function identifying(draft: Draft, { identifiedBy }: AnnexEntry): Words {
  return draft.orBlank(identifiedBy, draft.wording.say('listing.identify'))
}

export function listedOn(draft: Draft, { listedOn: day }: AnnexEntry): Words {
  return draft.orBlank(day && draft.wording.date(day), dayOfListing(draft))
}
