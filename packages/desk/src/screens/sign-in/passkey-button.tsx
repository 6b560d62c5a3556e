/** Sign-in with a passkey: one button, shown where browser and address can have one. */
import { useWays } from '../../api/accounts.ts'
import { NoPasskey, usePasskeySignIn, whyNoPasskeys } from '../../api/passkeys.ts'
import { useText } from '../../texts.ts'
import { WayInRefused } from './way-in.tsx'

export function PasskeyButton({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const t = useText()
  const ways = useWays()
  const signIn = usePasskeySignIn()
  if (!ways.data || whyNoPasskeys(ways.data) !== null) return null
  return (
    <div>
      {signIn.error instanceof NoPasskey ? (
        <div className="note" data-tone="warn" role="alert">
          <p>{t('signIn.noPasskey')}</p>
        </div>
      ) : (
        signIn.isError && <WayInRefused error={signIn.error} />
      )}
      <button
        type="button"
        disabled={signIn.isPending}
        onClick={() => signIn.mutate(undefined, { onSuccess: onSignedIn })}
      >
        {t('signIn.passkey')}
      </button>
    </div>
  )
}
