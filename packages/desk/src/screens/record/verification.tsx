/** The proof of the records on demand: seals, counts, journal, and what was wrong where something is. */
import type { VerificationResult } from '@demarche/api'
import { useVerification, useVerify } from '../../api/record-queries.ts'
import { Await, RefusalNote } from '../../parts/await.tsx'
import { InEnglish, Rule } from '../../parts/fault-lines.tsx'
import { deskLanguage } from '../../parts/place-name.ts'
import { formatInstant, formatNumber } from '../../parts/format-value.ts'
import { useText } from '../../texts.ts'

function Result({ result }: { readonly result: VerificationResult }) {
  const t = useText()
  // what is wrong with a seal or a file is for whoever mends it: the server says it in English alone
  const lang = deskLanguage() === 'en' ? undefined : 'en'
  const { sound, fault, statements, erased, seal, audit, journal, endedAt } = result
  return (
    <>
      <p className="note" data-tone={sound ? 'ok' : 'error'} role="status">
        {t(sound ? 'verification.sound' : 'verification.unsound', { at: formatInstant(endedAt) })}
        {fault && (
          <>
            {' '}
            <span className="mono">{fault.place}</span>
            {t('mark.colon')} <span lang={lang}>{fault.message}</span>
            <Rule rule={fault.rule} />
          </>
        )}
      </p>
      <InEnglish told={{ isInEnglish: fault !== null && lang !== undefined }} />
      <dl className="pairs">
        <dt>{t('verification.statements')}</dt>
        <dd>{t('verification.counts', { statements: formatNumber(statements), erased })}</dd>
        <dt>{t('verification.seal')}</dt>
        <dd className="mono break">{seal}</dd>
        <dt>{t('verification.audit')}</dt>
        <dd>{t('verification.entries', { number: formatNumber(audit.entries) })}</dd>
        <dt>{t('verification.auditSeal')}</dt>
        <dd className="mono break">{audit.seal}</dd>
        <dt>{t('verification.journal')}</dt>
        <dd>{t(`verification.journal.${journal}`)}</dd>
      </dl>
    </>
  )
}

export function Verification() {
  const t = useText()
  const state = useVerification()
  const verify = useVerify()
  const isRunning = verify.isPending || (state.data !== undefined && state.data.runningSince !== null)
  return (
    <section className="record-part" aria-labelledby="verification-title">
      <h2 id="verification-title">{t('verification.title')}</h2>
      <p>{t('verification.lead')}</p>
      {verify.error && <RefusalNote error={verify.error} />}
      <Await query={state}>
        {({ runningSince, last }) => (
          <>
            {runningSince !== null && (
              <p role="status">
                <progress aria-label={t('verification.title')} />{' '}
                {t('verification.running', { at: formatInstant(runningSince) })}
              </p>
            )}
            {last ? <Result result={last} /> : <p className="quiet">{t('verification.none')}</p>}
          </>
        )}
      </Await>
      <div className="actions">
        <button type="button" className="button-main" disabled={isRunning} onClick={() => verify.mutate()}>
          {t('verification.begin')}
        </button>
      </div>
    </section>
  )
}
