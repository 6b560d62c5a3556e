/** "Erase…" beside a statement, for who may propose it; and what is left of one that was erased. */
import type { Statement } from '@demarche/core'
import { lazy, Suspense, useState } from 'react'
import { useSession } from '../../api/queries.ts'
import { formatInstant } from '../../parts/format-value.ts'
import { useText } from '../../texts.ts'

const EraseDialog = lazy(() => import('./erase-dialog.tsx'))
const PROPOSING: readonly string[] = ['desk-officer', 'chair', 'legal-adviser']

export function EraseButton({ statement }: { readonly statement: Statement }) {
  const t = useText()
  const session = useSession()
  const [isOpen, setOpen] = useState(false)
  const mayPropose =
    session.data?.party === statement.assertedBy && PROPOSING.includes(session.data.role) && !statement.erased
  if (!mayPropose) return null
  return (
    <>
      <p>
        <button type="button" className="button-quiet" onClick={() => setOpen(true)}>
          {t('erasure.open')}
        </button>
      </p>
      {isOpen && (
        <Suspense fallback={null}>
          <EraseDialog statement={statement} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

export function Tombstone({ statement }: { readonly statement: Statement }) {
  const t = useText()
  if (!statement.erased) return null
  const { authority, at } = statement.erased
  return (
    <p className="note" data-tone="info">
      {t('erasure.tombstone', { authority, at: formatInstant(at) })}
    </p>
  )
}
