/** The button that opens the form; the form is loaded when it is first wanted. Only for today: nothing is opened in the past. */
import { lazy, Suspense, useState } from 'react'
import { useAsOf } from '../../frame/address.ts'
import { useText } from '../../texts.ts'
import { useCase } from '../case/case-context.ts'

const OpenDialog = lazy(() => import('./open-dialog.tsx'))

interface Props {
  readonly packageId?: string
  readonly isMain?: boolean
  /** names the package for who hears the button alone */
  readonly label?: string
}

export function OpenProcedureButton({ packageId, isMain = false, label }: Props) {
  const t = useText()
  const { dossier } = useCase()
  const [asOf] = useAsOf()
  const [open, setOpen] = useState(false)
  if (asOf !== undefined) return null
  return (
    <>
      <button
        type="button"
        className={isMain ? 'button-main' : undefined}
        aria-label={label}
        onClick={() => setOpen(true)}
      >
        {t('open.button')}
      </button>
      {open && (
        <Suspense fallback={null}>
          <OpenDialog dossier={dossier} packageId={packageId} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
