/** A consultation as everybody sees it: the question and its deadline, the form, what was answered, what was made of it. */
import type { PublicConsultationAnswer } from '@demarche/api'
import { Link, useParams } from 'wouter'
import { usePublicConsultation, usePublicSubmissions } from '../../api/consultation-queries.ts'
import { sayDeadline } from '../../consultation/say-deadline.ts'
import { SubmissionForm } from '../../consultation/submission-form.tsx'
import { MoreAnswers } from '../../consultation/more-answers.tsx'
import { CitedAs, idOf, SynthesisText } from '../../consultation/synthesis-text.tsx'
import { publicPath } from '../../frame/address.ts'
import { formatPartialDate } from '../../parts/format-date.ts'
import { useWindowTitle } from '../../parts/page-head.tsx'
import { useText } from '../../texts.ts'
import { PublicAwait, PublicRefusal } from './public-await.tsx'
import { usePublicPlaceName } from './public-words.ts'

export function PublicConsultation() {
  const t = useText()
  const { entity = '' } = useParams<{ entity: string }>()
  const query = usePublicConsultation(decodeURIComponent(entity))
  return (
    <PublicAwait query={query} title={t('consultation.title')}>
      {(answer) => <Page answer={answer} />}
    </PublicAwait>
  )
}

function Page({ answer: { consultation, names, sorts } }: { readonly answer: PublicConsultationAnswer }) {
  const t = useText()
  useWindowTitle(consultation.question)
  const { entity, background, naming, standing, synthesis, cited, citedInAll, outcome, led } = consultation
  const answers = usePublicSubmissions(entity)
  const onPage = answers.data?.pages.flatMap(({ submissions }) => submissions.map((one) => one.entity)) ?? []
  return (
    <>
      <p className="crumb">
        <Link href="/public">{t('public.home')}</Link>
      </p>
      <h1>{consultation.question}</h1>
      <Facts consultation={consultation} />
      {background !== undefined && (
        <section aria-labelledby="background">
          <h2 id="background">{t('consultation.background')}</h2>
          <Paragraphs text={background} />
        </section>
      )}
      {synthesis.length > 0 && (
        <section aria-labelledby="synthesis">
          <h2 id="synthesis">{t('consultation.synthesis')}</h2>
          <p className="quiet">{t('consultation.cites', { count: citedInAll })}</p>
          <SynthesisText paragraphs={synthesis} cited={cited} onPage={onPage} pathTo={publicPath} />
        </section>
      )}
      {(outcome !== undefined || led.length > 0) && (
        <section aria-labelledby="outcome">
          <h2 id="outcome">{t('consultation.outcome')}</h2>
          {outcome !== undefined && <Paragraphs text={outcome} />}
          {led.length > 0 && (
            <>
              <h3>{t('consultation.led')}</h3>
              <ul>
                {led.map((one) => (
                  <li key={one}>
                    <Link href={publicPath(one)}>{names[one] ?? one}</Link>
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      )}
      {standing === 'open' ? (
        <SubmissionForm entity={entity} way="public" naming={naming} sorts={sorts} />
      ) : (
        <p className="note" data-tone="info">
          <NoAnswers consultation={consultation} />
        </p>
      )}
      <Submissions entity={entity} cited={cited} sorts={sorts} />
    </>
  )
}

type Shown = PublicConsultationAnswer['consultation']

function Facts({ consultation: { by, opens, closes, standing } }: { readonly consultation: Shown }) {
  const t = useText()
  const placeName = usePublicPlaceName()
  return (
    <dl className="pairs">
      {by.length > 0 && (
        <div>
          <dt>{t('consultation.by')}</dt>
          <dd>{by.map(placeName).join(', ')}</dd>
        </div>
      )}
      {standing === 'planned' && opens !== undefined && (
        <div>
          <dt>{t('consultation.opens')}</dt>
          <dd>{formatPartialDate(opens)}</dd>
        </div>
      )}
      {closes !== undefined && (
        <div>
          <dt>{t(standing === 'closed' ? 'consultation.closedOn' : 'consultation.until')}</dt>
          <dd>{sayDeadline(closes)}</dd>
        </div>
      )}
    </dl>
  )
}

/** Why it takes no answers now. */
export function NoAnswers({
  consultation: { standing, opens = '', closes = '' },
}: {
  readonly consultation: Pick<Shown, 'standing' | 'opens' | 'closes'>
}) {
  const t = useText()
  if (standing === 'open') return null
  const date = standing === 'planned' ? formatPartialDate(opens) : closes === '' ? '' : sayDeadline(closes)
  return t(`consultation.noAnswers.${standing}`, { date })
}

function Submissions({
  entity: consultation,
  cited,
  sorts,
}: Pick<PublicConsultationAnswer, 'sorts'> & Pick<Shown, 'entity' | 'cited'>) {
  const t = useText()
  const placeName = usePublicPlaceName()
  const query = usePublicSubmissions(consultation)
  const submissions = query.data?.pages.flatMap((page) => page.submissions) ?? []
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{t('consultation.submissions')}</h2>
      {query.isError && <PublicRefusal error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <>
          {submissions.length === 0 && <p className="quiet">{t('consultation.submissionsNone')}</p>}
          <ul className="answers">
            {submissions.map(({ entity, from, sort, countries, receivedOn, text = '' }) => (
              <li key={entity} id={idOf(entity)}>
                <h3>
                  <CitedAs entity={entity} cited={cited} />
                  {from ?? t('consultation.unnamed')}
                </h3>
                <p className="quiet">
                  {[
                    ...(sort === undefined ? [] : [sorts[sort] ?? sort]),
                    ...countries.map(placeName),
                    ...(receivedOn === undefined
                      ? []
                      : [t('consultation.receivedOn', { date: formatPartialDate(receivedOn) })]),
                  ].join(' · ')}
                </p>
                <Paragraphs text={text} />
              </li>
            ))}
          </ul>
          <MoreAnswers query={query} shown={submissions.length} total={query.data.pages[0]?.total ?? 0} />
        </>
      )}
    </section>
  )
}

/** A longer text, with its own lines. */
export function Paragraphs({ text }: { readonly text: string }) {
  return <p className="own-lines">{text}</p>
}
