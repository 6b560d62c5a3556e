/**
 * An act in words: each thing that it says with its name, for the history, for what came in between, and before it is done.
 *
 * In: an act and the names of parties, outlines and steps. Out: pairs of label and text, in the order of the form.
 * Next door: `act-fields.ts`.
 */
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import { formatPartialDate } from '../../../parts/format-date.ts'
import { semicolon } from '../../../parts/semicolon.ts'
import type { Act, Doctrine } from '@demarche/core'
import { isTextKey, type Say } from '../../../texts.ts'
import { FIELDS, type FieldSpec, isHere } from './act-fields.ts'
import { sayBrussels } from './brussels-words.ts'

export interface Words {
  readonly label: string
  readonly text: string
}

type Named = Pick<Doctrine, 'documents' | 'graph' | 'parties'>

/** Codes of EU usage with commas. */
export function partyCodes(codes: readonly string[]): string {
  return codes.map(euCountryCode).join(', ')
}

/** What the verb is called. */
export function verbName(doctrine: Named | undefined, act: Pick<Act, 'verb'>, transition?: string): string {
  const step = transition && doctrine?.graph.transitions.find(({ id }) => id === transition)?.label
  return step || doctrine?.graph.verbs.find(({ id }) => id === act.verb)?.label || act.verb
}

/** Everything that an act says beside its verb. */
export function actWords(t: Say, doctrine: Named | undefined, act: Act): readonly Words[] {
  if (isHere(act.verb)) {
    const values = new Map<string, unknown>(Object.entries(act))
    return FIELDS[act.verb].flatMap((spec) => {
      const value = values.get(spec.name)
      if (value === undefined) return []
      return [{ label: t(`act.field.${spec.label}`), text: say(t, doctrine, spec, value) }]
    })
  }
  return textWords(t, act)
}

function say(t: Say, doctrine: Named | undefined, { kind }: FieldSpec, value: unknown): string {
  if (Array.isArray(value)) {
    if (kind === 'parties' || kind === 'members') return partyCodes(value.map(String))
    if (kind === 'listed' || kind === 'positions' || kind === 'proxies')
      return value.map((one) => sayNamed(t, one)).join(semicolon())
    return value.map((one) => sayPart(t, doctrine, one)).join(semicolon())
  }
  const text = String(value)
  if (kind === 'until') return sayBrussels(text)
  if (kind === 'date') return formatPartialDate(text)
  const key = kind === 'how' ? `act.how.${text}` : `${kind}.${text}`
  return isTextKey(key) ? t(key) : text
}

/** Somebody who is listed, with what identifies them; or a State, with what it said in the room or who voted for it. */
function sayNamed(t: Say, part: unknown): string {
  const of = new Map<string, unknown>(typeof part === 'object' && part !== null ? Object.entries(part) : [])
  if (of.has('name')) return `${String(of.get('name'))} (${String(of.get('identifiedBy'))})`
  if (of.has('holder')) {
    const [party, holder] = [of.get('party'), of.get('holder')].map((code) => euCountryCode(String(code)))
    return t('act.votedFor', { party: party ?? '', holder: holder ?? '' })
  }
  const key = `position.${String(of.get('position'))}`
  const comment = of.get('comment')
  return [
    `${euCountryCode(String(of.get('party')))} ${isTextKey(key) ? t(key) : key}`,
    ...(comment === undefined ? [] : [String(comment)]),
  ].join(`${t('mark.colon')} `)
}

/** A name, or a document with its version and annex. */
function sayPart(t: Say, doctrine: Named | undefined, part: unknown): string {
  if (typeof part !== 'object' || part === null) return String(part)
  const of = new Map<string, unknown>(Object.entries(part))
  const outline = String(of.get('outline'))
  const title = String(of.get('title'))
  const label = doctrine?.documents.find(({ id }) => id === outline)?.label ?? outline
  const version = of.get('version')
  const annex = of.get('annex')
  return [
    title === label ? title : `${title} (${label})`,
    ...(version === undefined ? [] : [t('act.version', { version: String(version) })]),
    ...(Array.isArray(annex) ? [t('act.annex', { names: annex.join(semicolon()) })] : []),
  ].join(', ')
}

/** Acts whose form stands elsewhere: what they say of the text, and how the procedure was opened. */
function textWords(t: Say, act: Act): readonly Words[] {
  const reason = (text: string | undefined): readonly Words[] =>
    text === undefined ? [] : [{ label: t('act.field.reason'), text }]
  const paragraph = (id: string): Words => ({ label: t('act.field.paragraph'), text: id })
  switch (act.verb) {
    case 'open':
      return [
        ...reason(act.reason),
        ...(act.subjects ? [{ label: t('open.subjects'), text: act.subjects.join(semicolon()) }] : []),
      ]
    case 'set-text':
      return [
        { label: t('act.text'), text: t('act.paragraphs', { count: act.paragraphs.length }) },
        ...reason(act.note),
      ]
    case 'amend':
      return [
        paragraph(act.paragraph),
        { label: t('act.text'), text: act.text === '' ? t('act.deletes') : act.text },
        ...reason(act.reason),
      ]
    case 'decide-amendment':
      return [
        {
          label: t('act.amendment'),
          text: `${act.amendment}${t('mark.colon')} ${act.accepted ? t('act.accepted') : t('act.rejected')}`,
        },
        ...reason(act.reason),
      ]
    case 'agree-paragraph':
      return [paragraph(act.paragraph)]
    default:
      return []
  }
}
