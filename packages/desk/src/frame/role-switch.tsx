/** In which of their roles somebody acts: shown always, and another is one choice away. */
import type { SessionAnswer } from '@demarche/api'
import { useActAs } from '../api/accounts.ts'
import { useText } from '../texts.ts'

export function RoleSwitch({ id, session }: { readonly id: string; readonly session: SessionAnswer }) {
  const t = useText()
  const actAs = useActAs()
  if (session.roles.length < 2) return <span className="header-role">{t(`role.${session.role}`)}</span>
  return (
    <span className="header-role">
      <label className="sr-only" htmlFor={id}>
        {t('header.actAs')}
      </label>
      <select
        id={id}
        value={session.role}
        disabled={actAs.isPending}
        onChange={(event) => actAs.mutate(event.target.value)}
      >
        {session.roles.map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`)}
          </option>
        ))}
      </select>
    </span>
  )
}
