/**
 * Sections "communication" and "partners": what may be said outside, and who else speaks or acts.
 */
import {
  formatMarking,
  isMemberState,
  MEMBER_STATES,
  PUBLIC,
  markingKey,
  type AttributionClaim,
  type Dossier,
} from '@demarche/core'
import { reasonIn } from '../language/say-reason.ts'
import { sentence } from '../wording.ts'
import { sayClaimant } from './assessment.ts'
import type { Paper } from './paper.ts'

export function writeCommunication(paper: Paper): void {
  const {
    dossier,
    writer,
    wording: { say, saying, count },
  } = paper
  const statements = Object.values(dossier.statements)
  const open = statements.filter(({ marking }) => markingKey(marking) === markingKey(PUBLIC)).length
  const marking = formatMarking(dossier.marking)
  writer.numbered(
    [
      dossier.marking.distribution === 'LIMITE'
        ? say('outward.limite', { marking })
        : say('outward.marked', { marking }),
      say('outward.public', { count: open, all: count(statements.length), public: count(open) }),
      say(open === 0 ? 'outward.nonePublic' : 'outward.publicAlone'),
    ].join(' '),
  )
  const naming = dossier.attribution.claims.filter(({ claim }) => claim.kind === 'political')
  writer.numbered(
    naming.length === 0
      ? say('outward.nobodyNamed')
      : saying('outward.named', {
          claimants: [
            sayClaimants(paper, naming),
            ...writer.statements(naming.map(({ statement }) => statement)),
          ],
        }),
  )
  if (dossier.responses.length > 0) {
    writer.numbered(say('outward.saidSoFar'))
    writer.list(
      dossier.responses.map((response) =>
        [
          sayResponse(paper, response),
          ...(response.description ? [sentence(response.description)] : []),
        ].join(' '),
      ),
    )
  }
}

function sayResponse({ wording }: Paper, { date, by, instrument }: Dossier['responses'][number]): string {
  const what = sentence(instrument.replaceAll('-', ' '))
  return wording.say('paper.datedBy', { date: wording.date(date), by, text: what })
}

function sayClaimants({ wording }: Paper, rows: readonly { readonly claim: AttributionClaim }[]): string {
  return wording.list(
    rows.map(({ claim }) => {
      const name = sayClaimant(wording, claim)
      return wording.language === 'en' ? withArticle(name) : name
    }),
  )
}

/** In an English sentence some names take their article. */
function withArticle(name: string): string {
  return /^(?:European Union|United |Netherlands|Philippines)/.test(name) ? `the ${name}` : name
}

export function writePartners(paper: Paper): void {
  const {
    dossier,
    writer,
    wording: { say, saying },
  } = paper
  const acting = dossier.political.find(({ id }) => id === 'partners-acting')
  if (acting) {
    const said = reasonIn(paper.wording, acting.words, acting.text)
    writer.numbered([sentence(said), ...writer.support(acting.support)])
  }
  const member = (code: string): boolean => MEMBER_STATES.includes(code) && isMemberState(code, dossier.asOf)
  const voices = dossier.attribution.claims.filter(
    ({ claim }) => claim.claimantState && claim.claimantState !== 'EU' && !member(claim.claimantState),
  )
  if (voices.length > 0) {
    writer.numbered(
      saying('outward.voices', {
        states: [sayClaimants(paper, voices), ...writer.statements(voices.map(({ statement }) => statement))],
      }),
    )
  }
  const answers = dossier.responses.filter(({ bySide }) => bySide === 'partners')
  if (answers.length > 0) {
    writer.numbered(say('outward.partnersResponded'))
    writer.list(answers.map((response) => sayResponse(paper, response)))
  }
  writer.numbered(
    !acting && voices.length === 0 && answers.length === 0
      ? say('outward.nothingOfPartners')
      : say('outward.alignment'),
  )
}
