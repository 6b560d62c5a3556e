/** Headers of the desk's own. */

/** On what the desk in the browser asks while nobody touches it: such a request keeps no session alive (ACC-15). */
export const UNATTENDED_HEADER = 'demarche-unattended'

/** On a document of a procedure: how many of its places say that nothing is on record for them (TXT-16). */
export const GAPS_HEADER = 'demarche-gaps'
