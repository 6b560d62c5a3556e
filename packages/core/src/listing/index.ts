/** Listings under Regulation (EU) 2019/796: who is named, since when, on what grounds, and how sure the register is. */
export * from './doubts.ts'
export * from './listing.ts'
export * from './standing.ts'
