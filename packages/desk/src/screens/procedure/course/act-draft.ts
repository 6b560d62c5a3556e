/**
 * An act while it is being written: what was typed, how it starts, and the act that it makes or what is wrong with it.
 *
 * Nothing typed is thrown away by a refusal: the draft stands until the act is on record. What is a fault here is one for
 * the server too; the server asks for more (docs/rules/procedure.md).
 *
 * Next door: `act-fields.ts` says which fields a verb has.
 */
import { dayInBrussels } from '@demarche/core/kernel/brussels-day.ts'
import { isCalendarDate } from '@demarche/core/kernel/partial-date.ts'
import { actSchema } from '@demarche/core/procedure/act.ts'
import { entryOn } from '@demarche/core/procedure/graph.ts'
import { isReserve, POSITIONS } from '@demarche/core/procedure/position.ts'
import type { ProcedureAnswer } from '@demarche/api'
import type { Act, ActVerb, Doctrine, Instant, NextAct, TextVersion } from '@demarche/core'
import { z } from 'zod'
import { FIELDS, type FieldSpec, isHere } from './act-fields.ts'

/** A document as typed: the annex has one name a line. */
const documentDraftSchema = z.strictObject({
  outline: z.string(),
  title: z.string(),
  version: z.string(),
  annex: z.string(),
})
export type DocumentDraft = Readonly<z.infer<typeof documentDraftSchema>>

export const actDraftSchema = z.strictObject({
  texts: z.record(z.string(), z.string()).readonly(),
  lists: z.record(z.string(), z.array(z.string()).readonly()).readonly(),
  documents: z.array(documentDraftSchema.readonly()).readonly(),
})
export type ActDraft = Readonly<z.infer<typeof actDraftSchema>>

interface DraftFault {
  /** name of the field */
  readonly field: string
  readonly fault:
    | 'missing'
    | 'date'
    | 'dayPast'
    | 'dayAhead'
    | 'until'
    | 'untilPast'
    | 'identify'
    | 'value'
    | 'wouldLift'
    | 'annexMissing'
    | 'annexDiffers'
    | 'heldTwice'
}

export type ReadDraft =
  { readonly act: Act } | { readonly faults: readonly [DraftFault, ...(readonly DraftFault[])] }

/** What of a procedure a form starts from. */
interface Beginning {
  readonly procedure: Pick<ProcedureAnswer['procedure'], 'subjects' | 'track' | 'openedOn'>
  readonly text: { readonly versions: readonly Pick<TextVersion, 'number'>[] }
}

/** The lines of a text that say something. */
export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** How the form of an act starts; `today` is the day in Brussels. */
export function draftFor(
  next: NextAct,
  { procedure, text }: Beginning,
  doctrine: Pick<Doctrine, 'tracks' | 'documents'>,
  today: string,
): ActDraft {
  const last = text.versions.at(-1)?.number
  const label = (outline: string) => doctrine.documents.find(({ id }) => id === outline)?.label ?? outline
  const document = (outline: string, annex = ''): DocumentDraft => ({
    outline,
    title: label(outline),
    version: '',
    annex,
  })
  const track = entryOn(doctrine.tracks, procedure.track, procedure.openedOn)
  const acts = track?.acts ?? []
  const names = procedure.subjects.join('\n')
  const documents =
    next.verb === 'adopt'
      ? acts.map((outline) => document(outline, acts.length > 1 ? names : ''))
      : next.verb === 'propose'
        ? next.missing.documents.map(({ outline }) => document(outline))
        : []
  const day =
    next.verb === 'prolong'
      ? {}
      : { on: today, held: today, ...(next.verb === 'record-positions' ? { meeting: today } : {}) }
  const listed = procedure.subjects.map((name) => `${name}; `).join('\n')
  return {
    texts: {
      ...day,
      ...(next.body === undefined ? {} : { body: next.body }),
      ...(last === undefined ? {} : { version: String(last) }),
      ...(next.verb === 'propose' && track?.notifies ? { listed } : {}),
      whom: names,
      how: 'direct',
    },
    lists: {},
    documents,
  }
}

/** The fields that the form asks for. */
export function fieldsOf(verb: ActVerb, { texts, lists }: ActDraft): readonly FieldSpec[] {
  const specs = isHere(verb) ? FIELDS[verb] : []
  return specs.filter(({ kind }) => {
    if (kind === 'listed') return texts['listed'] !== undefined
    return kind !== 'proxies' || (lists['present'] ?? []).length > 0
  })
}

/**
 * Reads a draft.
 * @param now the present instant by the server's clock: what has passed by then, or is still to come, is a fault
 * @param confirms id of the adoption that waits for a second person, for `confirm`
 * @returns the act; or every fault, each with its field
 */
export function readDraft(
  next: Pick<NextAct, 'verb' | 'transition'>,
  draft: ActDraft,
  now: Instant,
  confirms?: string,
): ReadDraft {
  const specs = fieldsOf(next.verb, draft)
  const entries = specs.map((spec) => [spec, valueOf(spec, draft)] as const)
  const [first, ...others] = [
    ...entries.flatMap(([spec, value]) => faultOf(spec, value, now)),
    ...faultsBetween(next, draft),
  ]
  if (first) return { faults: [first, ...others] }
  const parsed = actSchema.safeParse({
    verb: next.verb,
    ...(next.verb === 'move' ? { transition: next.transition } : {}),
    ...(next.verb === 'confirm' ? { confirms } : {}),
    ...Object.fromEntries(
      entries.filter(([, value]) => value !== undefined).map(([{ name }, value]) => [name, value]),
    ),
  })
  if (parsed.success) return { act: parsed.data }
  return { faults: [{ field: String(parsed.error.issues[0]?.path[0] ?? ''), fault: 'value' }] }
}

/** The value of a field as the act has it; undefined when nothing was said. */
function valueOf({ name, kind }: FieldSpec, { texts, lists, documents }: ActDraft): unknown {
  const text = texts[name]?.trim() ?? ''
  switch (kind) {
    case 'documents':
    case 'acts':
      return documents.length === 0 ? undefined : documents.map(documentOf)
    case 'parties':
    case 'members': {
      const list = lists[name] ?? []
      return list.length === 0 ? undefined : list
    }
    case 'names': {
      const names = linesOf(text)
      return names.length === 0 ? undefined : names
    }
    case 'listed': {
      const listed = linesOf(text).map(listedOf)
      return listed.length === 0 ? undefined : listed
    }
    case 'positions': {
      const positions = Object.entries(texts).flatMap(([key, position]) =>
        key.startsWith(SAID) && position !== '' ? [{ party: key.slice(SAID.length), position }] : [],
      )
      return positions.length === 0 ? undefined : positions
    }
    case 'proxies': {
      const proxies = proxiesIn({ texts, lists })
      return proxies.length === 0 ? undefined : proxies
    }
    case 'version':
      return text === '' ? undefined : Number(text)
    default:
      return text === '' ? undefined : text
  }
}

/** The name of the text that says what a Member State said in the room. */
export const SAID = 'said.'

/** The name of the text that says which member that is present gives the vote of one that is not. */
export const GIVEN_BY = 'givenBy.'

/** The votes of absent members, each given by one that is present, as typed and as far as that still holds. */
function proxiesIn({ texts, lists }: Pick<ActDraft, 'texts' | 'lists'>) {
  const present = lists['present'] ?? []
  return Object.entries(texts).flatMap(([key, holder]) => {
    const party = key.slice(GIVEN_BY.length)
    const isGiven = key.startsWith(GIVEN_BY) && present.includes(holder) && !present.includes(party)
    return isGiven ? [{ party, holder }] : []
  })
}

/** `Name; what identifies it`: a line without the second part has none. */
function listedOf(line: string) {
  const [name = '', ...rest] = line.split(';')
  return { name: name.trim(), identifiedBy: rest.join(';').trim() }
}

function documentOf({ outline, title, version, annex }: DocumentDraft) {
  const names = linesOf(annex)
  return {
    outline,
    title: title.trim(),
    ...(version === '' ? {} : { version: Number(version) }),
    ...(names.length === 0 ? {} : { annex: names }),
  }
}

function faultOf(
  { name, kind, required, when }: FieldSpec,
  value: unknown,
  now: Instant,
): readonly DraftFault[] {
  if (value === undefined)
    return required ? [{ field: name, fault: kind === 'until' ? 'until' : 'missing' }] : []
  const text = String(value)
  if (kind === 'until') return text > now ? [] : [{ field: name, fault: 'untilPast' }]
  if (kind !== 'date') return []
  if (!isCalendarDate(text)) return [{ field: name, fault: 'date' }]
  const today = dayInBrussels(now)
  if (when === 'ahead' && text < today) return [{ field: name, fault: 'dayPast' }]
  return when === 'done' && text > today ? [{ field: name, fault: 'dayAhead' }] : []
}

/** What only two fields together can get wrong. */
function faultsBetween(
  { verb }: Pick<NextAct, 'verb'>,
  { texts, lists, documents }: ActDraft,
): readonly DraftFault[] {
  if (verb === 'state-position') {
    const position = POSITIONS.find((one) => one === texts['position'])
    const isSilent = (texts['comment'] ?? '').trim() === ''
    return position && isReserve(position) && isSilent ? [{ field: 'comment', fault: 'wouldLift' }] : []
  }
  if (verb === 'propose' && linesOf(texts['listed'] ?? '').some((line) => listedOf(line).identifiedBy === ''))
    return [{ field: 'listed', fault: 'identify' }]
  if (verb === 'record-vote') {
    const holders = proxiesIn({ texts, lists }).map(({ holder }) => holder)
    return new Set(holders).size < holders.length ? [{ field: 'proxies', fault: 'heldTwice' }] : []
  }
  if (documents.some(({ title }) => title.trim() === ''))
    return [{ field: verb === 'adopt' ? 'acts' : 'documents', fault: 'missing' }]
  if (verb !== 'adopt' || documents.length < 2) return []
  const annexes = documents.map(({ annex }) => [...new Set(linesOf(annex))].toSorted().join('\n'))
  if (annexes.includes('')) return [{ field: 'acts', fault: 'annexMissing' }]
  return new Set(annexes).size > 1 ? [{ field: 'acts', fault: 'annexDiffers' }] : []
}
