/**
 * Procedures played in tests: acts recorded one after the other under the shipped doctrine, at a clock that ticks.
 *
 * `play` weighs every act before it records it, as a desk would; a refusal throws with its rule, so that a test reads as
 * a story. `record` puts an act on record without asking.
 */
import { loadDoctrine } from '@demarche/doctrine'
import {
  type Act,
  type Actor,
  brusselsTime,
  MEMBER_STATES,
  type NextAct,
  nextActs,
  type Procedure,
  readProcedure,
  type RecordedAct,
  sha256Hex,
  type Weighed,
  weighAct,
} from '../src/index.ts'

export const doctrine = loadDoctrine()

/** Tuesday 3 March 2026, 10:00 in Brussels. */
export const START = '2026-03-03T09:00:00.000Z'

/** The chair of the Presidency: Cyprus in the first half of 2026. */
export const PRESIDENCY: Actor = { party: 'CY', role: 'chair', person: 'person:cy-chair', isPresidency: true }
export const HR: Actor = { party: 'HRVP', role: 'desk-officer', person: 'person:hr', isPresidency: false }
export const EEAS: Actor = { party: 'EEAS', role: 'desk-officer', person: 'person:eeas', isPresidency: false }
export const GSC: Actor = { party: 'GSC', role: 'desk-officer', person: 'person:gsc', isPresidency: false }
export const GSC_SECOND: Actor = { ...GSC, person: 'person:gsc-second' }
export const COMMISSION: Actor = {
  party: 'COM',
  role: 'desk-officer',
  person: 'person:com',
  isPresidency: false,
}

export function delegate(party: string): Actor {
  return { party, role: 'delegate', person: `person:${party.toLowerCase()}`, isPresidency: party === 'CY' }
}

export function paper(outline: string, more: { annex?: string[]; version?: number } = {}) {
  return { outline, title: outline.replace('doc-', ''), ...more }
}

export class Play {
  readonly acts: RecordedAct[] = []
  #now = Date.parse(START)

  get now(): string {
    return new Date(this.#now).toISOString()
  }

  /** The same procedure, to be taken another way from here. */
  copy(): Play {
    const copy = new Play()
    copy.acts.push(...this.acts)
    copy.#now = this.#now
    return copy
  }

  /** The next act is recorded that many minutes later. */
  wait(minutes: number): this {
    this.#now += minutes * 60_000
    return this
  }

  read(at = this.now): Procedure | null {
    return readProcedure(doctrine, this.acts, at)
  }

  /** The procedure now. @throws Error when it has not been opened */
  get procedure(): Procedure {
    const procedure = this.read()
    if (!procedure) throw new Error('no procedure has been opened')
    return procedure
  }

  weigh(actor: Actor, act: Act): Weighed {
    return weighAct(doctrine, this.read(), act, actor, this.wait(1).now)
  }

  next(actor: Actor): readonly NextAct[] {
    return nextActs(doctrine, this.read(), actor, this.wait(1).now)
  }

  /** Records an act without asking whether it is allowed. */
  record(actor: Actor, act: Act): RecordedAct {
    const { party, role, person } = actor
    const recorded: RecordedAct = {
      statement: sha256Hex(`${this.acts.length} ${this.now}`),
      act,
      party,
      role,
      ...(person === undefined ? {} : { person }),
      at: this.now,
    }
    this.acts.push(recorded)
    return recorded
  }

  /** Records an act that is allowed. @throws Error with the rule, when it is not */
  do(actor: Actor, act: Act): this {
    const weighed = this.weigh(actor, act)
    if (!weighed.allowed) throw new Error(`${weighed.rule}: ${weighed.reason}`)
    this.record(actor, act)
    return this
  }

  /** The rule against an act and its reason; fails when the act is allowed. */
  refusal(actor: Actor, act: Act): string {
    const weighed = this.weigh(actor, act)
    if (weighed.allowed) throw new Error(`${act.verb} of ${actor.party} is allowed`)
    return `${weighed.rule}: ${weighed.reason}`
  }

  everyone(
    position: Extract<Act, { verb: 'state-position' }>['position'],
    except: readonly string[] = [],
  ): this {
    for (const party of MEMBER_STATES) {
      if (!except.includes(party)) this.do(delegate(party), { verb: 'state-position', position })
    }
    return this
  }
}

const CASE = 'case:invented'
const reason = 'An answer of the Union is due.'

/** A declaration, proposed by Estonia and before the working party, with its draft on file. */
export function aDeclaration(path: 'normal' | 'crisis' = 'normal'): Play {
  return new Play()
    .do(delegate('EE'), {
      verb: 'open',
      case: CASE,
      measure: 'stab-hr-declaration',
      track: 'track-declaration',
      path,
      title: 'Declaration on the activity',
      reason,
    })
    .do(delegate('EE'), {
      verb: 'propose',
      reason,
      documents: [paper('doc-options-paper'), paper('doc-measure-proposal')],
    })
    .do(PRESIDENCY, { verb: 'put-on-agenda', body: 'hwpci', meeting: '2026-03-10' })
    .do(EEAS, { verb: 'circulate', documents: [paper('doc-draft-declaration')], to: ['EE', 'FR'] })
}

/** A declaration under silence until that instant. */
export function aDeclarationUnderSilence(until = '2026-03-06T17:00:00.000Z'): Play {
  return aDeclaration().do(PRESIDENCY, { verb: 'open-silence', until })
}

export const NAMES = ['Ivan Invented', 'Unit 00000']

export const LISTED = NAMES.map((name) => ({ name, identifiedBy: 'Invented, born 1 January 1980' }))

export const LISTING_ACTS = [
  paper('doc-draft-decision', { annex: NAMES }),
  paper('doc-draft-implementing-regulation', { annex: NAMES.toReversed() }),
]

/** A listing of two names, before the Council, nobody having said anything. */
export function aListingBeforeCouncil(): Play {
  return new Play()
    .do(delegate('NL'), {
      verb: 'open',
      case: CASE,
      measure: 'rest-asset-freeze',
      track: 'track-listing',
      path: 'normal',
      title: 'Listing of two',
      reason,
      subjects: NAMES,
    })
    .do(delegate('NL'), {
      verb: 'propose',
      reason,
      listed: LISTED,
      documents: [paper('doc-options-paper'), paper('doc-measure-proposal')],
    })
    .do(PRESIDENCY, { verb: 'put-on-agenda', body: 'hwpci', meeting: '2026-03-10' })
    .do(PRESIDENCY, { verb: 'move', transition: 'tr-10' })
    .do(delegate('NL'), {
      verb: 'circulate',
      documents: ['doc-listing-proposal', 'doc-evidence-package', 'doc-statement-of-reasons'].map((id) =>
        paper(id),
      ),
      to: ['GSC'],
    })
    .do(delegate('NL'), { verb: 'move', transition: 'tr-17' })
    .do(GSC, { verb: 'circulate', documents: LISTING_ACTS, to: ['NL', 'FR'] })
    .do(PRESIDENCY, { verb: 'move', transition: 'tr-19' })
    .do(PRESIDENCY, { verb: 'move', transition: 'tr-21' })
}

/** The listing adopted, with its second person. */
export function anAdoptedListing(): Play {
  const play = aListingBeforeCouncil().everyone('support')
  play.do(GSC, { verb: 'adopt', acts: LISTING_ACTS })
  return play.do(GSC_SECOND, { verb: 'confirm', confirms: play.acts.at(-1)?.statement ?? '' })
}

/** The day in Brussels. */
export const today = (play: Play): string => brusselsTime(play.now).date

/** The adopted listing published, notified, implemented and reviewed. */
export function aReviewedListing(): Play {
  const play = anAdoptedListing()
  play
    .do(GSC, { verb: 'publish', where: 'OJ L', on: today(play) })
    .do(GSC, { verb: 'circulate', documents: [paper('doc-notification-letter')], to: ['NL'] })
    .do(GSC, { verb: 'notify', whom: NAMES, how: 'notice', on: today(play) })
    .do(delegate('NL'), { verb: 'implement', text: 'Accounts frozen.', on: today(play) })
    .do(EEAS, {
      verb: 'circulate',
      documents: [paper('doc-implementation-report'), paper('doc-effect-note')],
      to: ['NL'],
    })
    .do(EEAS, { verb: 'move', transition: 'tr-26' })
  play.wait(60 * 24 * 300)
  return play.do(EEAS, { verb: 'review', on: today(play), finding: 'The activity goes on.' })
}
