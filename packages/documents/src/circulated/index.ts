/** Documents of a procedure that circulate: from the joint text and the case, after the outlines of doctrine. */
export * from './circulated-document.ts'
export {
  CASE_OUTLINES,
  CIRCULATED_OUTLINES,
  circulatedDocument,
  whyNotWritten,
  writeDocument,
} from './write-document.ts'
