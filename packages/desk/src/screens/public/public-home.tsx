/** What this desk shows to everybody: consultations by what can be done with them, and public records by kind. */
import type { PublicAnswer, PublicConsultationRow } from '@demarche/api'
import type { ConsultationStanding } from '@demarche/core'
import { collatorOf } from '@demarche/core/places/name-of.ts'
import { Link } from 'wouter'
import { usePublicPage } from '../../api/consultation-queries.ts'
import { publicPath } from '../../frame/address.ts'
import { sayDeadline } from '../../consultation/say-deadline.ts'
import { formatPartialDate } from '../../parts/format-date.ts'
import { useDeskLanguage } from '../../parts/place-name.ts'
import { useWindowTitle } from '../../parts/page-head.tsx'
import { capital } from '../../portfolio/capital.ts'
import { type TextKey, useText } from '../../texts.ts'
import { PublicAwait } from './public-await.tsx'
import { usePublicPlaceName } from './public-words.ts'

const LISTS: readonly {
  readonly id: string
  readonly title: TextKey
  readonly standings: readonly ConsultationStanding[]
}[] = [
  { id: 'open', title: 'public.open', standings: ['open'] },
  { id: 'planned', title: 'public.planned', standings: ['planned'] },
  { id: 'others', title: 'public.others', standings: ['undated', 'elsewhere'] },
  { id: 'closed', title: 'public.closed', standings: ['closed'] },
]

export function PublicHome() {
  const t = useText()
  const page = usePublicPage()
  useWindowTitle(t('public.title'))
  return (
    <PublicAwait query={page} title={t('public.title')}>
      {(answer) => (
        <>
          <h1>{t('public.title')}</h1>
          <p className="lead">{t('public.lead')}</p>
          {LISTS.map(({ id, title, standings }) => {
            const rows = answer.consultations.filter(({ standing }) => standings.includes(standing))
            if (rows.length === 0 && id !== 'open') return null
            return (
              <section key={id} aria-labelledby={id}>
                <h2 id={id}>{t(title)}</h2>
                {rows.length === 0 ? (
                  <p className="quiet">{t('public.openNone')}</p>
                ) : (
                  <ul className="public-list">
                    {rows.map((row) => (
                      <Row key={row.entity} row={row} />
                    ))}
                  </ul>
                )}
              </section>
            )
          })}
          <Records kinds={answer.kinds} />
        </>
      )}
    </PublicAwait>
  )
}

function Row({ row }: { readonly row: PublicConsultationRow }) {
  const t = useText()
  const placeName = usePublicPlaceName()
  const { standing, opens, closes } = row
  const made = [
    ...(row.hasSynthesis ? [t('public.withSynthesis')] : []),
    ...(row.hasOutcome ? [t('public.withOutcome')] : []),
  ]
  return (
    <li>
      <Link href={publicPath(row.entity)}>{row.question}</Link>
      <p className="quiet">
        {[
          row.by.map(placeName).join(', '),
          standing === 'planned' && opens !== undefined
            ? `${t('consultation.opens')} ${formatPartialDate(opens)}`
            : closes === undefined
              ? t(`consultation.standing.${standing}`)
              : `${t(standing === 'closed' ? 'consultation.closedOn' : 'consultation.until')} ${sayDeadline(closes)}`,
          ...made,
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
    </li>
  )
}

function Records({ kinds }: Pick<PublicAnswer, 'kinds'>) {
  const t = useText()
  const { compare } = collatorOf(useDeskLanguage())
  const shown = kinds
    .filter(({ id }) => id !== 'consultation' && id !== 'submission')
    .toSorted((a, b) => compare(a.plural, b.plural))
  return (
    <section aria-labelledby="records">
      <h2 id="records">{t('public.records')}</h2>
      {shown.length === 0 ? (
        <p className="quiet">{t('public.recordsNone')}</p>
      ) : (
        <ul className="public-kinds">
          {shown.map(({ id, plural, count }) => (
            <li key={id}>
              <Link href={`/public/records?kind=${id}`}>{capital(plural)}</Link>{' '}
              <span className="quiet">{count}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
