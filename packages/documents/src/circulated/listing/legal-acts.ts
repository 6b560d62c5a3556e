/**
 * The two acts of a listing, and the acts of the tracks that adopt one of them: citations, recitals, articles, annex.
 *
 * Formulas are short and ours; numbers, days and articles that nobody has put on record stay blank. Grounds and recitals
 * are the joint text. Of the case nothing stands in an act but what its text says. Rests on: doctrine entries
 * `doc-draft-decision`, `doc-draft-implementing-regulation`; Regulation (EU) 2019/796 Art. 13(1). Next door: `names.ts`.
 */
import { formatPartialDate } from '@demarche/core'
import type { Inline, Section } from '../../document-tree.ts'
import { strong } from '../../paper-writer.ts'
import { opening, sentence } from '../../wording.ts'
import { blank, type Draft, linesOf, orBlank, parts } from '../draft.ts'
import type { DocumentPlan } from '../plan.ts'
import { stateOfText } from '../text-body.ts'
import { type Doing, doingOf } from './doing.ts'
import { annexCheck, writeAnnex } from './names.ts'

const CONCERNING =
  'concerning restrictive measures against cyber-attacks threatening the Union or its Member States'

interface Kind {
  /** what the act calls itself */
  readonly name: 'Decision' | 'Regulation'
  readonly title: string
  /** the basic act that it amends, and the annex of that act */
  readonly basic: string
  readonly annex: string
}

const DECISION: Kind = {
  name: 'Decision',
  title: 'Council Decision (CFSP)',
  basic: 'Decision (CFSP) 2019/797',
  annex: 'the Annex',
}
const REGULATION: Kind = {
  name: 'Regulation',
  title: 'Council Implementing Regulation (EU)',
  basic: 'Regulation (EU) 2019/796',
  annex: 'Annex I',
}

export const DRAFT_DECISION: DocumentPlan = {
  outline: 'doc-draft-decision',
  isAct: true,
  keepsProposer: true,
  withoutCase: true,
  numbers: false,
  sections: {
    s1: (draft) => writeCitations(draft, DECISION),
    s2: (draft) => writeRecitals(draft, DECISION),
    s3: (draft) => writeArticles(draft, DECISION),
    s4: (draft) => writeEntry(draft, DECISION),
    s5: writeAnnexOrNone,
  },
  annexes,
}

export const DRAFT_IMPLEMENTING_REGULATION: DocumentPlan = {
  outline: 'doc-draft-implementing-regulation',
  isAct: true,
  keepsProposer: true,
  withoutCase: true,
  numbers: false,
  sections: {
    s1: (draft) => writeCitations(draft, REGULATION),
    s2: (draft) => writeRecitals(draft, REGULATION),
    s3: (draft) => {
      const missing = writeArticles(draft, REGULATION)
      if (missing !== undefined) draft.missing(missing)
      return writeEntry(draft, REGULATION)
    },
    s4: writeAnnexOrNone,
  },
  annexes,
}

function writeCitations(draft: Draft, kind: Kind): string | undefined {
  const doing = doingOf(draft)
  const { writer, outline } = draft
  const day = draft.adopted && draft.date
  writer.paragraph([
    strong(kind.title),
    ' ',
    blank('number of the act'),
    ' of ',
    ...parts(orBlank(day && formatPartialDate(day), 'day of the adoption')),
    doing === 'other'
      ? ` on ${draft.subject}`
      : ` ${doing === 'lists' && kind === REGULATION ? 'implementing' : 'amending'} ${kind.basic} ${CONCERNING}`,
  ])
  writer.paragraph('The Council of the European Union,')
  const source = draft.law(outline.source, outline.verified)
  if (kind === DECISION) {
    writer.paragraph([
      'Having regard to the Treaty on European Union, and in particular Article 29,',
      ...source,
    ])
    if (doing !== 'other') writer.paragraph([...basicAct(kind), ...article(doing), ','])
  } else if (doing === 'other') {
    writer.paragraph([
      'Having regard to the Treaty on the Functioning of the European Union, and in particular Article 215,',
      ...source,
    ])
    writer.paragraph(['Having regard to ', blank('the Decision to which the Regulation gives effect'), ','])
  } else {
    writer.paragraph([...basicAct(kind), 'Article 13(1),', ...draft.lawOf('listed-person-rights')])
  }
  writer.paragraph(['Having regard to ', ...proposal(draft, kind, doing), ','])
  writer.paragraph('Whereas:')
  return undefined
}

function basicAct({ basic }: Kind): readonly string[] {
  return [`Having regard to ${basic} of 17 May 2019 ${CONCERNING}, and in particular `]
}

/** The articles of the Decision were not read: the number that is recalled says so. */
function article(doing: Doing): readonly Inline[] {
  return [
    blank(
      doing === 'prolongs'
        ? 'the article on how long it applies; recalled as Article 10, not read'
        : 'the article under which its Annex is amended; recalled as Article 6, not read',
    ),
  ]
}

/** A Member State that proposes is not named: who proposes a listing is kept confidential. */
function proposal(draft: Draft, kind: Kind, doing: Doing): readonly (string | Inline)[] {
  const by = draft.last('propose')?.party
  if (kind === REGULATION && doing === 'other') {
    return ['the joint proposal from the High Representative and the Commission ', blank('its reference')]
  }
  if (by === 'HRVP') return ['the proposal from the High Representative']
  if (kind === REGULATION) return [blank('the proposal from the High Representative; none is on record here')]
  return [by === undefined ? blank('the proposal; none is on record') : 'the proposal from a Member State']
}

function writeRecitals(draft: Draft, { basic, annex }: Kind): undefined {
  const doing = doingOf(draft)
  const own = doing === 'other' ? [] : draft.annex.before.map(({ text }) => text)
  const recitals: (readonly (string | Inline)[])[] = [
    ...(doing === 'other'
      ? []
      : [[`On 17 May 2019 the Council adopted ${basic}.`, ...draft.lawOf('entry-into-force')]]),
    ...own.flatMap(linesOf).map((text) => [text]),
    ...(own.length === 0 ? [[blank('what calls for the act, and why now')]] : []),
    ...(doing === 'other'
      ? []
      : [[`${doing === 'prolongs' ? basic : `${opening(annex)} to ${basic}`} should therefore be amended.`]]),
  ]
  recitals.forEach((recital, index) => draft.writer.paragraph([`(${index + 1}) `, ...recital]))
  draft.writer.paragraph(`Has adopted this act:`)
}

function writeArticles(draft: Draft, { name, basic, annex }: Kind): string | undefined {
  const { writer } = draft
  const doing = doingOf(draft)
  writer.heading('Article 1')
  if (doing === 'prolongs') {
    const until = draft.last('prolong')?.act.until
    writer.paragraph([
      `In ${basic}, `,
      ...article(doing),
      ', the day until which the measures apply becomes ',
      ...parts(orBlank(until && formatPartialDate(until), 'the day until which they apply')),
      '.',
    ])
    return undefined
  }
  if (doing !== 'other') {
    writer.paragraph(
      doing === 'lists'
        ? `${opening(annex)} to ${basic} is amended as set out in the Annex to this ${name}.`
        : `The entries set out in the Annex to this ${name} are deleted from ${annex} to ${basic}.`,
    )
    return undefined
  }
  const text = draft.version?.paragraphs ?? []
  for (const { text: words } of text) for (const line of linesOf(words)) writer.paragraph(line)
  return text.length === 0 ? 'no joint text has been laid in this procedure yet.' : undefined
}

function writeEntry(draft: Draft, { name }: Kind): undefined {
  const { writer } = draft
  // a new act has as many articles as its text
  writer.heading(doingOf(draft) === 'other' ? 'Last article' : 'Article 2')
  writer.paragraph([
    `This ${name} enters into force on `,
    blank('the day of its publication in the Official Journal of the European Union, or the day after'),
    '.',
  ])
  if (name === 'Regulation') {
    writer.paragraph([
      'It is binding in its entirety and directly applicable in all Member States.',
      ...draft.lawOf('entry-into-force'),
    ])
  }
  const day = draft.adopted && draft.date
  writer.paragraph([
    'Done at ',
    blank('place'),
    ', ',
    ...parts(orBlank(day && formatPartialDate(day), 'day of the adoption')),
    '.',
  ])
}

function writeAnnexOrNone(draft: Draft): string | undefined {
  const doing = doingOf(draft)
  if (doing === 'lists' || doing === 'delists') return writeAnnex(draft)
  draft.writer.paragraph(sentence('this act has no annex that lists names'))
  return undefined
}

/** What goes with the draft. An act has an Annex of its own, so that these bear no letter and say that they are no part. */
function annexes(draft: Draft): readonly Section[] {
  return [...annexCheck(draft, ''), ...stateOfText(draft, '', { withAuthor: false })].map((section) => ({
    ...section,
    title: `With the draft, no part of the act: ${section.title}`,
  }))
}
