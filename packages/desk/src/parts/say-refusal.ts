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
import { partyInWords, partyName } from './party-name.ts'

type Parties = Pick<Doctrine, 'parties'> | undefined

/** The sentence; null where this desk has none for the code, so that the English one is said. */
export function sayRefusal(t: Say, doctrine: Parties, { code, values = {} }: RefusalWords): string | null {
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
  } = values
  const said = t(key, {
    by: by?.map((one) => sayRole(t, one)).join('; ') || t('hindrance.nobody'),
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
    seen: values.seen ?? '',
    name: values.name ?? '',
    choices: choices?.join(', ') ?? '',
  })
  return [
    property === undefined ? said : `${nameOfProperty(t, property)}${t('mark.colon')} ${said}`,
    found === undefined ? '' : t('refused.found-in-file', { found }),
    quote === undefined ? '' : t('refused.quoted-in-english', { quote }),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** What a property of a case is called; one of a record by the label that came with it. */
function nameOfProperty(t: Say, { name, label }: NonNullable<RefusalValues['property']>): string {
  const key = `caseLabel.${name}`
  return isTextKey(key) ? t(key) : label
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
