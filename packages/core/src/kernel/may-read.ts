/**
 * Who may read a statement, and why: one reason per rule. The database decides row by row by the same rules; this says
 * them aloud, and a property test holds the two together.
 *
 * AMBER+STRICT and RED stay with the party that asserted the statement unless its marking names parties or a
 * need-to-know list: TLP 2.0 limits the one to the own organisation and the other to named recipients.
 *
 * Rests on: docs/rules/ledger.md, LED-04, LED-13 to LED-15; FIRST, Traffic Light Protocol 2.0.
 * Next door: `marking.ts`, `reader.ts`.
 */
import { DISTRIBUTIONS, highestMarking, listsOf, type Marking, markingKey, TLP_LABELS } from './marking.ts'
import { PUBLIC_PARTY, type Reader } from './reader.ts'

/** What access depends on in a statement. */
export interface Readable {
  readonly marking: Marking
  /** the party that put it on record */
  readonly assertedBy?: string | undefined
}

export type AccessRule = 'role' | 'public' | 'distribution' | 'tlp' | 'parties' | 'need-to-know'

export interface AccessReason {
  readonly rule: AccessRule
  readonly holds: boolean
  readonly reason: string
}

/** The marking with the limit that its TLP label brings by itself: the party that may read what is that strict. */
export function effectiveMarking({ marking, assertedBy }: Readable): Marking {
  const isStrict = TLP_LABELS.indexOf(marking.tlp) >= TLP_LABELS.indexOf('TLP:AMBER+STRICT')
  return isStrict && assertedBy !== undefined && !marking.releasableTo && marking.needToKnow === undefined
    ? { ...marking, releasableTo: [assertedBy] }
    : marking
}

/**
 * The marking under which something is recorded beside these: its own where nobody may read it who may not read all of them,
 * else its own with their limits added. Source: LED-12.
 */
export function withLimitsOf(own: Readable, others: Iterable<Readable>): Marking {
  const strictest = highestMarking([own, ...others].map(effectiveMarking))
  return markingKey(strictest) === markingKey(effectiveMarking(own)) ? own.marking : strictest
}

/**
 * Every rule of access with whether it holds; the reader may read when all do.
 * @param lists the need-to-know lists that name the reader
 */
export function whyMayRead(
  { role, party, maxDistribution, maxTlp }: Reader,
  readable: Readable,
  lists: Iterable<string>,
): readonly AccessReason[] {
  const { marking } = readable
  const { distribution, tlp, releasableTo, needToKnow } = effectiveMarking(readable)
  const named = new Set(lists)
  const missing = listsOf(marking).filter((list) => !named.has(list))
  const isOpen = distribution === 'PUBLIC' && tlp === 'TLP:CLEAR' && !releasableTo && needToKnow === undefined
  const reasons: AccessReason[] = [
    {
      rule: 'role',
      holds: role !== 'administrator',
      reason: role === 'administrator' ? 'an administrator sees no content' : `the role ${role} reads`,
    },
    {
      rule: 'distribution',
      holds: DISTRIBUTIONS.indexOf(distribution) <= DISTRIBUTIONS.indexOf(maxDistribution),
      reason: `marked ${distribution}; the reader may see up to ${maxDistribution}`,
    },
    {
      rule: 'tlp',
      holds: TLP_LABELS.indexOf(tlp) <= TLP_LABELS.indexOf(maxTlp),
      reason: `marked ${tlp}; the reader may see up to ${maxTlp}`,
    },
    {
      rule: 'parties',
      holds: !releasableTo || releasableTo.includes(party),
      reason: partiesReason(marking, releasableTo, party),
    },
    {
      rule: 'need-to-know',
      holds: missing.length === 0,
      reason:
        needToKnow === undefined
          ? 'no need-to-know list'
          : `for those on the list ${listsOf(marking).join(' and ')}`,
    },
  ]
  if (party !== PUBLIC_PARTY) return reasons
  const reason = 'the public sees what is PUBLIC, TLP:CLEAR and without limits'
  return [...reasons, { rule: 'public', holds: isOpen, reason }]
}

/** Whether that reader may read it. */
export function mayRead(reader: Reader, readable: Readable, lists: Iterable<string>): boolean {
  return whyMayRead(reader, readable, lists).every(({ holds }) => holds)
}

function partiesReason(marking: Marking, releasableTo: readonly string[] | undefined, party: string): string {
  if (!releasableTo) return 'not limited to parties'
  const whom = releasableTo.join(', ')
  return marking.releasableTo
    ? `released to ${whom}; the reader reads for ${party}`
    : `${marking.tlp} without named parties or list stays with ${whom}; the reader reads for ${party}`
}
