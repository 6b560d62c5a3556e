/**
 * The two acts of a listing, and the acts of the tracks that adopt one of them: citations, recitals, articles, annex.
 *
 * Formulas are those of acts of the Council; numbers, days and articles that nobody has put on record stay blank. Grounds and
 * recitals are the joint text. Of the case nothing stands in an act but what its text says. Rests on: doctrine entries
 * `doc-draft-decision`, `doc-draft-implementing-regulation`; Regulation (EU) 2019/796 Art. 13(1). Next door: `names.ts`.
 */
import type { Inline, Section } from '../../document-tree.ts'
import { strong, type Words } from '../../paper-writer.ts'
import { type Draft, linesOf } from '../draft.ts'
import type { DocumentPlan } from '../plan.ts'
import { stateOfText } from '../text-body.ts'
import { type Doing, doingOf } from './doing.ts'
import { annexCheck, writeAnnex } from './names.ts'

/** What the act calls itself; texts stand under it. */
type Kind = 'decision' | 'regulation'

export const DRAFT_DECISION: DocumentPlan = {
  outline: 'doc-draft-decision',
  isAct: true,
  keepsProposer: true,
  withoutCase: true,
  numbers: false,
  sections: {
    s1: (draft) => writeCitations(draft, 'decision'),
    s2: (draft) => writeRecitals(draft, 'decision'),
    s3: (draft) => writeArticles(draft, 'decision'),
    s4: (draft) => writeEntry(draft, 'decision'),
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
    s1: (draft) => writeCitations(draft, 'regulation'),
    s2: (draft) => writeRecitals(draft, 'regulation'),
    s3: (draft) => {
      const missing = writeArticles(draft, 'regulation')
      if (missing !== undefined) draft.missing(missing)
      return writeEntry(draft, 'regulation')
    },
    s4: writeAnnexOrNone,
  },
  annexes,
}

function writeCitations(draft: Draft, kind: Kind): undefined {
  const doing = doingOf(draft)
  const {
    writer,
    outline,
    wording: { say, saying },
  } = draft
  const isNew = doing === 'other'
  const parts = {
    name: strong(say(isNew ? `act.${kind}.newName` : `act.${kind}.name`)),
    number: draft.blank(say('act.number')),
    day: dayOfAdoption(draft),
  }
  writer.paragraph(
    isNew ? saying('act.newTitle', parts, { subject: draft.subject }) : saying(`act.${kind}.title`, parts),
  )
  writer.paragraph(say('act.council'))
  const source = draft.law(outline.source, outline.verified)
  if (kind === 'decision') {
    writer.paragraph([say('act.treaty.union'), ...source])
    if (!isNew) writer.paragraph(saying('act.decision.basic', { article: article(draft, doing) }))
  } else if (isNew) {
    writer.paragraph([say('act.treaty.article215'), ...source])
    writer.paragraph(saying('act.havingRegard', { to: draft.blank(say('act.givenEffect')) }))
  } else {
    writer.paragraph(say('act.treaty.functioning'))
    writer.paragraph([say('act.regulation.basic'), ...draft.lawOf('listed-person-rights')])
  }
  writer.paragraph(proposal(draft, kind, doing))
  writer.paragraph(say('act.whereas'))
}

function dayOfAdoption(draft: Draft): Words {
  const day = draft.adopted && draft.date
  return draft.orBlank(day && draft.wording.date(day), draft.wording.say('act.day'))
}

/** The articles of the Decision were not read: the number that is recalled says so. */
function article(draft: Draft, doing: Doing): Inline {
  return draft.blank(draft.wording.say(doing === 'prolongs' ? 'act.article.applies' : 'act.article.amended'))
}

/** A Member State that proposes is not named: who proposes a listing is kept confidential. */
function proposal(draft: Draft, kind: Kind, doing: Doing): readonly (string | Inline)[] {
  const { say, saying } = draft.wording
  const by = draft.last('propose')?.party
  if (kind === 'regulation' && doing === 'other')
    return saying('act.proposal.joint', { reference: draft.blank(say('act.proposal.reference')) })
  if (by === 'HRVP') return [say('act.proposal.highRepresentative')]
  if (kind === 'regulation')
    return saying('act.havingRegard', { to: draft.blank(say('act.proposal.noneByHighRepresentative')) })
  return by === undefined
    ? saying('act.havingRegard', { to: draft.blank(say('act.proposal.none')) })
    : [say('act.proposal.memberState')]
}

function writeRecitals(draft: Draft, kind: Kind): undefined {
  const doing = doingOf(draft)
  const { say } = draft.wording
  const own = doing === 'other' ? [] : draft.annex.before.map(({ text }) => text)
  const amended =
    doing === 'prolongs' ? (`act.${kind}.amendAct` as const) : (`act.${kind}.amendAnnex` as const)
  const recitals: (readonly (string | Inline)[])[] = [
    ...(doing === 'other' ? [] : [[say(`act.${kind}.adopted`), ...draft.lawOf('entry-into-force')]]),
    ...own.flatMap(linesOf).map((text) => [text]),
    ...(own.length === 0 ? [[draft.blank(say('act.recital'))]] : []),
    ...(doing === 'other' ? [] : [[say(amended)]]),
  ]
  recitals.forEach((recital, index) => draft.writer.paragraph([`(${index + 1}) `, ...recital]))
  draft.writer.paragraph(say(`act.${kind}.hasAdopted`))
}

function writeArticles(draft: Draft, kind: Kind): string | undefined {
  const {
    writer,
    wording: { say, saying, date },
  } = draft
  const doing = doingOf(draft)
  writer.heading(say('act.article1'))
  if (doing === 'prolongs') {
    const until = draft.last('prolong')?.act.until
    const day = draft.orBlank(until && date(until), say('act.until'))
    writer.paragraph(saying(`act.${kind}.prolongs`, { article: article(draft, doing), day }))
    return undefined
  }
  if (doing !== 'other') {
    writer.paragraph(say(`act.${kind}.${doing}`))
    return undefined
  }
  const text = draft.version?.paragraphs ?? []
  for (const { text: words } of text) for (const line of linesOf(words)) writer.paragraph(line)
  return text.length === 0 ? say('text.notLaid') : undefined
}

function writeEntry(draft: Draft, kind: Kind): undefined {
  const {
    writer,
    wording: { say, saying },
  } = draft
  // a new act has as many articles as its text
  writer.heading(say(doingOf(draft) === 'other' ? 'act.lastArticle' : 'act.article2'))
  writer.paragraph(saying(`act.${kind}.entry`, { day: draft.blank(say('act.entryDay')) }))
  if (kind === 'regulation') writer.paragraph([say('act.binding'), ...draft.lawOf('entry-into-force')])
  writer.paragraph(saying('act.done', { place: draft.blank(say('act.place')), day: dayOfAdoption(draft) }))
  writer.paragraph(say('act.forCouncil'))
  writer.paragraph(say('act.president'))
}

function writeAnnexOrNone(draft: Draft): string | undefined {
  const doing = doingOf(draft)
  if (doing === 'lists' || doing === 'delists') return writeAnnex(draft)
  draft.writer.paragraph(draft.wording.say('act.noAnnex'))
  return undefined
}

/** What goes with the draft. An act has an Annex of its own, so that these bear no letter and say that they are no part. */
function annexes(draft: Draft): readonly Section[] {
  return [...annexCheck(draft, ''), ...stateOfText(draft, '', { withAuthor: false })].map((section) => ({
    ...section,
    title: draft.wording.say('act.withDraft', { title: section.title }),
  }))
}
