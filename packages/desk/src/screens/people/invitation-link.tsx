/** A link that was just made, shown this once, to be handed on by a channel that both trust. */
import { useEffect, useRef } from 'react'
import { useText } from '../../texts.ts'

export function InvitationLink({ token, name }: { readonly token: string; readonly name: string }) {
  const t = useText()
  const box = useRef<HTMLDivElement>(null)
  const link = `${window.location.origin}/invitation#token=${token}`
  // the form that had the focus is gone
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="note" data-tone="warn" role="status" tabIndex={-1} ref={box}>
      <h3>{t('people.linkFor', { name })}</h3>
      <p>{t('people.linkOnce')}</p>
      <p className="mono secret">{link}</p>
      <button type="button" onClick={() => void navigator.clipboard.writeText(link)}>
        {t('people.copyLink')}
      </button>
    </div>
  )
}
