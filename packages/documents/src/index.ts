/** Documents: papers as trees, and the files made of them. */
export * from './circulated/index.ts'
export * from './document-tree.ts'
export * from './options-paper.ts'
export { partnerBrief } from './partner-brief.ts'
export type { PartnerBrief } from './partner-brief-words.ts'
export * from './render-document.ts'
export { renderMarkdown } from './render-markdown.ts'
