/**
 * Documents that are a text: the draft declaration and the draft conclusions.
 *
 * The joint text stands word for word in its own order. Annex A goes through the outline: what is on record for each
 * section, and which paragraph answers it where paragraphs have been assigned. Annex B says how far each paragraph is agreed.
 *
 * Rests on: the outlines of doctrine (working templates). Next door: `text-body.ts`, `plan.ts`.
 */
import type { DocumentOutline } from '@demarche/core'
import { comparedWithAttributions } from '@demarche/core/procedure/joint-text/index.ts'
import type { Section } from '../document-tree.ts'
import { strong, type Words } from '../paper-writer.ts'
import { opening } from '../wording.ts'
import {
  claimLines,
  EFFECTS,
  factLines,
  FACTS,
  normLines,
  politicalLine,
  responseLines,
} from './case-on-record.ts'
import type { Draft } from './draft.ts'
import { fill, type DocumentPlan, type SectionWriter } from './plan.ts'
import { runsOf, sectionOf, stateOfText, writeParagraph, writeText } from './text-body.ts'

type OnRecord = (draft: Draft) => readonly Words[]
const nothing: OnRecord = () => []

/** What is on record that a section of the text could rest on. */
const DECLARATION: Readonly<Record<string, OnRecord>> = {
  s3: (draft) => factLines(draft, FACTS),
  s4: (draft) => factLines(draft, EFFECTS),
  s5: (draft) => [...claimLines(draft), ...namingLines(draft)],
  s6: normLines,
  s8: (draft) => [...politicalLine(draft, 'partners-acting'), ...responseLines(draft, 'partners')],
}
const CONCLUSIONS: Readonly<Record<string, OnRecord>> = {
  s1: (draft) => responseLines(draft),
  s2: (draft) => [...factLines(draft, FACTS), ...factLines(draft, EFFECTS)],
  s3: (draft) => [...normLines(draft), ...claimLines(draft), ...namingLines(draft)],
}

export const DRAFT_DECLARATION: DocumentPlan = {
  outline: 'doc-draft-declaration',
  isAct: true,
  numbers: false,
  sections: { s1: writeTitle },
  arrange: (draft) => arrange(draft, { s1: writeTitle, s10: writeAligning }, false),
  annexes: (draft) => [onRecord(draft, DECLARATION, ['s1', 's10']), ...stateOfText(draft, 'B')],
}

export const DRAFT_CONCLUSIONS: DocumentPlan = {
  outline: 'doc-draft-conclusions',
  isAct: true,
  numbers: false,
  sections: {},
  arrange: (draft) => arrange(draft, {}, true),
  annexes: (draft) => [onRecord(draft, CONCLUSIONS, []), ...stateOfText(draft, 'B')],
}

function writeTitle(draft: Draft): undefined {
  draft.writer.paragraph([strong(draft.title)])
  const { date, wording } = draft
  draft.writer.paragraph(wording.saying('text.date', { date: draft.given(date && wording.date(date)) }))
}

function writeAligning({ wording: { say } }: Draft): string {
  return say('text.aligning')
}

/** The section of the outline by its name, as a heading. */
function sectionLabel(
  { outline, wording }: Draft,
  { id, label }: DocumentOutline['sections'][number],
): string {
  return opening(wording.label('documents', `${outline.id}.${id}`, label))
}

/** The sections of the outline that the text fills, in the order of the text; the others in their place, as missing. */
function arrange(
  draft: Draft,
  own: Readonly<Record<string, SectionWriter>>,
  numbered: boolean,
): readonly Section[] {
  const {
    outline,
    writer,
    version,
    wording: { say },
  } = draft
  const place = (id: string | undefined) => outline.sections.findIndex((section) => section.id === id)
  const label = (id: string | undefined) => {
    const found = outline.sections[place(id)]
    return found ? sectionLabel(draft, found) : say('text.title')
  }
  const runs = runsOf(draft)
  const assigned = runs.some(({ section }) => section !== undefined)
  const seen = new Set<string>()
  const made = (assigned ? runs : []).map(({ section, paragraphs }): { at: number; section: Section } => {
    for (const { text } of paragraphs) writeParagraph(draft, text, numbered)
    const title =
      section !== undefined && seen.has(section)
        ? say('text.continued', { section: label(section) })
        : label(section)
    if (section !== undefined) seen.add(section)
    return { at: place(section), section: writer.close(section ?? 'text', '', title) }
  })
  if (!assigned) {
    if (version) writeText(draft, numbered)
    else draft.missing(say('text.notLaid'))
    made.push({ at: 0, section: writer.close('text', '', say('text.title')) })
  }
  const left = outline.sections.filter(({ id }) =>
    assigned ? !seen.has(id) : id in own || hasWords(draft, id),
  )
  for (const { id } of left) {
    fill(draft, id, own[id] ?? (() => say('text.notAssigned')))
    const section = writer.close(id, '', label(id))
    const after = made.findIndex(({ at }) => at > place(id))
    const titleFirst = !assigned && place(id) === 0
    made.splice(titleFirst ? 0 : after === -1 ? made.length : after, 0, { at: place(id), section })
  }
  return made.map(({ section }) => section)
}

function hasWords({ input }: Draft, section: string): boolean {
  return (input.words?.[section]?.trim() ?? '') !== ''
}

/** Annex A: section by section, where the text answers it and what is on record. */
function onRecord(
  draft: Draft,
  records: Readonly<Record<string, OnRecord>>,
  without: readonly string[],
): Section {
  const {
    writer,
    version,
    outline,
    wording: { say, list },
  } = draft
  const assigned = runsOf(draft).some(({ section }) => section !== undefined)
  writer.paragraph(say(assigned ? 'text.onRecordAssigned' : 'text.onRecord'))
  for (const section of outline.sections.filter(({ id }) => !without.includes(id))) {
    const { id } = section
    writer.heading(sectionLabel(draft, section))
    const paragraphs = (version?.paragraphs ?? []).filter((each) => sectionOf(draft, each.id) === id)
    if (assigned)
      writer.paragraph(
        paragraphs.length === 0
          ? say('text.noParagraph')
          : say('text.paragraphs', { paragraphs: list(paragraphs.map((each) => each.id)) }),
      )
    const lines = (records[id] ?? nothing)(draft)
    if (lines.length === 0) draft.missing(say('text.nothingOnRecord'))
    else writer.list(lines)
  }
  return writer.close('on-record', 'A', say('text.onRecordTitle'))
}

/** Whether the text names whom the claims name: by the names in the claims alone. */
export function namingLines(draft: Draft, which: 'all' | 'not-named' = 'all'): readonly Words[] {
  const {
    version,
    joint,
    dossier,
    wording: { country, say },
  } = draft
  if (!version) return []
  const first = joint.versions[0]
  const rows = dossier.attribution.claims.filter((row) => draft.maySay([row]))
  const said = comparedWithAttributions(version, rows, first ? { first } : {}).flatMap(({ actor, state }) => [
    { name: actor.names[0], ...actor },
    ...(state ? [{ ...state, name: country(state.code) }] : []),
  ])
  const seen = new Set<string>()
  return said.flatMap(({ name, naming, mentions, noLongerNamed }): readonly Words[] => {
    if (name === undefined || seen.has(name)) return []
    seen.add(name)
    const [mention] = mentions
    if (naming === 'named' && mention) {
      if (which === 'not-named') return []
      const { seen: as, paragraph, hedges } = mention
      const quoted = hedges.map((text) => say('paper.quoted', { text })).join(', ')
      return [
        hedges.length === 0
          ? say('naming.named', { name, as, paragraph })
          : say('naming.hedged', { name, as, paragraph, hedges: quoted }),
      ]
    }
    return [say(noLongerNamed ? 'naming.noLonger' : 'naming.not', { name })]
  })
}
