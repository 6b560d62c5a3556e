/**
 * What stands at the head of every paper: on which day it was known, after which doctrine, produced when; and, in another
 * language than English, that what is on record stays in its own.
 *
 * Next door: `document-tree.ts`, `language/wording.ts`.
 */
import type { CalendarDate } from '@demarche/core'
import type { Language } from '@demarche/core/kernel/language.ts'
import type { Block, DocumentTree } from './document-tree.ts'
import { type Wording, wordingIn } from './language/wording.ts'
import { plainText } from './plain-text.ts'

export function subtitleOf(
  { say, date }: Wording,
  knownOn: CalendarDate,
  doctrineVersion: string,
  producedOn: CalendarDate,
): string {
  return say('paper.subtitle', {
    known: date(knownOn),
    doctrine: plainText(doctrineVersion),
    produced: date(producedOn),
  })
}

/** ACS-11: the paper as another party would get it says so under its title; it is as it was when it is shown as nobody else. */
export function shownAs(tree: DocumentTree, party: string | undefined): DocumentTree {
  return party === undefined ? tree : { ...tree, subtitle: sayShownAs(tree.language, party, tree.subtitle) }
}

/** The same of one line of text. */
export function sayShownAs(language: Language, party: string | undefined, line: string): string {
  return party === undefined ? line : wordingIn(language).say('paper.shownAs', { party, subtitle: line })
}

/** The front of a paper: what is given, and in which language the rest of it may stand. */
export function frontOf(
  { language, say }: Wording,
  given: readonly Block[] = [],
): Pick<DocumentTree, 'front'> {
  const front = language === 'en' ? given : [...given, original(say('paper.original'))]
  return front.length === 0 ? {} : { front }
}

function original(text: string): Block {
  return { kind: 'paragraph', content: [{ kind: 'emphasis', text }] }
}
