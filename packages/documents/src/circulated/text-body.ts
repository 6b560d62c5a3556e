/**
 * The joint text in a document: its paragraphs word for word, in their order, and how far each of them is agreed.
 *
 * Where paragraphs have been assigned to sections of the outline, they stand under those; the order of the text is kept
 * whatever the outline says. Next door: `draft.ts`.
 */
import type { Section } from '../document-tree.ts'
import type { Words } from '../paper-writer.ts'
import { opening } from '../wording.ts'
import { linesOf, type Draft } from './draft.ts'

interface Run {
  /** the section of the outline; absent for paragraphs that nobody has assigned */
  readonly section?: string
  readonly paragraphs: readonly { readonly id: string; readonly text: string }[]
}

/** The section of the outline to which a paragraph has been assigned. */
export function sectionOf({ input, outline }: Draft, paragraph: string): string | undefined {
  const chosen = input.placement?.[paragraph] ?? /^(s\d+)(?:[-.:_].*)?$/.exec(paragraph)?.[1]
  return outline.sections.some(({ id }) => id === chosen) ? chosen : undefined
}

/** Neighbouring paragraphs of one section are one run. */
export function runsOf(draft: Draft): readonly Run[] {
  const runs: { section?: string; paragraphs: { id: string; text: string }[] }[] = []
  for (const { id, text } of draft.version?.paragraphs ?? []) {
    // a paragraph that nobody has assigned goes on where the one before it stands
    const section = sectionOf(draft, id) ?? runs.at(-1)?.section
    const last = runs.at(-1)
    if (last && last.section === section) last.paragraphs.push({ id, text })
    else runs.push({ ...(section === undefined ? {} : { section }), paragraphs: [{ id, text }] })
  }
  return runs
}

/** Writes the whole text; with numbers where custom numbers its paragraphs. */
export function writeText(draft: Draft, numbered: boolean): void {
  for (const { text } of draft.version?.paragraphs ?? []) writeParagraph(draft, text, numbered)
}

export function writeParagraph({ writer }: Draft, text: string, numbered: boolean): void {
  linesOf(text).forEach((line, index) => {
    if (numbered && index === 0) writer.numbered(line)
    else writer.paragraph(line)
  })
}

/** Annex: how far each paragraph is agreed. No party is named: positions are more sensitive than the text. */
export function stateOfText(
  draft: Draft,
  number: string,
  { withAuthor = true }: { readonly withAuthor?: boolean } = {},
): readonly Section[] {
  const {
    joint,
    version,
    writer,
    wording: { say, count, semicolon },
  } = draft
  if (!version) return []
  const latest = version.number === joint.versions.at(-1)?.number
  const numbers = { version: version.number, versions: joint.versions.length }
  const which = withAuthor
    ? say('textState.versionBy', { ...numbers, party: draft.party(version.party) })
    : say('textState.version', numbers)
  writer.paragraph(`${which} ${say(latest ? 'textState.latest' : 'textState.earlier')}`)
  writer.table(
    say('textState.caption'),
    [
      [say('textState.paragraph'), 20],
      [say('textState.state'), 22],
      [say('textState.standsOpen'), 58],
    ],
    version.paragraphs.map(({ id, agreed }): Words[] => {
      const now = latest ? joint.paragraphs.find((each) => each.id === id) : undefined
      if (!now) return [id, say(agreed ? 'textState.agreed' : 'textState.open'), '']
      const open = [
        ...(now.pending.length > 0 ? [say('textState.pending', { amount: count(now.pending.length) })] : []),
        ...(now.holds.length > 0 ? [say('textState.holds', { amount: count(now.holds.length) })] : []),
      ]
      return [id, say(`textState.${now.status}`), opening(open.join(semicolon))]
    }),
  )
  return [writer.close('state-of-text', number, say('textState.title'))]
}
