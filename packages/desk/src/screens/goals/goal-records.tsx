/** The records behind a figure: each with its marks, why it counts, what it is linked with, and what it doubles. */
import { type GoalRecord, type GoalRecordsAnswer, type GoalRow, NO_GOAL } from '@demarche/api'
import { GOAL_LINK_KIND } from '@demarche/core/portfolio/goals/goal.ts'
import { isPartialDate } from '@demarche/core/kernel/partial-date.ts'
import type { GoalGround, PictureLayer, PictureMark, RecordKind } from '@demarche/core'
import { useGoalRecords } from '../../api/goal-queries.ts'
import { newRecordPath, overlapsPath, recordPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { RaisedMarking } from '../../parts/raised-marking.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await } from '../../parts/await.tsx'
import { formatPartialDate } from '../../parts/format-date.ts'
import { formatNumber } from '../../parts/format-value.ts'
import { Pager } from '../../parts/pager.tsx'
import { MayRecord } from '../../record/may-record.tsx'
import { useText } from '../../texts.ts'
import { RuleInWords } from './goal-details.tsx'

const LIMIT = 25

interface Props {
  /** none: what counts for no goal */
  readonly goal: GoalRow | undefined
  readonly layer: PictureLayer
  readonly mark: PictureMark | undefined
  readonly search: 'yes' | 'no'
  readonly kinds: readonly RecordKind[]
  readonly goals: readonly GoalRow[]
  readonly offset: number
  readonly onGo: (offset: number) => void
}

export function GoalRecords({ goal, layer, mark, search, kinds, goals, offset, onGo }: Props) {
  const t = useText()
  const records = useGoalRecords({
    goal: goal?.entity ?? NO_GOAL,
    layer,
    ...(mark === undefined ? {} : { mark }),
    search,
    offset,
    limit: LIMIT,
  })
  useScreenMarking(
    records.data &&
      [...records.data.rows, ...Object.values(records.data.named)].map(({ marking }) => marking),
  )
  return (
    <Await query={records}>
      {({ rows, total, named }) => (
        <div className="goal-details">
          {mark !== undefined && <p className="quiet">{t(`goals.only.${mark}`)}</p>}
          {rows.length === 0 && <p>{t('goals.noneHere')}</p>}
          <ul className="plain-rows">
            {rows.map((row) => (
              <li key={row.entity} className="goal-record">
                <p>
                  <GoLink to={recordPath(row.entity)}>{row.name}</GoLink>
                  <RaisedMarking marking={row.marking} />
                </p>
                <p>
                  <span className="quiet">{kinds.find(({ id }) => id === row.kind)?.label ?? row.kind}</span>{' '}
                  <RecordMarks row={row} />
                </p>
                <Doubled row={row} named={named} />
                <Why row={row} goal={goal} kinds={kinds} named={named} />
                <Linked row={row} named={named} />
                {row.setAside.length > 0 && (
                  <p>
                    {t('goals.setAside')} <Links entities={row.setAside} named={named} />
                  </p>
                )}
                <Judge row={row} goals={goals} goal={goal} />
              </li>
            ))}
          </ul>
          <Pager
            total={total}
            offset={offset}
            shown={rows.length}
            limit={LIMIT}
            label={t('goals.pages')}
            onGo={onGo}
          />
        </div>
      )}
    </Await>
  )
}

type Named = GoalRecordsAnswer['named']

function Links({ entities, named }: { readonly entities: readonly string[]; readonly named: Named }) {
  return entities.map((entity, index) => (
    <span key={entity}>
      {index > 0 && ', '}
      <GoLink to={recordPath(entity)}>{named[entity]?.name ?? entity}</GoLink>
    </span>
  ))
}

function RecordMarks({ row: { timing, due, lonely } }: { readonly row: GoalRecord }) {
  const t = useText()
  return (
    <>
      {timing !== null && (
        <span className="tag" data-tone={timing === 'late' ? 'warn' : undefined}>
          {t(`goals.timing.${timing}`)}
        </span>
      )}{' '}
      {due.length > 0 && (
        <span className="quiet">
          {t('goals.due', {
            days: due.map((day) => (isPartialDate(day) ? formatPartialDate(day) : day)).join(' / '),
          })}
        </span>
      )}{' '}
      {lonely && <span className="tag">{t('goals.mark.lonely')}</span>}
    </>
  )
}

/** What people say or deny first; what the search alone suggests is said as that, and once for all that it names. */
function Doubled({ row: { entity, doubles }, named }: { readonly row: GoalRecord; readonly named: Named }) {
  const t = useText()
  if (doubles.length === 0) return null
  const isSaid = doubles.some(({ confirmed }) => confirmed)
  return (
    <p>
      <span className="tag" data-tone={isSaid ? 'warn' : undefined}>
        {t(isSaid ? 'goals.mark.doubled' : 'goals.mark.perhaps-doubled')}
      </span>{' '}
      {DOUBLE_STANDINGS.map((standing) => {
        const others = doubles.filter((one) => standingOf(one) === standing).map(({ other }) => other)
        return (
          others.length > 0 && (
            <span key={standing}>
              <span className="quiet">{t(`goals.double.${standing}`)}</span>{' '}
              <Links entities={others} named={named} />
              {' · '}
            </span>
          )
        )
      })}
      <GoLink to={overlapsPath(entity)}>{t('goals.compare')}</GoLink>
    </p>
  )
}

const DOUBLE_STANDINGS = ['said', 'contested', 'suggested'] as const

function standingOf({
  confirmed,
  contested,
}: GoalRecord['doubles'][number]): (typeof DOUBLE_STANDINGS)[number] {
  return contested ? 'contested' : confirmed ? 'said' : 'suggested'
}

interface WhyProps {
  readonly row: GoalRecord
  readonly goal: GoalRow | undefined
  readonly kinds: readonly RecordKind[]
  readonly named: Named
}

function Why({ row: { claim }, goal, kinds, named }: WhyProps) {
  const t = useText()
  if (!claim || !goal) return null
  const inWords = (ground: GoalGround) => {
    if (ground.how === 'said') return <Links entities={[ground.link]} named={named} />
    if (ground.how === 'through') return <Links entities={[ground.record]} named={named} />
    const rule = goal.rules[ground.rule]
    return rule && <RuleInWords rule={rule} kinds={kinds} />
  }
  return (
    <ul className="goal-grounds">
      {claim.grounds.map((ground) => (
        <li key={JSON.stringify(ground)}>
          <span className="quiet">{t(`goals.how.${ground.how}`)}</span> {inWords(ground)}
        </li>
      ))}
      {claim.contested && <li className="differs">{t('goals.contested')}</li>}
    </ul>
  )
}

function Linked({ row: { linked, links }, named }: { readonly row: GoalRecord; readonly named: Named }) {
  const t = useText()
  if (links === 0) return null
  return (
    <p>
      <span className="quiet">{t('goals.linked')}</span> <Links entities={linked} named={named} />
      {links > linked.length && ` ${t('goals.more', { number: formatNumber(links - linked.length) })}`}
    </p>
  )
}

interface JudgeProps {
  readonly row: GoalRecord
  readonly goals: readonly GoalRow[]
  readonly goal: GoalRow | undefined
}

/** The way to say otherwise: the form of a word on a goal, with record and goal filled in. */
function Judge({ row: { entity }, goals, goal }: JudgeProps) {
  const t = useText()
  if (goals.length === 0) return null
  return (
    <MayRecord>
      <p>
        <GoLink
          to={newRecordPath(GOAL_LINK_KIND, { record: entity, ...(goal ? { goal: goal.entity } : {}) })}
        >
          {t(goal ? 'goals.sayOtherwise' : 'goals.sayWhich')}
        </GoLink>
      </p>
    </MayRecord>
  )
}
