/** The passkeys of the own account: which there are, another one, and taking one away. */
import type { AccountAnswer, PasskeyLine, WaysAnswer } from '@demarche/api'
import { type FormEvent, useState } from 'react'
import { useWays } from '../../api/accounts.ts'
import { NoPasskey, useAddPasskey, usePasskeys, whyNoPasskeys } from '../../api/passkeys.ts'
import { useTell } from '../../frame/toasts.tsx'
import { Await, RefusalNote } from '../../parts/await.tsx'
import { formatInstant } from '../../parts/format-value.ts'
import { PasswordField } from '../../parts/password-field.tsx'
import { useText } from '../../texts.ts'
import { RemovePasskeyDialog } from './remove-passkey-dialog.tsx'

export function PasskeySection({ account }: { readonly account: AccountAnswer }) {
  const t = useText()
  const passkeys = usePasskeys()
  const ways = useWays()
  const [removed, setRemoved] = useState<PasskeyLine | null>(null)
  return (
    <>
      <p>{t('passkeys.lead')}</p>
      <Await query={passkeys}>
        {({ passkeys: lines }) =>
          lines.length === 0 ? (
            <p className="quiet">{t('passkeys.none')}</p>
          ) : (
            <PasskeyTable lines={lines} onRemove={setRemoved} />
          )
        }
      </Await>
      {ways.data && <AddPasskey account={account} ways={ways.data} />}
      {removed && (
        <RemovePasskeyDialog
          passkey={removed}
          hasPassword={account.hasPassword}
          onClose={() => setRemoved(null)}
        />
      )}
    </>
  )
}

interface TableProps {
  readonly lines: readonly PasskeyLine[]
  readonly onRemove: (passkey: PasskeyLine) => void
}

function PasskeyTable({ lines, onRemove }: TableProps) {
  const t = useText()
  return (
    <table className="table cards">
      <caption className="sr-only">{t('passkeys.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('passkeys.name')}</th>
          <th scope="col">{t('passkeys.since')}</th>
          <th scope="col">{t('passkeys.used')}</th>
          <th scope="col">{t('passkeys.remove')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((passkey) => (
          <tr key={passkey.id}>
            <th scope="row">{passkey.name}</th>
            <td data-label={t('passkeys.since')}>{formatInstant(passkey.createdAt)}</td>
            <td data-label={t('passkeys.used')}>
              {passkey.usedAt === null ? (
                <span className="quiet">{t('passkeys.neverUsed')}</span>
              ) : (
                formatInstant(passkey.usedAt)
              )}
            </td>
            <td data-label={t('passkeys.remove')}>
              <button
                type="button"
                className="button-quiet"
                aria-label={t('passkeys.removeOne', { name: passkey.name })}
                onClick={() => onRemove(passkey)}
              >
                {t('passkeys.remove')}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface AddProps {
  readonly account: AccountAnswer
  readonly ways: WaysAnswer
}

function AddPasskey({ account, ways }: AddProps) {
  const t = useText()
  const tell = useTell()
  const add = useAddPasskey()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const why = whyNoPasskeys(ways)
  if (why !== null) return <p>{t(`passkeys.${why}`, { address: ways.passkeys ?? '' })}</p>
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate(
      { name: name.trim(), ...(account.hasPassword ? { password } : {}) },
      {
        onSuccess: () => {
          setName('')
          setPassword('')
          tell(t('passkeys.added'))
        },
      },
    )
  }
  return (
    <form onSubmit={submit}>
      {add.error instanceof NoPasskey ? (
        <div className="note" data-tone="warn" role="alert">
          <p>{t(add.error.isThere ? 'passkeys.isThere' : 'passkeys.notMade')}</p>
        </div>
      ) : (
        add.isError && <RefusalNote error={add.error} />
      )}
      <div className="field">
        <label htmlFor="passkey-name">{t('passkeys.newName')}</label>
        <p className="hint" id="passkey-name-hint">
          {t('passkeys.nameHint')}
        </p>
        <input
          id="passkey-name"
          aria-describedby="passkey-name-hint"
          autoComplete="off"
          required
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      {account.hasPassword && (
        <div className="field">
          <PasswordField
            id="passkey-password"
            label={t('account.password')}
            value={password}
            onChange={setPassword}
          />
        </div>
      )}
      <button type="submit" disabled={add.isPending}>
        {t('passkeys.add')}
      </button>
    </form>
  )
}
