/**
 * How a transaction's settings begin, so that the embedded database knows them: nobody waits for their outcome, and they
 * go to its thread together with the first question.
 *
 * Next door: `session.ts` writes them, `embedded-database.ts` knows them by these words.
 */
export const SETTINGS = 'select /* settings */'
/** the transaction writes nothing, so that nobody need wait for its end */
export const SETTINGS_TO_READ = `${SETTINGS} set_config('transaction_read_only', 'on', true)`
