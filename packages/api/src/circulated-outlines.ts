/**
 * Outlines of doctrine after which this desk writes documents of a procedure, in the order in which they are used.
 *
 * GET /api/procedures/:entity/documents/:outline knows these alone; others are known to doctrine and written elsewhere.
 * A test of the server holds them against the writers. Next door: `procedure.ts` for the rest of the route's contract.
 */
export const CIRCULATED_OUTLINES = [
  'doc-attribution-note',
  'doc-measure-proposal',
  'doc-draft-declaration',
  'doc-draft-conclusions',
  'doc-demarche',
  'doc-objection',
  'doc-press-release',
  'doc-lessons-learned',
] as const
