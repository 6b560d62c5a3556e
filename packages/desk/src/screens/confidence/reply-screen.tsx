/**
 * "Does this line still answer?": the page that the link of a check opens (`/contact-reply#token=…`), without an account.
 *
 * Opening it answers nothing; the button does. It says who asks and until when, and nothing else.
 */
import { type FormEvent, useEffect, useState } from 'react'
import { useContactLink, useContactReply } from '../../api/contact-queries.ts'
import { formatPartialDate } from '../../parts/format-date.ts'
import { Loading } from '../../parts/await.tsx'
import { TextField } from '../../record/text-field.tsx'
import { useText } from '../../texts.ts'
import { tokenIn, WayIn, WayInRefused } from '../sign-in/way-in.tsx'

/** as the server takes it */
const LONGEST = { number: 60, remark: 600 }

export default function ReplyScreen() {
  const t = useText()
  const [token] = useState(() => tokenIn(window.location.href) ?? '')
  const link = useContactLink(token)
  const reply = useContactReply()
  const [number, setNumber] = useState('')
  const [remark, setRemark] = useState('')
  // the token leaves the address and stays in this page alone
  useEffect(() => window.history.replaceState(null, '', '/contact-reply'), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const [said, added] = [number.trim(), remark.trim()]
    reply.mutate({
      token,
      ...(said === '' ? {} : { number: said }),
      ...(added === '' ? {} : { remark: added }),
    })
  }
  if (reply.isSuccess)
    return (
      <WayIn title={t('contacts.reply.title')} lead={t('contacts.reply.doneLead')}>
        <p role="status">{t('contacts.reply.done')}</p>
      </WayIn>
    )
  return (
    <WayIn title={t('contacts.reply.title')} lead={t('contacts.reply.lead')}>
      {token === '' && (
        <div className="note" data-tone="error" role="alert">
          <p>{t('contacts.reply.noToken')}</p>
        </div>
      )}
      {link.isLoading && <Loading />}
      {link.isError && <WayInRefused error={link.error} />}
      {link.data && (
        <>
          <p>
            {t('contacts.reply.asked', {
              who: link.data.asker,
              date: formatPartialDate(link.data.until),
            })}
          </p>
          <form onSubmit={submit}>
            {reply.isError && <WayInRefused error={reply.error} />}
            <details className="more">
              <summary>{t('contacts.reply.add')}</summary>
              <TextField
                id="reply-number"
                label={t('contacts.reply.number')}
                value={number}
                error={undefined}
                onChange={(text) => setNumber(text.slice(0, LONGEST.number))}
              />
              <TextField
                id="reply-remark"
                label={t('contacts.reply.remark')}
                value={remark}
                error={undefined}
                onChange={(text) => setRemark(text.slice(0, LONGEST.remark))}
              />
            </details>
            <button type="submit" className="button-main" disabled={reply.isPending}>
              {t('contacts.reply.confirm')}
            </button>
          </form>
        </>
      )}
    </WayIn>
  )
}
