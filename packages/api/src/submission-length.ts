/** Lengths that the desk in the browser needs before it asks; apart from the schemas, which it does not load. */

/** Characters that one submission may have: some ten pages. */
export const MOST_IN_A_SUBMISSION = 20_000
/** Rows on one page of the public list. */
export const PUBLIC_PAGE_ROWS = 25
