/**
 * Sections "communication" and "partners": what may be said outside, and who else speaks or acts.
 */
import {
  formatMarking,
  formatPartialDate,
  isMemberState,
  MEMBER_STATES,
  PUBLIC,
  markingKey,
} from '@demarche/core'
import { sayCount, sayList, sentence } from '../wording.ts'
import { sayClaimant } from './assessment.ts'
import type { Paper } from './paper.ts'

export function writeCommunication({ dossier, writer, wording }: Paper): void {
  const statements = Object.values(dossier.statements)
  const open = statements.filter(({ marking }) => markingKey(marking) === markingKey(PUBLIC))
  writer.numbered(
    `This paper is marked ${formatMarking(dossier.marking)}${
      dossier.marking.distribution === 'LIMITE' ? ' and is not for publication' : ''
    }. ` +
      `Of the ${sayCount(statements.length)} statements it rests on, ${sayCount(open.length)} ${open.length === 1 ? 'is' : 'are'} public. ` +
      (open.length === 0
        ? 'A public text therefore needs a release by the originator of whatever it rests on.'
        : 'A public text may rest on those alone; anything else in it needs a release by its originator.'),
  )
  const naming = dossier.attribution.claims.filter(({ claim }) => claim.kind === 'political')
  writer.numbered(
    naming.length === 0
      ? 'Nobody has attributed the activity publicly as a political act. A text that names no perpetrator needs no attribution.'
      : [
          `Political attributions are on record by ${sayList([...new Set(naming.map(({ claim }) => withArticle(sayClaimant(wording, claim))))])}`,
          ...writer.statements(naming.map(({ statement }) => statement)),
          '. A text that goes beyond them is a new act of attribution.',
        ],
  )
  if (dossier.responses.length > 0) {
    writer.numbered('What has been done or said so far must not be contradicted without intent:')
    writer.list(
      dossier.responses.map(
        ({ date, by, instrument, description }) =>
          `${formatPartialDate(date)}, ${by}: ${sentence(instrument.replaceAll('-', ' '))}${description ? ` ${sentence(description)}` : ''}`,
      ),
    )
  }
}

/** In a sentence some names take their article. */
function withArticle(name: string): string {
  return /^(?:European Union|United |Netherlands|Philippines)/.test(name) ? `the ${name}` : name
}

export function writePartners({ dossier, writer, wording }: Paper): void {
  const acting = dossier.political.find(({ id }) => id === 'partners-acting')
  if (acting) writer.numbered([sentence(acting.text), ...writer.support(acting.support)])
  const member = (code: string): boolean => MEMBER_STATES.includes(code) && isMemberState(code, dossier.asOf)
  const voices = dossier.attribution.claims.filter(
    ({ claim }) => claim.claimantState && claim.claimantState !== 'EU' && !member(claim.claimantState),
  )
  if (voices.length > 0) {
    writer.numbered([
      `States outside the Union that have attributed the activity: ${sayList([...new Set(voices.map(({ claim }) => withArticle(sayClaimant(wording, claim))))])}`,
      ...writer.statements(voices.map(({ statement }) => statement)),
      '.',
    ])
  }
  const answers = dossier.responses.filter(({ bySide }) => bySide === 'partners')
  if (answers.length > 0) {
    writer.numbered('Partners have responded as follows:')
    writer.list(
      answers.map(
        ({ date, by, instrument }) =>
          `${formatPartialDate(date)}, ${by}: ${sentence(instrument.replaceAll('-', ' '))}`,
      ),
    )
  }
  if (!acting && voices.length === 0 && answers.length === 0) {
    writer.numbered(
      'Nothing is on record about what partners say, do or plan. It should be asked before a decision.',
    )
  } else {
    writer.numbered(
      'Alignment of partners with a joint text is sought after its adoption and needs their own agreement.',
    )
  }
}
