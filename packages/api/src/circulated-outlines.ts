/**
 * Outlines of doctrine after which this desk writes documents of a procedure, in the order in which they are used.
 *
 * GET /api/procedures/:entity/documents/:outline knows these alone; others are known to doctrine and written elsewhere.
 * A test of the server holds them against the writers. Next door: `procedure.ts` for the rest of the route's contract.
 */
export const CIRCULATED_OUTLINES = [
  'doc-situational-report',
  'doc-isaa-report',
  'doc-attribution-note',
  'doc-measure-proposal',
  'doc-draft-declaration',
  'doc-draft-conclusions',
  'doc-demarche',
  'doc-revised-text',
  'doc-objection',
  'doc-listing-proposal',
  'doc-evidence-package',
  'doc-statement-of-reasons',
  'doc-relex-questions',
  'doc-draft-decision',
  'doc-draft-implementing-regulation',
  'doc-press-release',
  'doc-notification-letter',
  'doc-demarche-report',
  'doc-implementation-report',
  'doc-effect-note',
  'doc-prolongation-note',
  'doc-request-42-7',
  'doc-request-222',
  'doc-lessons-learned',
] as const

/**
 * Outlines after which this desk writes papers of a case, before any procedure, in the order in which they are used.
 *
 * GET /api/cases/:entity/documents/:outline knows these alone.
 */
export const CASE_OUTLINES = [
  'doc-incident-report',
  'doc-triage-note',
  'doc-assessment',
  'doc-attribution-contribution',
  'doc-attribution-statement',
] as const

/** Papers that have a place in any procedure; the others are offered where the track of the procedure uses them. */
export const OUTLINES_OF_ANY_TRACK: readonly (typeof CIRCULATED_OUTLINES)[number][] = [
  'doc-attribution-note',
  'doc-measure-proposal',
  'doc-draft-declaration',
  'doc-draft-conclusions',
  'doc-demarche',
  'doc-objection',
  'doc-press-release',
  'doc-lessons-learned',
]
