/** One meeting: everything on the table of a body, for the chair and the room; prints as a chair's paper. */
import { MEETING_BODIES, type MeetingAnswer, type MeetingBody } from '@demarche/api/procedure.ts'
import { isCalendarDate } from '@demarche/core/kernel/partial-date.ts'
import { formatPartialDate } from '../../parts/format-date.ts'
import { useParams, useSearchParams } from 'wouter'
import { useMeeting } from '../../api/procedure-queries.ts'
import { useDoctrine } from '../../api/queries.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await } from '../../parts/await.tsx'
import { Empty } from '../../parts/empty.tsx'
import { NotFound } from '../../parts/not-found.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { bodyInWords, SpeltOut } from '../../parts/spelt-out.tsx'
import { useText } from '../../texts.ts'
import { ItemOnTable } from './item-on-table.tsx'
import { PositionsMatrix } from './positions-matrix.tsx'

export default function MeetingScreen() {
  const params = useParams<{ body: string }>()
  const body = MEETING_BODIES.find((one) => one === params.body)
  return body ? <MeetingOf body={body} /> : <NotFound />
}

function MeetingOf({ body }: { readonly body: MeetingBody }) {
  const t = useText()
  const [search, setSearch] = useSearchParams()
  const on = search.get('on') ?? undefined
  const asked = on !== undefined && isCalendarDate(on) ? on : undefined
  const query = useMeeting(body, asked)
  useScreenMarking(query.data && [query.data.marking])
  const choose = (day: string) =>
    setSearch((current) => {
      const next = new URLSearchParams(current)
      if (day === '') next.delete('on')
      else next.set('on', day)
      return next
    })
  const doctrine = useDoctrine().data
  const { view } = query.data ?? {}
  const agenda = view?.items.filter(({ onAgenda }) => onAgenda).length ?? 0
  // written out where doctrine has its name: not everybody knows the letters
  const name = bodyInWords(doctrine, body, t(`body.${body}`))
  return (
    <>
      <PageHead
        title={
          view
            ? t('meeting.title', { body: name, date: formatPartialDate(view.date) })
            : t('meeting.ofBody', { body: name })
        }
        lead={
          view &&
          view.items.length > 0 &&
          (agenda === view.items.length
            ? t('meeting.leadAll', { count: agenda })
            : t('meeting.lead', { count: view.items.length, agenda, before: view.items.length - agenda }))
        }
      />
      <nav className="tabs meeting-choice" aria-label={t('meeting.bodies')}>
        <ul>
          {MEETING_BODIES.map((one) => (
            <li key={one}>
              <GoLink to={`/meetings/${one}`} aria-current={one === body ? 'page' : undefined}>
                <SpeltOut text={t(`body.${one}`)} />
              </GoLink>
            </li>
          ))}
        </ul>
      </nav>
      <Await query={query}>
        {(answer) => (
          <>
            <div className="filters meeting-choice">
              <label>
                <span>{t('meeting.on')}</span>
                <input
                  type="date"
                  value={asked ?? answer.view.date}
                  onChange={(event) => choose(event.target.value)}
                />
              </label>
              <button type="button" disabled={on === undefined} onClick={() => choose('')}>
                {t('meeting.next')}
              </button>
            </div>
            <OnTheTable answer={answer} />
          </>
        )}
      </Await>
    </>
  )
}

function OnTheTable({ answer: { view, caseNames } }: { readonly answer: MeetingAnswer }) {
  const t = useText()
  const doctrine = useDoctrine().data
  const remarks = new Set(view.items.flatMap(({ vote }) => (vote?.outcome && vote.remark) || []))
  return (
    <div className="meeting">
      {view.items.length === 0 ? (
        <Empty title={t('meeting.none')} text={t('meeting.noneHow')} />
      ) : (
        <>
          {/* the same table counts for all of them: said once */}
          {[...remarks].map((remark) => (
            <p key={remark} className="note" data-tone="warn">
              {remark}
            </p>
          ))}
          {view.items.map((item, index) => (
            <ItemOnTable
              key={item.entity}
              item={item}
              number={index + 1}
              caseName={caseNames[item.case]}
              doctrine={doctrine}
            />
          ))}
          <PositionsMatrix items={view.items} />
        </>
      )}
    </div>
  )
}
