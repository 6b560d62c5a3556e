/**
 * Prolongation note and review table: what lapses when, what is proposed for each entry, on which new evidence.
 *
 * What is kept, amended or deleted is decided by people and stays blank. Rests on: doctrine entry `doc-prolongation-note`;
 * Regulation (EU) 2019/796 Art. 13(3)-(4).
 */
import { type Listing, listingsOn, reviewDue } from '@demarche/core'
import { brusselsTime } from '@demarche/core/kernel/brussels-time.ts'
import type { Words } from '../../paper-writer.ts'
import { afterCatchword, opening, sentence } from '../../wording.ts'
import type { Draft } from '../draft.ts'
import { listed, type DocumentPlan } from '../plan.ts'
import { labelled } from './names.ts'

export const PROLONGATION_NOTE: DocumentPlan = {
  outline: 'doc-prolongation-note',
  title: ({ wording, title }) => wording.say('prolongation.title', { title }),
  numbers: true,
  sections: {
    s1: writeExpiry,
    s2: writeReviewTable,
    s3: writeNewEvidence,
    s4: (draft) => {
      const { say } = draft.wording
      draft.writer.table(
        say('prolongation.observations'),
        [
          [say('annex.name'), 30],
          [say('prolongation.observed'), 35],
          [say('prolongation.answered'), 35],
        ],
        draft.annex.entries.map(({ name }): Words[] => [
          name,
          draft.blank(say('prolongation.whatObserved')),
          draft.blank(say('prolongation.whatAnswered')),
        ]),
      )
      return draft.annex.entries.length === 0 ? say('prolongation.noObservation') : undefined
    },
    s5: writeDraftActs,
    s6: writeTimetable,
  },
}

function writeExpiry(draft: Draft): string | undefined {
  const { say, saying, date } = draft.wording
  const test = draft.testNamed('review-expiry')
  const until = draft.last('prolong')?.act.until
  const day = draft.orBlank(until && date(until), say('prolongation.day'))
  draft.writer.paragraph(saying('prolongation.until', { day }))
  return listed(
    draft,
    say('prolongation.clocks'),
    (test?.notes ?? []).flatMap((note): readonly Words[] =>
      note.startsWith('Clock: ')
        ? [[sentence(afterCatchword(draft.wording.ofDoctrine(note))), ...draft.lawOf('review-expiry')]]
        : [],
    ),
    say('prolongation.noClock'),
  )
}

/** The entries of this procedure; of the whole register where it names nobody. */
function writeReviewTable(draft: Draft): string | undefined {
  const { say, date, count } = draft.wording
  const named = draft.annex.entries.map(({ name, listedOn }): Words[] => [
    name,
    draft.orBlank(listedOn && date(listedOn), say('prolongation.dayOfListing')),
    ...toDecide(draft),
  ])
  const register =
    draft.annex.entries.length > 0 ? [] : listingsOn(draft.input.register ?? [], draft.dossier.asOf)
  const rows = [...named, ...register.map((listing) => registerRow(draft, listing))]
  if (rows.length === 0) return say('prolongation.noEntry')
  if (register.length > 0) {
    const values = { date: date(draft.dossier.asOf), entries: count(register.length) }
    draft.writer.paragraph(say('prolongation.register', values))
  }
  draft.writer.table(
    say('prolongation.reviewTable'),
    [
      [say('annex.name'), 34],
      [say('prolongation.listedOn'), 18],
      [say('prolongation.decision'), 22],
      [opening(say('prolongation.itsReason')), 26],
    ],
    rows,
  )
  return undefined
}

function registerRow(draft: Draft, { name, listingDate, officialCheck }: Listing): Words[] {
  const { say, date } = draft.wording
  return [
    officialCheck === null ? say('prolongation.notCompared', { name }) : name,
    date(listingDate),
    ...toDecide(draft),
  ]
}

function toDecide(draft: Draft): readonly Words[] {
  const { say } = draft.wording
  return [draft.blank(say('prolongation.whichDecision')), draft.blank(say('prolongation.itsReason'))]
}

/** What was put on record of the case since the adoption. */
function writeNewEvidence(draft: Draft): string | undefined {
  const { say, date } = draft.wording
  const since = draft.input.procedure.adopted?.at
  if (since === undefined) return say('prolongation.notAdopted')
  const fresh = Object.values(draft.dossier.statements).filter(({ assertedAt }) => assertedAt > since)
  return listed(
    draft,
    say('prolongation.since', { date: date(brusselsTime(since).date) }),
    fresh
      .toSorted((a, b) => (a.assertedAt < b.assertedAt ? -1 : 1))
      .filter(({ id }) => draft.maySay([{ statement: id }]))
      .map(({ id, source }): Words => [source.document, ...draft.cite([{ statement: id }])]),
    say('prolongation.nothingNew'),
  )
}

const ACTS: readonly string[] = ['doc-draft-decision', 'doc-draft-implementing-regulation']

function writeDraftActs(draft: Draft): string | undefined {
  const { say } = draft.wording
  const since = draft.input.procedure.adopted?.at ?? ''
  const filed = draft
    .all('circulate')
    .filter(({ at }) => at > since)
    .flatMap(({ act }) =>
      act.documents.filter(({ outline }) => ACTS.includes(outline)).map(({ title }) => title),
    )
  return listed(draft, say('prolongation.circulated'), filed, say('prolongation.noDraftAct'))
}

function writeTimetable(draft: Draft): string | undefined {
  const { say, date } = draft.wording
  const { adopted } = draft.input.procedure
  const due =
    adopted && draft.track
      ? reviewDue(
          { adoptions: [adopted], reviews: draft.all('review').map(({ act }) => act), lapsed: null },
          draft.track,
        )
      : null
  const days: Words[] = draft
    .all('put-on-agenda')
    .map(({ act }) => labelled(draft, date(act.meeting), say(`body.${act.body}`)))
  if (due !== null) {
    days.push([
      say('prolongation.due', { date: date(due), count: draft.track?.reviewMonths ?? 0 }),
      ...draft.lawOf('listed-person-rights'),
    ])
  }
  for (const { act } of draft.all('review'))
    days.push(say('prolongation.reviewed', { date: date(act.on), finding: sentence(act.finding) }))
  return listed(draft, say('prolongation.days'), days, say('prolongation.noDay'))
}
