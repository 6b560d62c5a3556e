/** The portfolio around the Toolbox: what was promised, asked, built and warned about. */
export * from './overlap/index.ts'
