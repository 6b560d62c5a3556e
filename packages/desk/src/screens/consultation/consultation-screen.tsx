/** A consultation at the desk: the answers that wait, those that were decided on, the synthesis and what came of it. */
import type { ConsultationAnswer } from '@demarche/api'
import { propertyOf } from '@demarche/core/portfolio/record-kind.ts'
import { useParams } from 'wouter'
import { useConsultation } from '../../api/consultation-queries.ts'
import { useKinds } from '../../api/portfolio-queries.ts'
import { sayDeadline } from '../../consultation/say-deadline.ts'
import { SubmissionForm } from '../../consultation/submission-form.tsx'
import { publicPath, recordPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { MarkingLabel } from '../../frame/marking-banner.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Presence } from '../../live/presence.tsx'
import { Await, RefusalNote } from '../../parts/await.tsx'
import { JumpList } from '../../parts/jump-list.tsx'
import { PageHead, useWindowTitle } from '../../parts/page-head.tsx'
import { usePlaceName } from '../../portfolio/places.ts'
import { useText } from '../../texts.ts'
import { WhoMaySeeButton } from '../access/who-may-see-button.tsx'
import { Answers } from './answers.tsx'
import { ResultEditor } from './result-editor.tsx'

export default function ConsultationScreen() {
  const t = useText()
  const params = useParams<{ entity: string }>()
  const entity = decodeURIComponent(params.entity)
  const query = useConsultation(entity)
  useScreenMarking(query.data && [query.data.marking])
  useWindowTitle(query.data?.consultation.question ?? t('consultation.title'))
  if (query.isError && !query.data)
    return (
      <>
        <PageHead title={t('consultation.title')} />
        <RefusalNote error={query.error} onRetry={() => void query.refetch()} />
      </>
    )
  return <Await query={query}>{(answer) => <Page key={entity} answer={answer} />}</Await>
}

function Page({ answer }: { readonly answer: ConsultationAnswer }) {
  const t = useText()
  const { consultation, counts } = answer
  const { standing, entity, naming } = consultation
  const kinds = useKinds()
  const submission = kinds.data?.kinds.find(({ id }) => id === 'submission')
  const sorts = (submission && propertyOf(submission, 'sort')?.values) ?? {}
  return (
    <>
      <Head answer={answer} />
      <JumpList
        targets={[
          {
            id: 'answers',
            label: t('desk.consultation.answers'),
            count: counts.waiting + counts.accepted + counts['set-aside'],
          },
          { id: 'result', label: t('desk.consultation.result') },
        ]}
      />
      <Answers answer={answer} sorts={sorts} />
      <ResultEditor answer={answer} />
      {standing === 'open' && (
        <details className="tied">
          <summary>{t('desk.consultation.answerHere')}</summary>
          <SubmissionForm entity={entity} way="account" naming={naming} sorts={sorts} />
        </details>
      )}
    </>
  )
}

function Head({ answer: { consultation, marking, onPublicPage } }: { readonly answer: ConsultationAnswer }) {
  const t = useText()
  const placeName = usePlaceName()
  const { entity, question, by, standing, closes } = consultation
  return (
    <header className="case-head">
      <p className="crumb">
        <GoLink to="/portfolio">{t('portfolio.title')}</GoLink>
        {' / '}
        <GoLink to="/portfolio/consultation">{t('desk.consultation.all')}</GoLink>
      </p>
      <h1>{question}</h1>
      <p className="head-facts">
        <span className="head-fact">{t(`consultation.standing.${standing}`)}</span>
        <MarkingLabel marking={marking} />
        {by.length > 0 && (
          <span className="head-fact">
            <span className="quiet">{t('consultation.by')}</span> {by.map(placeName).join(', ')}
          </span>
        )}
        {closes !== undefined && (
          <span className="head-fact">
            <span className="quiet">
              {t(standing === 'closed' ? 'consultation.closedOn' : 'consultation.until')}
            </span>{' '}
            {sayDeadline(closes)}
          </span>
        )}
      </p>
      <p className="actions">
        <GoLink to={recordPath(entity)}>{t('desk.consultation.record')}</GoLink>
        {onPublicPage ? (
          <GoLink to={publicPath(entity)}>{t('desk.consultation.publicPage')}</GoLink>
        ) : (
          <span className="quiet">{t('desk.consultation.notPublic')}</span>
        )}
        <WhoMaySeeButton object={entity} name={question} />
      </p>
      <div className="head-people">
        <Presence entity={entity} />
      </div>
    </header>
  )
}
