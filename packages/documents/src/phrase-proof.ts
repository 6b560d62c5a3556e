/**
 * A proof line by line with the labels of the vocabulary, its sources apart: core's words, for callers that set the
 * sources themselves. Next door: core's `drafting/phrase-proof.ts`, which has the wording.
 */
import { phraseProof as sayProof, type Citation, type Proof, type Support } from '@demarche/core'
import { findProperty } from './wording.ts'

export interface ProofLine {
  readonly level: number
  readonly text: string
  readonly support: readonly Support[]
  readonly citation?: Citation
  readonly verified?: boolean
}

/** The lines of a proof, conclusion first; `level` is the depth from 0. */
export function phraseProof(proof: Proof): readonly ProofLine[] {
  return sayProof(proof, { property: findProperty }).map(({ depth, said, support, citation, verified }) => ({
    level: depth,
    text: said,
    support,
    ...(citation ? { citation } : {}),
    ...(verified === undefined ? {} : { verified }),
  }))
}
