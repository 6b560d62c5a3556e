/**
 * The measures of a case that a procedure can be opened for: of a package or of the whole catalogue, each with its
 * availability, what it turns on, and the track that it would take.
 *
 * In: dossier, doctrine, the day. Out: one entry for each measure; without a track none can be opened, and it says so.
 * Rests on: PRC-06. Next door: `open-dialog.tsx`.
 */
import { dayInBrussels } from '@demarche/core/kernel/brussels-day.ts'
import { isInForce } from '@demarche/core/kernel/doctrine-entry.ts'
import { presidencyOn } from '@demarche/core/kernel/party.ts'
import { nextActs } from '@demarche/core/procedure/next-acts.ts'
import type { Doctrine, Dossier, MeasureFinding, NextAct, ProcedurePath, Track } from '@demarche/core'
import type { OpenProcedureInput, SessionAnswer } from '@demarche/api'
import { shownMeasures } from '../options/shown-measures.ts'

export interface OpenableMeasure {
  readonly finding: MeasureFinding
  /** undefined: the doctrine of the day has no way for it */
  readonly track: Track | undefined
  /** the names of those to be listed are asked for: the track notifies them */
  readonly lists: boolean
}

/** The measures of a package in its order; those of the catalogue when none is named. */
export function openableMeasures(
  dossier: Pick<Dossier, 'measures' | 'packages' | 'responses'>,
  { tracks }: Pick<Doctrine, 'tracks'>,
  packageId: string | undefined,
  day: string,
): readonly OpenableMeasure[] {
  const chosen = dossier.packages.find(({ id }) => id === packageId)
  const shown = shownMeasures(dossier)
  const findings = chosen
    ? chosen.steps.flatMap(({ measure }) => dossier.measures.filter((one) => one.measure === measure))
    : [...shown.measures, ...shown.adjacent]
  return findings.map((finding) => {
    const track = tracks.find((one) => one.measures.includes(finding.measure) && isInForce(one, day))
    return { finding, track, lists: track?.notifies ?? false }
  })
}

/**
 * What opening a procedure is for somebody who may open none at all, with the reason; null when they may. The server decides again.
 * @param at UTC instant
 */
export function whyNotOpen(
  doctrine: Doctrine,
  { party, role, person }: Pick<SessionAnswer, 'party' | 'role' | 'person'>,
  at: string,
): NextAct | null {
  const isPresidency = presidencyOn(doctrine.presidencies, dayInBrussels(at))?.code === party
  const [open] = nextActs(doctrine, null, { party, role, person, isPresidency }, at)
  return open && !open.allowed ? open : null
}

/** What was typed to open procedures. */
export interface OpenDraft {
  readonly package: string | undefined
  /** ids of measures */
  readonly chosen: readonly string[]
  readonly titles: Readonly<Record<string, string>>
  readonly path: ProcedurePath
  readonly reason: string
  /** one name a line */
  readonly subjects: string
  /** why, although a rights check leaves something open (RGT-09) */
  readonly rightsReason: string
}

/** What the server is asked for, one procedure for each chosen measure; those opened already are left out. */
export function openingsOf(
  draft: OpenDraft,
  measures: readonly OpenableMeasure[],
  marking: OpenProcedureInput['marking'],
  opened: ReadonlySet<string>,
): readonly OpenProcedureInput[] {
  const subjects = draft.subjects
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return measures
    .filter(({ finding, track }) => track && draft.chosen.includes(finding.measure))
    .filter(({ finding }) => !opened.has(finding.measure))
    .map(({ finding, lists }) => ({
      measure: finding.measure,
      path: draft.path,
      title: (draft.titles[finding.measure] ?? '').trim(),
      ...(draft.package === undefined ? {} : { package: draft.package }),
      reason: draft.reason.trim(),
      ...(lists && subjects.length > 0 ? { subjects } : {}),
      ...(draft.rightsReason.trim() === '' ? {} : { rightsReason: draft.rightsReason.trim() }),
      marking,
    }))
}
