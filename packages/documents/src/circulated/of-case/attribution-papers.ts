/**
 * Two papers on attribution that one party writes: what a Member State finds and is ready to share, and the public text
 * that names an actor.
 *
 * The contribution says only what that party itself has put on record. The public text says only what rests on public
 * statements; whom it calls upon, and what follows, is for people to write. Attribution stays a sovereign decision.
 * Rests on: doctrine entries `doc-attribution-contribution` and `doc-attribution-statement`.
 */
import { ATTRIBUTION_KINDS, formatMarking, markingKey, PUBLIC, type ClaimRow } from '@demarche/core'
import type { Words } from '../../paper-writer.ts'
import { opening } from '../../wording.ts'
import { claimLine, claimLines, factLines, normLines, responseLines } from '../case-on-record.ts'
import type { Draft } from '../draft.ts'
import { listed, type DocumentPlan } from '../plan.ts'

export const ATTRIBUTION_CONTRIBUTION: DocumentPlan = {
  outline: 'doc-attribution-contribution',
  ofOneParty: true,
  ofCase: true,
  numbers: true,
  sections: {
    s1: (draft) => {
      const { say } = draft.wording
      const own = ownClaims(draft)
      if (own.length === 0) return say('casePaper.noOwnClaim')
      for (const kind of ATTRIBUTION_KINDS) {
        const lines = own.filter(({ claim }) => claim.kind === kind).map((row) => claimLine(draft, row))
        draft.writer.heading(opening(say(`attributionKind.${kind}`)))
        if (lines.length === 0) draft.missing(say('casePaper.noClaimOfKind'))
        else draft.writer.list(lines)
      }
      return undefined
    },
    s2: (draft) => {
      const { say } = draft.wording
      const lines = ownClaims(draft).flatMap(({ claim, confidence, statement }): readonly Words[] => {
        const stated = claim.confidenceAsStated
        if (stated === undefined && confidence === undefined) return []
        const word = stated ?? (confidence && say(`confidence.${confidence}`)) ?? ''
        return [[say('paper.labelled', { label: claim.accused, text: word }), ...draft.cite([{ statement }])]]
      })
      return listed(draft, say('casePaper.confidence'), lines, say('casePaper.noConfidence'))
    },
    s3: (draft) => {
      const { say, grading } = draft.wording
      const lines = ownClaims(draft).flatMap(({ statement }): readonly Words[] => {
        const found = draft.dossier.statements[statement]
        if (!found) return []
        const said = { label: found.source.document, text: grading(found.grading) }
        return [[say('paper.labelled', said), ...draft.cite([{ statement }])]]
      })
      return listed(draft, say('casePaper.sources'), lines, say('casePaper.noOwnClaim'))
    },
    s4: (draft) => {
      const { say } = draft.wording
      const lines = ownClaims(draft).flatMap(({ claim, statement }): readonly Words[] => {
        const marking = draft.dossier.statements[statement]?.marking
        return marking
          ? [
              [
                say('paper.labelled', { label: claim.accused, text: formatMarking(marking) }),
                ...draft.cite([{ statement }]),
              ],
            ]
          : []
      })
      return listed(draft, say('casePaper.releasable'), lines, say('casePaper.noOwnClaim'))
    },
    s5: (draft) => {
      const { say, saying } = draft.wording
      const own = ownClaims(draft)
      if (own.length === 0) return say('casePaper.noOwnClaim')
      const open = own.filter(({ statement }) => {
        const marking = draft.dossier.statements[statement]?.marking
        return marking !== undefined && markingKey(marking) === markingKey(PUBLIC)
      })
      draft.writer.paragraph(say('casePaper.publicSoFar', { count: own.length, open: open.length }))
      draft.writer.paragraph(
        saying('casePaper.willBePublic', { when: draft.blank(say('casePaper.blank.public')) }),
      )
      return undefined
    },
  },
}

export const ATTRIBUTION_STATEMENT: DocumentPlan = {
  outline: 'doc-attribution-statement',
  ofOneParty: true,
  ofCase: true,
  numbers: false,
  sections: {
    s1: (draft) => {
      const { say } = draft.wording
      const lines = factLines(draft, ['time', 'act'])
      return listed(draft, say('casePaper.happened'), lines, say('casePaper.noPublicAct'))
    },
    s2: (draft) => {
      const { say } = draft.wording
      const lines = factLines(draft, ['victims'])
      return listed(draft, say('casePaper.victims'), lines, say('casePaper.noPublicVictim'))
    },
    s3: (draft) => {
      const { say } = draft.wording
      return listed(draft, say('casePaper.claims'), claimLines(draft), say('casePaper.noPublicClaim'))
    },
    s4: (draft) => draft.wording.say('casePaper.basisOpen'),
    s5: (draft) => {
      const { say } = draft.wording
      return listed(draft, say('casePaper.norms'), normLines(draft), say('casePaper.noPublicNorm'))
    },
    s6: (draft) => draft.wording.say('casePaper.callOpen'),
    s7: (draft) => draft.wording.say('casePaper.solidarityOpen'),
    s8: (draft) => {
      const { say } = draft.wording
      const lines = responseLines(draft)
      return listed(draft, say('casePaper.steps'), lines, say('casePaper.stepsOpen'))
    },
  },
}

/** What the party whose paper it is has itself put on record; nobody speaks for another. */
function ownClaims(draft: Draft): readonly ClaimRow[] {
  const { party } = draft.input
  return draft.dossier.attribution.claims.filter(
    ({ statement }) => party !== undefined && draft.dossier.statements[statement]?.assertedBy === party,
  )
}
