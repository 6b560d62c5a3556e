/**
 * Attribution claims of a case record: one statement per claimant, so that none is merged with another.
 *
 * A listing, another sanction or an indictment accuses a person or body; it does not say that a State stands behind it (recital 9 of
 * Decision (CFSP) 2019/797), so the sponsor coded for the actor is not put in its mouth. The coded date is that of the
 * first claimant; the others are dated by their own year in parentheses or by their own response in the record.
 */
import { inWords, euCountryCode, isoCountryCode, type PartialDate } from '@demarche/core'
import { entryOf, partialDate, wording } from '../reading.ts'
import { type CaseContext, checkNote, dateOf, inCase, isVerified, stateSection } from './case-context.ts'
import type { CaseActor } from './schema.ts'

export interface Claimant {
  readonly claimant: string
  readonly state?: string
  readonly kind: 'technical' | 'political' | 'legal'
  /** what stands in parentheses */
  readonly remark?: string
  /** a year named in parentheses */
  readonly year?: PartialDate
}

/** Reads "US", "UK (NCSC)", "EU (listing, 2020)", "DE (head of BfV: very probable)". */
export function parseClaimant(text: string): Claimant {
  const match = /^([^(]+?)\s*(?:\((.*)\))?$/.exec(text.trim())
  const claimant = match?.[1] ?? text.trim()
  const remark = wording(match?.[2])
  const code = /^([A-Z]{2})\b(?!\s+institution)/.exec(claimant)?.[1]
  const state = code && isoCountryCode(code)
  const year = partialDate(/\b(?:19|20)\d{2}\b/.exec(remark ?? '')?.[0])
  return {
    claimant,
    ...(state ? { state } : {}),
    kind: kindOf(claimant, remark, state),
    ...(remark ? { remark } : {}),
    ...(year ? { year } : {}),
  }
}

function kindOf(claimant: string, remark: string | undefined, state: string | undefined): Claimant['kind'] {
  if (
    /listing|sanction|restrictive measure|designation|indictment|prosecutor|arrest warrant/i.test(
      remark ?? '',
    )
  )
    return 'legal'
  if (/advisory|technical report/i.test(remark ?? '')) return 'technical'
  if (state || /^(NATO|others|partners|EU\b)/.test(claimant)) return 'political'
  return 'technical'
}

export function stateActors(context: CaseContext): void {
  for (const [index, actor] of (context.record.actors ?? []).entries()) {
    const claimants = (actor.attributedBy ?? []).map(parseClaimant)
    if (claimants.length === 0) {
      const place = inCase(context.record.id, `/actors/${index}`)
      context.collector.remark(
        place,
        `"${actor.name}" is named without anyone who says so: no attribution claim`,
        inWords('remark-nobody-says-so', { seen: actor.name }),
      )
    }
    for (const [position, claimant] of claimants.entries()) {
      stateClaim(context, actor, claimant, `/actors/${index}/attributedBy/${position}`, position === 0)
    }
  }
}

function stateClaim(
  context: CaseContext,
  actor: CaseActor,
  claimant: Claimant,
  pointer: string,
  isFirst: boolean,
): void {
  const { record } = context
  const first = isFirst ? dateOf(context, '/actors/attributionDate', actor.attributionDate) : undefined
  const own = isFirst ? undefined : ownResponse(context, claimant)
  const ownDate = partialDate(own?.date)
  const isOwnYear = claimant.year === undefined || (ownDate?.startsWith(claimant.year) ?? false)
  const date = first ?? (isOwnYear ? ownDate : claimant.year)
  const saysState = claimant.kind !== 'legal' && claimant.remark !== 'territory only'
  const { sponsorState, stateDirected } = actor
  const confidence = confidenceOf(actor, claimant)
  const check = record.verified?.actors
  stateSection(
    context,
    pointer,
    {
      ...(own ? { address: own.source } : {}),
      date,
      verified: isVerified(check),
      party: claimant.claimant,
      notes: [
        checkNote(check),
        claimant.remark,
        actor.aliases?.length ? `also known as ${actor.aliases.join(', ')}` : undefined,
        actor.sponsorNote,
        confidence ? undefined : actor.confidenceAsStated,
        date ? undefined : 'the day of this claim is not recorded',
      ],
    },
    [
      [
        'attributionClaim',
        {
          claimant: claimant.claimant,
          ...(claimant.state ? { claimantState: claimant.state } : {}),
          kind: claimant.kind,
          accused: /^(not|unknown)\b/.test(actor.name) ? 'not named' : actor.name,
          ...(saysState && sponsorState ? { accusedState: sponsorState } : {}),
          ...(saysState && typeof stateDirected === 'boolean' ? { stateDirected } : {}),
          ...(date ? { date } : {}),
          ...(confidence ? { confidenceAsStated: confidence } : {}),
        },
      ],
    ],
  )
}

/** The claimant's own listing or attribution among the responses, which dates the claim. */
function ownResponse({ record }: CaseContext, { state, kind }: Claimant) {
  if (!state) return undefined
  const names = new Set([state, euCountryCode(state)].flatMap((code) => [code, `MS:${code}`]))
  const instrument = kind === 'legal' ? /listing|sanction|indictment/ : /attribution|declaration|statement/
  return record.responses?.find((response) => names.has(response.by) && instrument.test(response.instrument))
}

const NAMES: Readonly<Record<string, string>> = {
  Germany: 'DE',
  Estonia: 'EE',
  France: 'FR',
  Netherlands: 'NL',
  Czechia: 'CZ',
}

/** The part of "US: high confidence; UK: highly likely" that is this claimant's; all of it for an only claimant. */
function confidenceOf(actor: CaseActor, { state, claimant }: Claimant): string | undefined {
  const stated = wording(actor.confidenceAsStated)
  if (stated === undefined || (actor.attributedBy ?? []).length === 1) return stated
  const codes = new Set([claimant, state, state && euCountryCode(state)])
  for (const part of stated.split(';')) {
    const [, speakers, words] = /^\s*([^:]{2,40}):\s*(.+)$/.exec(part) ?? []
    if (speakers === undefined || words === undefined) continue
    const named = speakers.split(/\s+and\s+|,\s*|\s+/).map((speaker) => entryOf(NAMES, speaker) ?? speaker)
    if (named.some((speaker) => codes.has(speaker))) return words
  }
  return undefined
}
