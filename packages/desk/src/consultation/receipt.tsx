/** That an answer has arrived: its reference, and the private link, which is shown this once. */
import type { SubmissionReceipt } from '@demarche/api'
import { useEffect, useRef, useState } from 'react'
import { sayBrussels } from '../parts/format-date.ts'
import { useText } from '../texts.ts'
import { sayDay, sayDeadline } from './say-deadline.ts'

export function Receipt({ receipt }: { readonly receipt: SubmissionReceipt }) {
  const t = useText()
  const [isCopied, setCopied] = useState(false)
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  // after #, so that no server is sent it
  const address = `${window.location.origin}/public/submission#token=${receipt.token}`
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    setCopied(true)
  }
  return (
    <section className="note receipt" data-tone="ok" tabIndex={-1} ref={box} aria-labelledby="received">
      <h2 id="received">{t('consultation.received')}</h2>
      <dl className="pairs">
        <div>
          <dt>{t('consultation.reference')}</dt>
          <dd>{receipt.reference}</dd>
        </div>
        <div>
          <dt>{t('consultation.receivedAt')}</dt>
          <dd>{sayBrussels(receipt.receivedAt)}</dd>
        </div>
        <div>
          <dt>{t('consultation.privateLink')}</dt>
          <dd>
            <a className="break" href={address}>
              {address}
            </a>
          </dd>
        </div>
      </dl>
      <p>
        {t('consultation.privateLinkHint', {
          date: sayDeadline(receipt.closes),
          ends: sayDay(receipt.linkEnds),
        })}
      </p>
      {'clipboard' in navigator && (
        <p className="actions">
          <button type="button" onClick={() => void copy()}>
            {t('consultation.copy')}
          </button>
          <span role="status">{isCopied && t('consultation.copied')}</span>
        </p>
      )}
    </section>
  )
}
