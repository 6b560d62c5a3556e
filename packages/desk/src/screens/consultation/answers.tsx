/** What was answered, list by list: what waits for a moderator first; searched for by words, and read page by page. */
import type { ConsultationAnswer } from '@demarche/api'
import type { SubmissionList } from '@demarche/core'
import { SUBMISSION_LISTS } from '@demarche/core/stakeholders/read-submission.ts'
import { useEffect, useRef } from 'react'
import { useSubmissions } from '../../api/consultation-queries.ts'
import { MoreAnswers } from '../../consultation/more-answers.tsx'
import { consultationPath, useAddressValues } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await } from '../../parts/await.tsx'
import { formatNumber } from '../../parts/format-value.ts'
import { SearchInList } from '../../parts/search-in-list.tsx'
import { useText } from '../../texts.ts'
import { SubmissionCard } from './submission-card.tsx'

interface Props {
  readonly answer: ConsultationAnswer
  readonly sorts: Readonly<Record<string, string>>
}

export function Answers({ answer, sorts }: Props) {
  const t = useText()
  const { consultation, counts, mayModerate } = answer
  const { entity } = consultation
  const [search, change] = useAddressValues()
  const list = SUBMISSION_LISTS.find((one) => one === search.get('list')) ?? firstList(counts)
  const q = search.get('q') ?? undefined
  const query = useSubmissions(entity, { list, q })
  useScreenMarking(query.data?.pages.map(({ marking }) => marking))
  const cited = consultation.cited.map((one) => one.entity)
  const submissions = query.data?.pages.flatMap((page) => page.submissions) ?? []
  const isAnswered = counts.waiting + counts.accepted + counts['set-aside'] > 0
  const heading = useFocusBack(submissions.length)
  return (
    <section className="tied" aria-labelledby="answers">
      <h2 id="answers" ref={heading} tabIndex={-1}>
        {t('desk.consultation.answers')}
      </h2>
      {!mayModerate && <p className="quiet">{t('desk.consultation.onlyModerators')}</p>}
      {!isAnswered && <p className="quiet">{t('desk.consultation.noneHow')}</p>}
      {isAnswered && (
        <>
          <nav className="tabs" aria-label={t('desk.consultation.lists')}>
            <ul>
              {SUBMISSION_LISTS.map((one) => (
                <li key={one}>
                  <GoLink
                    to={`${consultationPath(entity)}?list=${one}`}
                    aria-current={one === list ? 'page' : undefined}
                  >
                    {t(`desk.consultation.list.${one}`)}{' '}
                    <span className="quiet">{formatNumber(counts[one])}</span>
                  </GoLink>
                </li>
              ))}
            </ul>
          </nav>
          <div className="answer-search">
            <SearchInList
              label={t('desk.consultation.search')}
              asked={q}
              onAsk={(words) => change({ list, q: words })}
            />
          </div>
          <Await query={query}>
            {({ pages }) => (
              <>
                {submissions.length === 0 && <p className="quiet">{t('desk.consultation.none')}</p>}
                <ul className="answer-cards">
                  {submissions.map((one) => (
                    <SubmissionCard
                      key={one.entity}
                      submission={one}
                      consultation={entity}
                      cited={cited}
                      sorts={sorts}
                      mayModerate={mayModerate}
                    />
                  ))}
                </ul>
                <MoreAnswers query={query} shown={submissions.length} total={pages[0]?.total ?? 0} />
              </>
            )}
          </Await>
        </>
      )}
    </section>
  )
}

/** What waits, while anything does. */
function firstList(counts: ConsultationAnswer['counts']): SubmissionList {
  return counts.waiting === 0 && counts.accepted > 0 ? 'accepted' : 'waiting'
}

/** A heading that takes the focus when a card on which it stood has left the list: who works by keyboard stays in it. */
function useFocusBack(shown: number) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(shown)
  useEffect(() => {
    if (shown < before.current && document.activeElement === document.body) heading.current?.focus()
    before.current = shown
  }, [shown])
  return heading
}
