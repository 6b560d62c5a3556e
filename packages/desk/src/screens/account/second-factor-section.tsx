/** The second factor of the own account: set up with a QR code, confirmed, switched off, backup codes. */
import type { AccountAnswer } from '@demarche/api'
import { type FormEvent, useState } from 'react'
import {
  useBackupCodes,
  useBeginSecondFactor,
  useConfirmSecondFactor,
  useSecondFactorOff,
} from '../../api/accounts.ts'
import { useTell } from '../../frame/toasts.tsx'
import { RefusalNote } from '../../parts/await.tsx'
import { PasswordField } from '../../parts/password-field.tsx'
import { useText } from '../../texts.ts'
import { QrCode } from './qr-code.tsx'

export function SecondFactorSection({ account }: { readonly account: AccountAnswer }) {
  const t = useText()
  const begin = useBeginSecondFactor()
  const off = useSecondFactorOff()
  const more = useBackupCodes()
  const [password, setPassword] = useState('')
  const clear = { onSuccess: () => setPassword('') }
  const error = begin.error ?? off.error ?? more.error
  if (!account.hasPassword) return <p>{t('secondFactor.passwordFirst')}</p>
  if (begin.data && !account.hasSecondFactor)
    return <Confirm address={begin.data.address} codes={begin.data.backupCodes} />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (account.hasSecondFactor) more.mutate(password, clear)
    else begin.mutate(password, clear)
  }
  return (
    <form onSubmit={submit}>
      <p>{t(account.hasSecondFactor ? 'secondFactor.on' : 'secondFactor.isOff')}</p>
      {error && <RefusalNote error={error} />}
      {more.data && <BackupCodes codes={more.data.backupCodes} />}
      <div className="field">
        <PasswordField
          id="factor-password"
          label={t('account.password')}
          value={password}
          onChange={setPassword}
        />
      </div>
      <div className="actions">
        <button type="submit" disabled={begin.isPending || more.isPending}>
          {t(account.hasSecondFactor ? 'secondFactor.newCodes' : 'secondFactor.begin')}
        </button>
        {account.hasSecondFactor && !account.secondFactorRequired && (
          <button
            type="button"
            disabled={off.isPending || password === ''}
            onClick={() => off.mutate(password, clear)}
          >
            {t('secondFactor.switchOff')}
          </button>
        )}
      </div>
    </form>
  )
}

function Confirm({ address, codes }: { readonly address: string; readonly codes: readonly string[] }) {
  const t = useText()
  const tell = useTell()
  const confirm = useConfirmSecondFactor()
  const [code, setCode] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate(code.trim(), { onSuccess: () => tell(t('secondFactor.isOn')) })
  }
  return (
    <form onSubmit={submit}>
      <p>{t('secondFactor.scan')}</p>
      <QrCode text={address} label={t('secondFactor.qr')} />
      <details>
        <summary>{t('secondFactor.byHand')}</summary>
        <p className="mono secret">{new URL(address).searchParams.get('secret')}</p>
      </details>
      <BackupCodes codes={codes} />
      {confirm.isError && <RefusalNote error={confirm.error} />}
      <div className="field">
        <label htmlFor="factor-code">{t('signIn.code.totp')}</label>
        <input
          id="factor-code"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </div>
      <button type="submit" className="button-main" disabled={confirm.isPending}>
        {t('secondFactor.confirm')}
      </button>
    </form>
  )
}

function BackupCodes({ codes }: { readonly codes: readonly string[] }) {
  const t = useText()
  return (
    <div className="note" data-tone="warn">
      <h3>{t('secondFactor.codesTitle')}</h3>
      <p>{t('secondFactor.codesLead')}</p>
      <ul className="backup-codes mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </div>
  )
}
