/**
 * Why something may not be done in a procedure, and who could do it, in the language of the desk.
 *
 * What core gives no code for is said in its own English sentence. Next door: core's `procedure/refusal-words.ts`.
 */
import type { Doctrine, NextAct, RoleWords } from '@demarche/core'
import { sayBrussels } from '../../../parts/format-date.ts'
import { partyName } from '../../../parts/party-name.ts'
import type { Say } from '../../../texts.ts'

/** The role, and through whom a body acts. */
export function sayRole(t: Say, { id, label, through }: RoleWords): string {
  if (id === 'opener') return t('hindrance.opener')
  return through.length === 0
    ? label
    : t('hindrance.through', { who: label, through: through.map((other) => other.label).join(', ') })
}

/** Why not, in a sentence; undefined where nothing stands in the way. */
export function sayWhyNot(
  t: Say,
  doctrine: Pick<Doctrine, 'parties'> | undefined,
  { why, whyWords, roles }: Pick<NextAct, 'why' | 'whyWords' | 'roles'>,
): string | undefined {
  if (!whyWords) return why
  const { code, parties = [], role, state, path, until } = whyWords
  return t(`hindrance.${code}`, {
    by: roles.map((one) => sayRole(t, one)).join('; ') || t('hindrance.nobody'),
    party: parties.map((one) => partyName(doctrine, one)).join(', '),
    role: role === undefined ? '' : t(`role.${role}`),
    state: state?.label ?? '',
    path: path === undefined ? '' : t(`procedure.path.${path}`),
    until: until === undefined ? '' : sayBrussels(until),
  })
}
