/** The id under which a plan that is on no record stands in an answer. Next door: `overlaps.ts`. */
export const PLAN = 'plan'
