/** One meeting: everything on its table, printable. */
import { MEETING_BODIES } from '@demarche/api/procedure.ts'
import { formatPartialDate } from '@demarche/core/kernel/partial-date.ts'
import { useParams } from 'wouter'
import { useMeeting } from '../../api/procedure-queries.ts'
import { procedurePath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await } from '../../parts/await.tsx'
import { NotFound } from '../../parts/not-found.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { useText } from '../../texts.ts'

export default function MeetingScreen() {
  const t = useText()
  const params = useParams<{ body: string }>()
  const body = MEETING_BODIES.find((one) => one === params.body)
  const query = useMeeting(body ?? 'hwpci')
  useScreenMarking(query.data && [query.data.marking])
  if (!body) return <NotFound />
  return (
    <Await query={query}>
      {({ view }) => (
        <>
          <PageHead
            title={t('meeting.title', { body: t(`body.${body}`), date: formatPartialDate(view.date) })}
          />
          {view.items.length === 0 && <p className="quiet">{t('meeting.none')}</p>}
          {view.items.map((item) => (
            <section key={item.entity}>
              <h2>
                <GoLink to={procedurePath(item.entity)}>{item.title}</GoLink>
              </h2>
              <p>
                <span className="quiet">{t('meeting.item')}</span>{' '}
                {item.onAgenda ? (item.item ?? t('meeting.onAgenda')) : t('meeting.before')}
              </p>
            </section>
          ))}
        </>
      )}
    </Await>
  )
}
