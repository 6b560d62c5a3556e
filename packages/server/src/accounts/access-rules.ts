/**
 * What a change of an account would change, and whether it gives access that was not there: then two administrators do it.
 *
 * Names cost nothing; an e-mail address counts as access, since a provider of single sign-on may vouch for it.
 * Rule: docs/rules/accounts.md, ACC-13. Next door: `access-desk.ts`.
 */
import type { AccountChange } from '@demarche/api'
import { DISTRIBUTIONS, TLP_LABELS } from '@demarche/core'
import type { PersonInput } from './people.ts'

/** What an administrator may ask for about somebody; `open: true` opens a closed account again. */
export type AccessInput = Partial<PersonInput> & { readonly open?: true }
/** What stands there before: nothing for somebody new. */
export type AccessBefore = AccessInput | null

/** Field by field, what differs. */
export function changesOf(before: AccessBefore, input: AccessInput): readonly AccountChange[] {
  const [now, next] = [fieldsOf(before ?? {}), fieldsOf(input)]
  return next.flatMap(({ field, value }): AccountChange[] => {
    const from = now.find((one) => one.field === field)?.value ?? null
    return value === from ? [] : [{ field, from, to: value }]
  })
}

/** True when the change gives its person what they did not have. */
export function widens(before: PersonInput, input: AccessInput): boolean {
  const { email, party, roles, ceiling, open } = input
  return (
    open === true ||
    (email !== undefined && email !== before.email) ||
    (party !== undefined && party !== before.party) ||
    (roles?.some((role) => !before.roles.includes(role)) ?? false) ||
    (ceiling !== undefined &&
      (DISTRIBUTIONS.indexOf(ceiling.maxDistribution) >
        DISTRIBUTIONS.indexOf(before.ceiling.maxDistribution) ||
        TLP_LABELS.indexOf(ceiling.maxTlp) > TLP_LABELS.indexOf(before.ceiling.maxTlp)))
  )
}

/** For the logs: which fields, from what to what; of name and e-mail address only that they changed. */
export function sayChanges(changes: readonly AccountChange[]): string {
  return changes
    .map(({ field, from, to }) =>
      field === 'name' || field === 'email' || field === 'open'
        ? SAID[field]
        : `${SAID[field]} ${from === null ? '' : `${from} → `}${to ?? 'none'}`,
    )
    .join('; ')
}

const SAID = {
  name: 'name',
  email: 'e-mail address',
  party: 'party',
  roles: 'roles',
  distribution: 'distribution up to',
  tlp: 'TLP up to',
  open: 'open again',
} as const

function fieldsOf({ name, email, party, roles, ceiling, open }: AccessInput) {
  const all = [
    { field: 'name', value: name },
    { field: 'email', value: email },
    { field: 'party', value: party },
    { field: 'roles', value: roles?.join(', ') },
    { field: 'distribution', value: ceiling?.maxDistribution },
    { field: 'tlp', value: ceiling?.maxTlp },
    { field: 'open', value: open && 'open' },
  ] as const
  return all.flatMap(({ field, value }) => (value === undefined || value === null ? [] : [{ field, value }]))
}
