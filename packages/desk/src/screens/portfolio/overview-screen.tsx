/** The portfolio at a glance: its parts, the kinds of record in each, and how many of each the reader sees. */
import { PORTFOLIO_AREAS, type PortfolioArea } from '@demarche/core/portfolio/record-kind.ts'
import { collatorOf } from '@demarche/core/places/name-of.ts'
import type { RecordKind } from '@demarche/core'
import { useKinds, usePortfolio } from '../../api/portfolio-queries.ts'
import { kindPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { Await } from '../../parts/await.tsx'
import { formatNumber } from '../../parts/format-value.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { useDeskLanguage } from '../../parts/place-name.ts'
import { capital } from '../../portfolio/capital.ts'
import { kindsInOrder } from '../../portfolio/kinds-in-order.ts'
import { type TextKey, useText } from '../../texts.ts'

/** The screen that looks at an area as a whole, where there is one. */
const AREA_SCREENS: Readonly<Partial<Record<PortfolioArea, string>>> = {
  norms: '/norms',
  confidence: '/confidence',
}

/** Screens that ask one question of an area. */
const QUESTION_SCREENS: Readonly<
  Partial<Record<PortfolioArea, readonly { readonly path: string; readonly name: TextKey }[]>>
> = {
  capacity: [
    { path: '/gaps', name: 'gaps.title' },
    { path: '/overlaps', name: 'overlaps.title' },
    { path: '/overlaps/plan', name: 'overlaps.check' },
  ],
}

export default function PortfolioScreen() {
  const t = useText()
  const kinds = useKinds()
  const { data: portfolio } = usePortfolio()
  const { compare } = collatorOf(useDeskLanguage())
  return (
    <>
      <PageHead title={t('portfolio.title')} lead={t('portfolio.lead')}>
        <GoLink className="button" to="/goals">
          {t('goals.title')}
        </GoLink>
        <GoLink className="button" to="/changes">
          {t('changes.title')}
        </GoLink>
        <GoLink className="button" to="/coming">
          {t('coming.title')}
        </GoLink>
        <GoLink className="button" to="/open-points">
          {t('openPoints.title')}
        </GoLink>
      </PageHead>
      <Await query={kinds}>
        {(answer) => (
          <div className="areas">
            {PORTFOLIO_AREAS.map((area) => (
              <section key={area} aria-labelledby={`area-${area}`}>
                <AreaHead area={area} />
                <ul className="plain-rows">
                  {kindsInOrder(
                    answer.kinds.filter((kind) => kind.area === area),
                    portfolio?.counts ?? {},
                    compare,
                  ).map((kind) => (
                    <KindLine key={kind.id} kind={kind} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
        )}
      </Await>
    </>
  )
}

function AreaHead({ area }: { readonly area: PortfolioArea }) {
  const t = useText()
  const screen = AREA_SCREENS[area]
  const questions = QUESTION_SCREENS[area] ?? []
  const name = t(`portfolio.area.${area}`)
  return (
    <div className="area-head">
      <h2 id={`area-${area}`}>{screen === undefined ? name : <GoLink to={screen}>{name}</GoLink>}</h2>
      {questions.length > 0 && (
        <div className="area-questions">
          {questions.map((question) => (
            <GoLink key={question.path} to={question.path}>
              {t(question.name)}
            </GoLink>
          ))}
        </div>
      )}
    </div>
  )
}

function KindLine({ kind }: { readonly kind: RecordKind }) {
  const t = useText()
  const { data, isError } = usePortfolio()
  const count = data?.counts[kind.id] ?? 0
  return (
    <li className="kind-line">
      <GoLink to={kindPath(kind.id)} data-row="">
        {capital(kind.plural)}
      </GoLink>
      <span className="num" aria-busy={!data && !isError}>
        {data && (count > 0 ? formatNumber(count) : <span className="quiet">{t('portfolio.none')}</span>)}
      </span>
      <span className="quiet kind-description">{kind.description}</span>
    </li>
  )
}
