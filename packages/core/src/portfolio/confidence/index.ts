/** Confidence building: what an act counts for, what a State can report, how the lines to its contacts are tried. */
export * from './counts-for.ts'
export * from './confidence-report.ts'
export * from './contact-checks.ts'
export * from './contact-schedule.ts'
