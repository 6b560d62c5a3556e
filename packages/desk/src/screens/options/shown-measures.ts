/**
 * Which measures the catalogue shows: answers to the case, and options beside the Toolbox under their own heading.
 *
 * Acts of the lifecycle (prolongation, delisting) ask about a listing that exists: they are left out unless the Union
 * has answered this case with restrictive measures.
 */
import type { Dossier, MeasureFinding } from '@demarche/core'

/** True when a restrictive response of the Union is on record for the case. */
function hasRestrictiveResponse({ responses }: Pick<Dossier, 'responses'>): boolean {
  return responses.some(({ bySide, category }) => bySide === 'EU' && category === 'restrictive')
}

/** The measures of the catalogue, apart from the options beside the Toolbox. */
export function shownMeasures(dossier: Pick<Dossier, 'responses' | 'measures'>): {
  readonly measures: readonly MeasureFinding[]
  readonly adjacent: readonly MeasureFinding[]
} {
  const listed = hasRestrictiveResponse(dossier)
  return {
    measures: dossier.measures.filter(
      ({ role }) => role === 'measure' || (role === 'lifecycle-act' && listed),
    ),
    adjacent: dossier.measures.filter(({ role }) => role === 'adjacent-option'),
  }
}
