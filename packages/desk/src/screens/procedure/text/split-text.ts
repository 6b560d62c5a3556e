/**
 * A pasted text as paragraphs with ids: which of them go on as paragraphs that are there already, and which are new.
 *
 * In: the text, the paragraphs as they stand. Out: paragraphs for the act. A paragraph keeps its id when its words are
 * the same, or when it stands where an old one stood whose words are gone; all others get the next free `p` and number.
 *
 * Rests on: TXT-02: amendments and reserves point to paragraphs by their ids. Next door: `set-text-form.tsx`.
 */
import type { Paragraph } from '@demarche/core'

/** Blank lines part paragraphs; without any, each line is one. */
export function partsOf(text: string): readonly string[] {
  const blocks = text.split(/\n\s*\n/)
  const parts = blocks.some((block, index) => index > 0 && block.trim() !== '') ? blocks : text.split('\n')
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

/** The paragraphs of a text that takes the place of another. */
export function splitText(text: string, old: readonly Paragraph[]): readonly Paragraph[] {
  const parts = partsOf(text)
  const free = new Map(old.map((paragraph) => [paragraph.id, paragraph]))
  const take = (paragraph: Paragraph | undefined): string | undefined => {
    if (!paragraph || !free.delete(paragraph.id)) return undefined
    return paragraph.id
  }
  const same = parts.map((part) => take([...free.values()].find((one) => one.text.trim() === part)))
  let before = -1
  const ids = same.map((id) => {
    const kept = id ?? take(old[before + 1])
    before = old.findIndex((one) => one.id === kept)
    return kept
  })
  const used = new Set([...old.map(({ id }) => id), ...ids])
  return parts.map((part, index) => {
    const id = ids[index] ?? nextId(used)
    used.add(id)
    return { id, text: part }
  })
}

function nextId(used: ReadonlySet<string | undefined>): string {
  let number = 1
  while (used.has(`p${number}`)) number += 1
  return `p${number}`
}

/** The first id of a party's amendments that nobody has used. @example nextAmendment('HU', []) // 'HU-1' */
export function nextAmendment(party: string, used: readonly { readonly amendment: string }[]): string {
  const taken = new Set(used.map(({ amendment }) => amendment))
  let number = 1
  while (taken.has(`${party}-${number}`)) number += 1
  return `${party}-${number}`
}
