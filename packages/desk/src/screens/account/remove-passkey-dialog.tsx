/** Takes a passkey away, once its person has given the password, where there is one. */
import type { PasskeyLine } from '@demarche/api'
import { type FormEvent, useState } from 'react'
import { useRemovePasskey } from '../../api/passkeys.ts'
import { useTell } from '../../frame/toasts.tsx'
import { RefusalNote } from '../../parts/await.tsx'
import { DialogActions } from '../../parts/dialog-actions.tsx'
import { PasswordField } from '../../parts/password-field.tsx'
import { SideDialog } from '../../parts/side-dialog.tsx'
import { useText } from '../../texts.ts'

interface Props {
  readonly passkey: PasskeyLine
  readonly hasPassword: boolean
  readonly onClose: () => void
}

export function RemovePasskeyDialog({ passkey: { id, name }, hasPassword, onClose }: Props) {
  const t = useText()
  const tell = useTell()
  const remove = useRemovePasskey(id)
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    remove.mutate(hasPassword ? { password } : {}, {
      onSuccess: () => {
        tell(t('passkeys.removed'))
        onClose()
      },
    })
  }
  return (
    <SideDialog title={t('passkeys.removeOne', { name })} onClose={onClose}>
      <form onSubmit={submit}>
        <p>{t('passkeys.removeHow')}</p>
        {remove.isError && <RefusalNote error={remove.error} />}
        {hasPassword && (
          <div className="field">
            <PasswordField
              id="remove-password"
              label={t('account.password')}
              value={password}
              onChange={setPassword}
            />
          </div>
        )}
        <DialogActions submit={t('passkeys.remove')} isSending={remove.isPending} onClose={onClose} />
      </form>
    </SideDialog>
  )
}
