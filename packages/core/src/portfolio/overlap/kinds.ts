/** The kinds of record that overlaps are found in and judged by (`packages/doctrine/portfolio/kinds`). */
export const PROJECT_KIND = 'project'
export const VERDICT_KIND = 'overlap-verdict'
