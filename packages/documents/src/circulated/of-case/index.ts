/** Papers of a case before any procedure: reported, sorted, assessed, attributed. */
export { ASSESSMENT_PAPER } from './assessment-paper.ts'
export { ATTRIBUTION_CONTRIBUTION, ATTRIBUTION_STATEMENT } from './attribution-papers.ts'
export { INCIDENT_REPORT } from './incident-report.ts'
export { TRIAGE_NOTE } from './triage-note.ts'
