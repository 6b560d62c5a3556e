/** The question "who can see this?", asked when it is opened. */
import { lazy, Suspense, useState } from 'react'
import { Loading } from '../../parts/await.tsx'
import { SideDialog } from '../../parts/side-dialog.tsx'
import { useText } from '../../texts.ts'

const WhoMaySee = lazy(() => import('./who-may-see.tsx'))

interface Props {
  readonly object: string
  readonly document?: string
  /** what it is about, for the heading */
  readonly name: string
}

export function WhoMaySeeButton({ object, document, name }: Props) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="button-quiet" onClick={() => setOpen(true)}>
        {t('access.ask')}
      </button>
      {open && (
        <SideDialog title={t('access.title', { name })} onClose={() => setOpen(false)}>
          <Suspense fallback={<Loading />}>
            <WhoMaySee object={object} document={document} />
          </Suspense>
        </SideDialog>
      )}
    </>
  )
}
