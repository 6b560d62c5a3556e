/** Attribution: who says that who did it, competing hypotheses, where the Member States stand. */
export * from './read-attribution.ts'
export * from './attribution-view.ts'
export * from './weigh-hypotheses.ts'
