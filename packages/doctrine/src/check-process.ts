/**
 * The process must hang together: states, steps, roles, papers and the tracks on which measures travel.
 *
 * A track whose steps do not join would strand every procedure on it; a measure without a track could never be proposed.
 *
 * Rests on: docs/rules/doctrine.md, DOC-30 to DOC-35. Next door: `check-references.ts`, `check-rules.ts`.
 */
import { ACT_VERBS, COUNTED_RULES, type DoctrineEntry, type Track, type Transition } from '@demarche/core'
import type { Fault } from './pack-file.ts'
import type { PackEntries, Sited } from './read-entries.ts'

const VERBS: readonly string[] = ACT_VERBS
/** Words that stand for whoever a track, a step or a procedure names. */
const WORDS = ['proposers', 'deciders', 'transition', 'opener']

export function checkProcess(entries: PackEntries): Fault[] {
  const roles = checkRoles(entries)
  // a pack without a process has no procedures; one whose states cannot be read has been told so already
  if (entries.states.length === 0 || entries.transitions.length === 0) return roles
  return [
    ...roles,
    ...checkGraph(entries),
    ...checkVerbs(entries),
    ...entries.tracks.flatMap((sited) => checkTrack(sited, entries)),
    ...checkEveryMeasure(entries),
  ]
}

function at(
  { path, place }: Sited<DoctrineEntry>,
  keys: readonly (string | number)[],
  rule: Fault['rule'],
  message: string,
): Fault {
  return { path, place: [...place, ...keys], rule, message }
}

function idsOf(list: readonly Sited<DoctrineEntry>[]): ReadonlySet<string> {
  return new Set(list.map(({ entry }) => entry.id))
}

/** DOC-30: every name leads somewhere. */
function unknownNames(
  sited: Sited<DoctrineEntry>,
  key: string,
  names: readonly string[],
  known: ReadonlySet<string>,
  what: string,
): Fault[] {
  return names.flatMap((name, index) =>
    known.has(name) ? [] : [at(sited, [key, index], 'DOC-30', `the pack has no ${what} "${name}".`)],
  )
}

function checkGraph({ states, transitions, roles, documents, unread, tracks }: PackEntries): Fault[] {
  const [known, people] = [idsOf(states), idsOf(roles)]
  const papers = new Set([...idsOf(documents), ...unread.documents])
  return transitions.flatMap((sited) => {
    const { from, to, by, documents: asked, verb, tracks: only = [] } = sited.entry
    const end = (key: 'from' | 'to', name: string) =>
      known.has(name) || (key === 'from' && name === '*')
        ? []
        : [at(sited, [key], 'DOC-30', `the pack has no state "${name}".`)]
    return [
      ...end('from', from),
      ...end('to', to),
      ...unknownNames(sited, 'by', by, people, 'role'),
      ...unknownNames(sited, 'documents', asked, papers, 'document'),
      ...unknownNames(sited, 'tracks', only, idsOf(tracks), 'track'),
      ...(verb === undefined || VERBS.includes(verb) ? [] : [unknownVerb(sited, 'verb', verb)]),
    ]
  })
}

function checkRoles({ roles }: PackEntries): Fault[] {
  const known = idsOf(roles)
  return roles.flatMap((sited) =>
    unknownNames(sited, 'actsThrough', sited.entry.actsThrough ?? [], known, 'role'),
  )
}

function checkVerbs({ verbs, roles }: PackEntries): Fault[] {
  const known = new Set([...idsOf(roles), ...WORDS])
  return verbs.flatMap((sited) => [
    ...unknownNames(sited, 'by', sited.entry.by, known, 'role'),
    ...(VERBS.includes(sited.entry.id) ? [] : [unknownVerb(sited, 'id', sited.entry.id)]),
  ])
}

/** DOC-31: a verb that the desk does not know could never be done. */
function unknownVerb(sited: Sited<DoctrineEntry>, key: string, verb: string): Fault {
  const message = `"${verb}" is no verb of a procedure; expected one of ${VERBS.join(', ')}.`
  return at(sited, [key], 'DOC-31', message)
}

function checkTrack(sited: Sited<Track>, entries: PackEntries): Fault[] {
  const track = sited.entry
  const { states, transitions, roles, documents, measures, votingRules, unread } = entries
  const papers = new Set([...idsOf(documents), ...unread.documents])
  const people = idsOf(roles)
  const faults = [
    ...unknownNames(
      sited,
      'measures',
      track.measures,
      new Set([...idsOf(measures), ...unread.measures]),
      'measure',
    ),
    ...unknownNames(sited, 'after', track.after ?? [], idsOf(entries.tracks), 'track'),
    ...unknownNames(sited, 'states', track.states, idsOf(states), 'state'),
    ...unknownNames(sited, 'proposers', track.proposers, people, 'role'),
    ...unknownNames(sited, 'deciders', track.deciders, people, 'role'),
    ...unknownNames(sited, 'documents', track.documents, papers, 'document'),
    ...unknownNames(sited, 'acts', track.acts, papers, 'document'),
    ...Object.entries(track.instead ?? {})
      .flat()
      .filter((name) => !papers.has(name))
      .map((name) => at(sited, ['instead'], 'DOC-30', `the pack has no document "${name}".`)),
  ]
  const counted = COUNTED_RULES.find((rule) => rule === track.rule)
  if (track.rule !== undefined && (counted === undefined || !idsOf(votingRules).has(counted))) {
    const message = `"${track.rule}" is no voting rule of the pack that can be counted; expected one of ${COUNTED_RULES.join(', ')}, or no rule where nobody votes.`
    faults.push(at(sited, ['rule'], 'DOC-32', message))
  }
  const steps = stepsOf(
    track,
    transitions.map(({ entry }) => entry),
  )
  const reached = reachedFrom(track.states[0] ?? '', steps)
  for (const [index, state] of track.states.entries()) {
    if (reached.has(state) || !idsOf(states).has(state)) continue
    faults.push(
      at(sited, ['states', index], 'DOC-33', `no step of the graph leads to "${state}" on this track.`),
    )
  }
  if (!steps.some((step) => step.decides === true && reached.has(step.from))) {
    faults.push(at(sited, ['states'], 'DOC-34', 'no step on this track decides on the measure.'))
  }
  return faults
}

/** The steps that a track takes: both ends are on it, and the step is not kept for others. */
function stepsOf({ id, states }: Track, transitions: readonly Transition[]): readonly Transition[] {
  return transitions.filter(
    ({ from, to, verb, tracks }) =>
      verb !== undefined &&
      (from === '*' || states.includes(from)) &&
      states.includes(to) &&
      (tracks?.includes(id) ?? true),
  )
}

function reachedFrom(start: string, steps: readonly Transition[]): ReadonlySet<string> {
  const reached = new Set([start])
  for (let before = 0; before < reached.size;) {
    before = reached.size
    for (const { from, to } of steps) if (from === '*' || reached.has(from)) reached.add(to)
  }
  return reached
}

function checkEveryMeasure({ measures, tracks }: PackEntries): Fault[] {
  if (tracks.length === 0) return []
  const carried = new Set(tracks.flatMap(({ entry }) => entry.measures))
  return measures
    .filter(({ entry }) => !carried.has(entry.id))
    .map((sited) =>
      at(sited, ['id'], 'DOC-35', `no track carries "${sited.entry.id}", so it could never be proposed.`),
    )
}
