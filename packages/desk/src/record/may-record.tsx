/**
 * Whether whoever is signed in puts anything on record in the role in which they act: what they may not do is not offered.
 *
 * The server decides by the same rule (LED-14).
 */
import { mayRecord } from '@demarche/core/kernel/reader.ts'
import type { ReactNode } from 'react'
import { useSession } from '../api/queries.ts'
import { useText } from '../texts.ts'

export function useMayRecord(): boolean {
  const session = useSession().data
  return session !== undefined && mayRecord(session)
}

/** Shown to those who may record. */
export function MayRecord({ children }: { readonly children: ReactNode }) {
  return useMayRecord() ? children : null
}

/** Says why nothing can be put on record here, where it would be missed; nothing for those who can. */
export function WhyNotRecord() {
  const t = useText()
  const session = useSession().data
  if (!session || mayRecord(session)) return null
  return (
    <p className="note" data-tone="info">
      {t('record.notInRole', { role: t(`role.${session.role}`) })}
    </p>
  )
}
