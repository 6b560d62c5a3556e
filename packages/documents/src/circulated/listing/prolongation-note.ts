/**
 * Prolongation note and review table: what lapses when, what is proposed for each entry, on which new evidence.
 *
 * What is kept, amended or deleted is decided by people and stays blank. Rests on: doctrine entry `doc-prolongation-note`;
 * Regulation (EU) 2019/796 Art. 13(3)-(4).
 */
import { formatPartialDate, type Listing, listingsOn, reviewDue } from '@demarche/core'
import { brusselsTime } from '@demarche/core/procedure/brussels-time.ts'
import type { Words } from '../../paper-writer.ts'
import { sayCount, sentence } from '../../wording.ts'
import { blank, type Draft, orBlank } from '../draft.ts'
import { listed, type DocumentPlan } from '../plan.ts'

export const PROLONGATION_NOTE: DocumentPlan = {
  outline: 'doc-prolongation-note',
  title: (draft) => `Prolongation note: ${draft.title}`,
  numbers: true,
  sections: {
    s1: writeExpiry,
    s2: writeReviewTable,
    s3: writeNewEvidence,
    s4: (draft) => {
      draft.writer.table(
        'Observations and answers',
        [
          ['Name', 30],
          ['Observations', 35],
          ['Answer of the Council', 35],
        ],
        draft.annex.entries.map(({ name }): Words[] => [
          name,
          blank('received on, and what they say'),
          blank('reviewed on, and what was answered'),
        ]),
      )
      return draft.annex.entries.length === 0 ? 'no observations, and no answer to any.' : undefined
    },
    s5: writeDraftActs,
    s6: writeTimetable,
  },
}

function writeExpiry(draft: Draft): string | undefined {
  const test = draft.testNamed('review-expiry')
  const until = draft.last('prolong')?.act.until
  draft.writer.paragraph([
    'Proposed: prolonged until ',
    ...[orBlank(until && formatPartialDate(until), 'the day')].flat(),
    '.',
  ])
  return listed(
    draft,
    'Clocks, as doctrine has them; each has to be checked again before use:',
    (test?.notes ?? []).flatMap((note): readonly Words[] =>
      note.startsWith('Clock: ')
        ? [[sentence(note.slice('Clock: '.length)), ...draft.lawOf('review-expiry')]]
        : [],
    ),
    'no day on which the framework or the listings lapse.',
  )
}

/** The entries of this procedure; of the whole register where it names nobody. */
function writeReviewTable(draft: Draft): string | undefined {
  const named = draft.annex.entries.map(({ name, listedOn }): Words[] => [
    name,
    orBlank(listedOn && formatPartialDate(listedOn), 'day of listing'),
    blank('keep, amend or delete'),
    blank('why'),
  ])
  const register =
    draft.annex.entries.length > 0 ? [] : listingsOn(draft.input.register ?? [], draft.dossier.asOf)
  const rows = [...named, ...register.map((listing) => registerRow(listing))]
  if (rows.length === 0) return 'no entry of the annex.'
  if (register.length > 0) {
    draft.writer.paragraph(
      `Entries of the register of this desk that stood on ${formatPartialDate(draft.dossier.asOf)}: ${sayCount(register.length)}. The register is no official text; the annex has to be read beside it.`,
    )
  }
  draft.writer.table(
    'Review table: each entry',
    [
      ['Name', 34],
      ['Listed on', 18],
      ['Keep, amend, delete', 22],
      ['Why', 26],
    ],
    rows,
  )
  return undefined
}

function registerRow({ name, listingDate, officialCheck }: Listing): Words[] {
  return [
    officialCheck === null ? `${name} (entry not compared with an official text)` : name,
    formatPartialDate(listingDate),
    blank('keep, amend or delete'),
    blank('why'),
  ]
}

/** What was put on record of the case since the adoption. */
function writeNewEvidence(draft: Draft): string | undefined {
  const since = draft.input.procedure.adopted?.at
  if (since === undefined) return 'no adoption, so nothing counts as new.'
  const fresh = Object.values(draft.dossier.statements).filter(({ assertedAt }) => assertedAt > since)
  return listed(
    draft,
    `Put on record since ${formatPartialDate(brusselsTime(since).date)}; whether it is substantial is for people to say:`,
    fresh
      .toSorted((a, b) => (a.assertedAt < b.assertedAt ? -1 : 1))
      .filter(({ id }) => draft.maySay([{ statement: id }]))
      .map(({ id, source }): Words => [source.document, ...draft.cite([{ statement: id }])]),
    'nothing new of the case since the adoption.',
  )
}

const ACTS: readonly string[] = ['doc-draft-decision', 'doc-draft-implementing-regulation']

function writeDraftActs(draft: Draft): string | undefined {
  const since = draft.input.procedure.adopted?.at ?? ''
  const filed = draft
    .all('circulate')
    .filter(({ at }) => at > since)
    .flatMap(({ act }) =>
      act.documents.filter(({ outline }) => ACTS.includes(outline)).map(({ title }) => title),
    )
  return listed(draft, 'Circulated:', filed, 'no draft act for the prolongation.')
}

function writeTimetable(draft: Draft): string | undefined {
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
    .map(({ act }) => `${formatPartialDate(act.meeting)}: ${act.body.toUpperCase()}`)
  if (due !== null) {
    days.push([
      `${formatPartialDate(due)}: the review is due, at least every ${draft.track?.reviewMonths} months`,
      ...draft.lawOf('listed-person-rights'),
    ])
  }
  for (const { act } of draft.all('review'))
    days.push(`${formatPartialDate(act.on)}: reviewed. ${sentence(act.finding)}`)
  return listed(draft, 'Days on record:', days, 'no meeting, no review and no day to count back from.')
}
