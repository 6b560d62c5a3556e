/** "Your account": who you are here, in which role you act, password, second factor, passkeys, sessions. */
import { useAccount } from '../../api/accounts.ts'
import { useSession } from '../../api/queries.ts'
import { RoleSwitch } from '../../frame/role-switch.tsx'
import { Await } from '../../parts/await.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { useText } from '../../texts.ts'
import { PasskeySection } from './passkey-section.tsx'
import { PasswordSection } from './password-section.tsx'
import { ProfileForm } from './profile-form.tsx'
import { SecondFactorSection } from './second-factor-section.tsx'
import { SessionTable } from './session-table.tsx'

export default function AccountScreen() {
  const t = useText()
  const account = useAccount()
  const session = useSession()
  return (
    <div className="account">
      <PageHead title={t('account.title')} lead={t('account.lead')} />
      {session.data?.needsSecondFactor && (
        <div className="note" data-tone="warn" role="status">
          <h2>{t('account.secondFactorNeeded')}</h2>
          <p>{t('account.secondFactorNeededHow')}</p>
        </div>
      )}
      <Await query={account}>
        {(data) => (
          <>
            {!data.hasPassword && !data.hasPasskey && !data.hasSingleSignOn && (
              <div className="note" data-tone="warn">
                <h2>{t('account.noWayBack')}</h2>
                <p>{t('account.noWayBackHow')}</p>
              </div>
            )}
            <section className="form" aria-labelledby="account-role">
              <h2 id="account-role">{t('account.role')}</h2>
              {session.data && <RoleSwitch id="account-role-switch" session={session.data} />}
              <p className="quiet">
                {t('account.ceiling', {
                  distribution: data.ceiling.maxDistribution,
                  tlp: data.ceiling.maxTlp,
                })}
              </p>
            </section>
            <section className="form" aria-labelledby="account-profile">
              <h2 id="account-profile">{t('account.profile')}</h2>
              <ProfileForm key={`${data.name}${data.party}${data.email}`} account={data} />
            </section>
            <section className="form" aria-labelledby="account-password">
              <h2 id="account-password">{t('account.password')}</h2>
              <PasswordSection account={data} />
            </section>
            <section className="form" aria-labelledby="account-factor">
              <h2 id="account-factor">{t('secondFactor.title')}</h2>
              <SecondFactorSection account={data} />
            </section>
            <section className="form" aria-labelledby="account-passkeys">
              <h2 id="account-passkeys">{t('passkeys.title')}</h2>
              <PasskeySection account={data} />
            </section>
            <section aria-labelledby="account-sessions">
              <h2 id="account-sessions">{t('sessions.title')}</h2>
              <SessionTable person={null} />
            </section>
          </>
        )}
      </Await>
    </div>
  )
}
