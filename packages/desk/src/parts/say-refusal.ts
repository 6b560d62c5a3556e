/**
 * What a refusal says, in the language of the desk.
 *
 * In: the words that the server sent (a code, and what is filled in). Out: the sentence; parties by their names, times in
 * Brussels time. Its texts are in `locales/<code>.refusals.json`, the English ones in core's `refusal/english`.
 *
 * Rests on: docs/decisions/0029-refusals.md. Next door: `fault-lines.tsx`.
 */
import type { Doctrine, Labelled, RefusalValues, RefusalWords, RoleWords } from '@demarche/core'
import { formatMarking } from '@demarche/core/kernel/marking.ts'
import { hasText, isTextKey, type Say } from '../texts.ts'
import { formatPartialDate, sayBrussels } from './format-date.ts'
import { formatNumber, words as plainWords } from './format-value.ts'
import { partyInWords, partyName } from './party-name.ts'
import { semicolon } from './semicolon.ts'

type Parties = Pick<Doctrine, 'parties'> | undefined

/** What a part of the value of a property is called. */
type SayPart = (property: string, part: string) => string

/**
 * The sentence; null where this desk has none for the code, so that the English one is said.
 * @param sayPart for parts of values of a kind of record; of a case when left out
 */
export function sayRefusal(
  t: Say,
  doctrine: Parties,
  { code, values = {} }: RefusalWords,
  sayPart: SayPart = (_, part) => sayPartOfCase(t, part),
): string | null {
  const key = `refused.${code}` as const
  if (!hasText(key)) return null
  const named = (party: string) => partyInWords(doctrine, party, t)
  const {
    by,
    party = [],
    owner,
    signer,
    role,
    path,
    marking,
    above,
    choices,
    property,
    found,
    quote,
    iatiRule,
    more,
    percent,
  } = values
  const said = t(key, {
    by: by?.map((one) => sayRole(t, one)).join(semicolon()) || t('hindrance.nobody'),
    party: [party].flat().map(named).join(', '),
    owner: owner === undefined ? '' : named(owner),
    signer: signer === undefined ? '' : partyName(doctrine, signer),
    role: role === undefined || role === 'system' ? (role ?? '') : t(`role.${role}`),
    state: values.state?.label ?? '',
    step: values.step?.label ?? '',
    act: values.act?.label ?? '',
    papers: listed(values.papers),
    seenPapers: listed(values.seenPapers),
    measures: listed(values.measures),
    questions: listed(values.questions) || '–',
    path: path === undefined ? '' : t(`procedure.path.${path}`),
    until: sayInstant(values.until),
    now: sayInstant(values.now),
    running: sayInstant(values.running),
    day: sayDay(values.day),
    today: sayDay(values.today),
    since: sayDay(values.since),
    marking: marking === undefined ? '' : formatMarking(marking),
    above: above === undefined ? '' : formatMarking(above),
    count: values.count ?? '',
    least: values.least ?? '',
    most: values.most ?? '',
    percent: percent === undefined ? '' : formatNumber(percent),
    seen: values.seen ?? '',
    name: values.name ?? '',
    choices: choices?.join(', ') ?? '',
  })
  return [
    property === undefined ? said : `${nameOfProperty(t, property, sayPart)}${t('mark.colon')} ${said}`,
    found === undefined ? '' : t('refused.found-in-file', { found }),
    quote === undefined ? '' : t('refused.quoted-in-english', { quote }),
    iatiRule === undefined ? '' : t('refused.iati-rule', { iatiRule }),
    more === undefined ? '' : t('refused.more-of-the-kind', { more }),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** What a property of a case is called; one of a record by the label that came with it. Behind it the part of its value. */
function nameOfProperty(
  t: Say,
  { name, label, part }: NonNullable<RefusalValues['property']>,
  sayPart: SayPart,
): string {
  const key = `caseLabel.${name}`
  const said = isTextKey(key) ? t(key) : label
  return part === undefined ? said : `${said}, ${sayPart(name, part)}`
}

/** What a part of a value of a case is called. */
export function sayPartOfCase(t: Say, part: string): string {
  const key = `recordField.${part}`
  return isTextKey(key) ? t(key) : plainWords(part)
}

/** The role, and through whom a body acts. */
export function sayRole(t: Say, { id, label, through }: RoleWords): string {
  if (id === 'opener') return t('hindrance.opener')
  return through.length === 0 ? label : t('hindrance.through', { who: label, through: listed(through) })
}

function listed(entries: readonly Labelled[] = []): string {
  return entries.map(({ label }) => label).join(', ')
}

function sayInstant(instant: string | undefined): string {
  return instant === undefined ? '' : sayBrussels(instant)
}

function sayDay(day: string | undefined): string {
  return day === undefined ? '' : formatPartialDate(day)
}
