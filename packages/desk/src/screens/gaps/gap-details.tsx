/** What is behind a cell of the gap map: its projects with their doubts and their money, and the needs. */
import type { GapsAnswer } from '@demarche/api'
import { isPartialDate } from '@demarche/core/kernel/partial-date.ts'
import type { Money } from '@demarche/core'
import { recordPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { RaisedMarking } from '../../parts/raised-marking.tsx'
import { formatPartialDate } from '../../parts/format-date.ts'
import { formatNumber } from '../../parts/format-value.ts'
import { semicolon } from '../../parts/semicolon.ts'
import { usePrintedPlaceName } from '../../portfolio/places.ts'
import { useText } from '../../texts.ts'
import type { Cell, CellPlace } from './gap-cells.ts'

interface Props {
  readonly answer: GapsAnswer
  readonly cell: Cell
  readonly place: CellPlace
}

export function GapDetails({ answer, cell: { certain, perhaps, needs }, place }: Props) {
  const t = useText()
  return (
    <div className="gap-details">
      {needs.length === 0 ? (
        <p className="quiet">{t('gaps.noNeed')}</p>
      ) : (
        <section aria-labelledby="gap-needs">
          <h3 id="gap-needs">{t('gaps.needsTitle')}</h3>
          <ul className="plain-rows">
            {needs.map((entity) => (
              <li key={entity}>
                <GoLink to={recordPath(entity)}>{answer.stated[entity]?.name ?? entity}</GoLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      {certain.length + perhaps.length === 0 && <p>{t('gaps.noProject')}</p>}
      <Projects
        id="gap-certain"
        title={t('gaps.projects')}
        entities={certain}
        answer={answer}
        place={place}
      />
      <Projects
        id="gap-perhaps"
        title={t('gaps.projectsPerhaps')}
        entities={perhaps}
        answer={answer}
        place={place}
        isInDoubt
      />
      {certain.length + perhaps.length > 0 && <p className="quiet">{t('gaps.wholeProject')}</p>}
    </div>
  )
}

interface ProjectsProps {
  readonly id: string
  readonly title: string
  readonly entities: readonly string[]
  readonly answer: GapsAnswer
  readonly place: CellPlace
  readonly isInDoubt?: boolean
}

function Projects({ id, title, entities, answer, place, isInDoubt = false }: ProjectsProps) {
  if (entities.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ul className="plain-rows">
        {entities.flatMap((entity) => {
          const project = answer.projects[entity]
          return project
            ? [<Project key={entity} project={project} place={place} isInDoubt={isInDoubt} />]
            : []
        })}
      </ul>
    </section>
  )
}

interface ProjectProps {
  readonly project: GapsAnswer['projects'][string]
  readonly place: CellPlace
  readonly isInDoubt: boolean
}

function Project({ project, place, isInDoubt }: ProjectProps) {
  const t = useText()
  const placeName = usePrintedPlaceName()
  const { entity, name, marking, start, end, countries, regions, budgets } = project
  const isListed = countries.includes(place.country)
  const named = isListed ? [] : [...countries, ...regions].map(placeName)
  const doubts = [
    ...(isListed ? [] : [t('gaps.fromRegion', { regions: named.join(', ') })]),
    ...(start.length === 0 ? [t('gaps.noStart')] : []),
    ...(end.length === 0 ? [t('gaps.noEnd')] : []),
  ]
  return (
    <li>
      <p>
        <GoLink to={recordPath(entity)}>{name}</GoLink>
        <RaisedMarking marking={marking} />
      </p>
      <p className="quiet">
        {sayDates(start)} – {sayDates(end)}
        {' · '}
        {budgets.length === 0 ? t('gaps.noAmount') : budgets.map(sayMoney).join(' / ')}
      </p>
      {isInDoubt && (
        <p className="differs">{doubts.length > 0 ? doubts.join(semicolon()) : t('gaps.coarse')}</p>
      )}
    </li>
  )
}

/** Every date that a source gives, side by side; a question mark where nobody gives one. */
function sayDates(dates: readonly string[]): string {
  if (dates.length === 0) return '?'
  return dates.map((date) => (isPartialDate(date) ? formatPartialDate(date) : date)).join(' / ')
}

function sayMoney({ amount, currency, year }: Money): string {
  return `${currency}\u00A0${formatNumber(amount)}${year === undefined ? '' : ` (${year})`}`
}
