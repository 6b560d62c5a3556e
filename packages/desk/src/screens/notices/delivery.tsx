/** How notices reach a person outside of the desk: mail, the calendar of deadlines, the feed. */
import type { FeedKind, MailChoice, NoticeDelivery } from '@demarche/api'
import { useEffect, useRef } from 'react'
import { useChooseMail, useMakeFeed, useTakeBackFeed } from '../../api/notices.ts'
import { useOpenAt } from '../../frame/open-at.ts'
import { RefusalNote } from '../../parts/await.tsx'
import { useText } from '../../texts.ts'
import { formatInstant } from '../../parts/format-value.ts'

const MAIL_CHOICES: readonly MailChoice[] = ['none', 'at-once', 'daily']
const FEED_KINDS: readonly FeedKind[] = ['calendar', 'portfolio', 'feed']

function MailChoiceField({ mail, noMail }: Pick<NoticeDelivery, 'mail' | 'noMail'>) {
  const t = useText()
  const choose = useChooseMail()
  return (
    <fieldset className="field" disabled={choose.isPending}>
      <legend>{t('notice.mail')}</legend>
      {choose.isError && <RefusalNote error={choose.error} />}
      {noMail !== null && <p className="quiet">{t(`notice.noMail.${noMail}`)}</p>}
      {MAIL_CHOICES.map((one) => (
        <label key={one} className="check">
          <input
            type="radio"
            name="notice-mail"
            value={one}
            checked={mail === one}
            disabled={noMail !== null && one !== 'none'}
            onChange={() => choose.mutate(one)}
          />{' '}
          {t(`notice.mail.${one}`)}
        </label>
      ))}
    </fieldset>
  )
}

/** The address of a feed, shown this once. */
function Address({ path }: { readonly path: string }) {
  const t = useText()
  const box = useRef<HTMLDivElement>(null)
  const address = `${window.location.origin}${path}`
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="note" data-tone="warn" role="status" tabIndex={-1} ref={box}>
      <p>{t('notice.addressOnce')}</p>
      <p className="mono secret">{address}</p>
      <button type="button" onClick={() => void navigator.clipboard.writeText(address)}>
        {t('notice.copyAddress')}
      </button>
    </div>
  )
}

function Feed({ kind, since }: { readonly kind: FeedKind; readonly since: string | undefined }) {
  const t = useText()
  const make = useMakeFeed()
  const takeBack = useTakeBackFeed()
  return (
    <section className="notice-feed" aria-labelledby={`feed-${kind}`}>
      <h3 id={`feed-${kind}`}>{t(`notice.feed.${kind}`)}</h3>
      <p className="quiet">
        {since === undefined
          ? t(`notice.feed.${kind}.what`)
          : t('notice.feed.since', { day: formatInstant(since) })}
      </p>
      {(make.isError || takeBack.isError) && <RefusalNote error={make.error ?? takeBack.error} />}
      {make.data && since !== undefined && <Address path={make.data.path} />}
      <p className="actions">
        <button type="button" disabled={make.isPending} onClick={() => make.mutate(kind)}>
          {t(since === undefined ? `notice.feed.${kind}.make` : `notice.feed.${kind}.again`)}
        </button>
        {since !== undefined && (
          <button
            type="button"
            className="button-quiet"
            disabled={takeBack.isPending}
            onClick={() => takeBack.mutate(kind, { onSuccess: () => make.reset() })}
          >
            {t(`notice.feed.${kind}.takeBack`)}
          </button>
        )}
      </p>
    </section>
  )
}

export function Delivery({ delivery }: { readonly delivery: NoticeDelivery }) {
  const t = useText()
  const { mail, noMail, feeds, outsideCeiling } = delivery
  useOpenAt()
  return (
    <section aria-labelledby="notice-delivery" className="form">
      <h2 id="notice-delivery">{t('notice.delivery')}</h2>
      <p className="quiet">{t('notice.outside', { ceiling: outsideCeiling })}</p>
      <MailChoiceField mail={mail} noMail={noMail} />
      {FEED_KINDS.map((kind) => (
        <Feed key={kind} kind={kind} since={feeds.find((one) => one.kind === kind)?.createdAt} />
      ))}
    </section>
  )
}
