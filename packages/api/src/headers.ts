/** Headers of the desk's own. */

/** On what the desk in the browser asks while nobody touches it: such a request keeps no session alive (ACC-15). */
export const UNATTENDED_HEADER = 'demarche-unattended'
