/** A link that was just made, shown this once, to be handed on by a channel that both trust. */
import { useText } from '../../texts.ts'

export function InvitationLink({ token, name }: { readonly token: string; readonly name: string }) {
  const t = useText()
  const link = `${window.location.origin}/invitation#token=${token}`
  return (
    <div className="note" data-tone="warn" role="status">
      <h3>{t('people.linkFor', { name })}</h3>
      <p>{t('people.linkOnce')}</p>
      <p className="mono secret">{link}</p>
      <button type="button" onClick={() => void navigator.clipboard.writeText(link)}>
        {t('people.copyLink')}
      </button>
    </div>
  )
}
