/** Review: back-tests of the desk against what was done and what others have coded. */
export * from './backtest-cases.ts'
export * from './backtest-eurepoc.ts'
export * from './case-record.ts'
export * from './instruments.ts'
export * from './legal-verdict.ts'
export * from './supposing-people.ts'
