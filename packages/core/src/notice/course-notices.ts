/**
 * What is told of the course of a procedure: agendas, papers, steps, who holds it up, a vote that failed.
 *
 * Told to those whom it concerns: the Member States, whoever opened, proposed or acted, and whoever was sent a paper.
 * Papers are told to their addressees alone. What was lifted, decided or passed is told no more.
 *
 * Rests on: NOT-16 to NOT-19. Next door: `read-notices.ts`.
 */
import { holds } from '../procedure/read-positions.ts'
import type { Procedure } from '../procedure/procedure.ts'
import type { NoticeViewer } from './notice.ts'
import { doing, type Told } from './told.ts'

/** Everything told of the course to somebody. */
export function courseNotices(procedure: Procedure, { party }: NoticeViewer): readonly Told[] {
  const sent = sentTo(procedure, party)
  return isConcerned(procedure, party)
    ? [
        ...sent,
        ...agendas(procedure, party),
        ...steps(procedure),
        ...held(procedure),
        ...votes(procedure),
        ...room(procedure, party),
      ]
    : sent
}

/** NOT-16 */
function isConcerned({ positions, acts, documents }: Procedure, party: string): boolean {
  return (
    positions.some((one) => one.party === party) ||
    acts.some((one) => one.party === party) ||
    documents.some(({ to }) => to.includes(party))
  )
}

/** NOT-17: one notice for one circulation, whatever number of papers it has. */
function sentTo({ acts }: Procedure, party: string): readonly Told[] {
  return acts.flatMap((one): readonly Told[] =>
    one.act.verb === 'circulate' && one.act.to.includes(party)
      ? [{ kind: 'circulated', titles: one.act.documents.map(({ title }) => title), ...doing(one) }]
      : [],
  )
}

/** Whoever is asked for its position hears of the meeting in that notice (NOT-04). */
function agendas({ agenda, positions, vote, isOpen }: Procedure, party: string): readonly Told[] {
  const mine = positions.find((one) => one.party === party)
  const isAsked = isOpen && vote !== null && mine?.position === null && mine.paragraphs.length === 0
  return isAsked
    ? []
    : agenda
        .filter(({ past }) => !past)
        .map((item): Told => {
          const { body, meeting } = item
          return { kind: 'on-agenda', body, meeting, ...doing(item) }
        })
}

/** NOT-18: steps that somebody took and that no other notice tells. */
function steps({ history, acts }: Procedure): readonly Told[] {
  return history.flatMap(({ by, label }): readonly Told[] => {
    const verb = by && acts.find(({ statement }) => statement === by.statement)?.act.verb
    return by && verb === 'move' ? [{ kind: 'step-taken', state: label, ...doing(by) }] : []
  })
}

/** NOT-19: who holds it up or is against it now, once for each State, at its last word. */
function held({ positions, isOpen }: Procedure): readonly Told[] {
  if (!isOpen) return []
  return positions.flatMap(({ party, history }): readonly Told[] => {
    const last = history.findLast(({ paragraph }) => paragraph === undefined)
    if (!last?.position || !holds(last.position)) return []
    const { statement, at, position } = last
    return [{ kind: 'held', position, at, by: { party, statement }, apart: `${statement} ${party}` }]
  })
}

function votes({ votes: recorded }: Procedure): readonly Told[] {
  return recorded.flatMap((one): readonly Told[] =>
    one.verdict === 'false' ? [{ kind: 'vote-failed', held: one.held, ...doing(one) }] : [],
  )
}

/** That a position was written down for one's own State (PRC-37). */
function room({ acts }: Procedure, party: string): readonly Told[] {
  return acts.flatMap((one): readonly Told[] => {
    if (one.act.verb !== 'record-positions') return []
    const { meeting } = one.act
    return one.act.positions
      .filter((said) => said.party === party)
      .map(({ position }): Told => ({ kind: 'said-for-you', position, meeting, ...doing(one) }))
  })
}
