/** One picture of it all: goal by goal what is wanted, by which instruments, what is done, what was promised, and its marks. */
import { type GoalRow, type GoalsAnswer, NO_GOAL } from '@demarche/api'
import { GOAL_KIND } from '@demarche/core/portfolio/goals/goal.ts'
import { PICTURE_MARKS } from '@demarche/core/portfolio/goals/placed-record.ts'
import { PICTURE_LAYERS } from '@demarche/core/portfolio/record-kind.ts'
import type { PictureLayer, PictureMark, RecordKind } from '@demarche/core'
import { useGoals } from '../../api/goal-queries.ts'
import { useKinds } from '../../api/portfolio-queries.ts'
import { newRecordPath, useAddressValues, useAsOf } from '../../frame/address.ts'
import { askedOffset } from '../../frame/asked.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await } from '../../parts/await.tsx'
import { Empty } from '../../parts/empty.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { SideDialog } from '../../parts/side-dialog.tsx'
import { TakeFile } from '../../parts/take-file.tsx'
import { MayRecord } from '../../record/may-record.tsx'
import { useText } from '../../texts.ts'
import { nameGoals } from './goal-name.ts'
import { GoalDetails } from './goal-details.tsx'
import { GoalRecords } from './goal-records.tsx'
import { GoalsTable } from './goals-table.tsx'

/** What the address opens: a goal, or one of its figures. */
export interface Opened {
  readonly goal: string
  readonly layer?: PictureLayer
}

export type Change = (values: Readonly<Record<string, string | undefined>>) => void

const withNames = (answer: GoalsAnswer) => ({ ...answer, goals: nameGoals(answer.goals) })

export default function GoalsScreen() {
  const t = useText()
  const [search, setValues] = useAddressValues()
  const [asOf] = useAsOf()
  const kinds = useKinds()
  const quick = useGoals('no')
  const searched = useGoals('yes')
  const isSearched = searched.data !== undefined
  const goals = isSearched ? searched : quick
  useScreenMarking(goals.data?.goals.map(({ marking }) => marking))
  const mark = PICTURE_MARKS.find((one) => one === search.get('mark'))
  const open = ({ goal, layer }: Opened) => setValues({ goal, layer, offset: undefined })
  return (
    <>
      <p className="crumb">
        <GoLink to="/portfolio">{t('portfolio.title')}</GoLink>
      </p>
      <PageHead title={t('goals.title')} lead={t('goals.lead')}>
        <button type="button" onClick={() => window.print()}>
          {t('goals.print')}
        </button>
      </PageHead>
      {asOf !== undefined && (
        <p className="note" data-tone="info">
          {t('goals.today')}
        </p>
      )}
      <Await query={kinds}>
        {(known) => (
          <Await query={goals}>
            {(answer) =>
              answer.goals.length === 0 ? (
                <Empty title={t('goals.noneTitle')} text={t('goals.noneText')}>
                  <MayRecord>
                    <GoLink className="button" to={newRecordPath(GOAL_KIND)}>
                      {t('goals.newGoal')}
                    </GoLink>
                  </MayRecord>
                </Empty>
              ) : (
                <>
                  <MarkFilter mark={mark} onChange={setValues} />
                  {!isSearched && (
                    <p className="note" data-tone="info" role="status">
                      {t(searched.isError ? 'goals.notSearched' : 'goals.searching')}
                    </p>
                  )}
                  <GoalsTable answer={withNames(answer)} mark={mark} isSearched={isSearched} onOpen={open} />
                  <p className="quiet goals-legend">{t('goals.legend')}</p>
                  <p className="quiet goals-legend">{t('goals.judgement')}</p>
                  <div className="goals-take">
                    <TakeFile
                      path="/api/portfolio/goals/export"
                      values={{ mark }}
                      name="goals.csv"
                      label={t('goals.export')}
                    />
                  </div>
                  <OpenedPart
                    search={search}
                    answer={withNames(answer)}
                    isSearched={isSearched}
                    kinds={known.kinds}
                    onChange={setValues}
                  />
                </>
              )
            }
          </Await>
        )}
      </Await>
    </>
  )
}

function MarkFilter({
  mark,
  onChange,
}: {
  readonly mark: PictureMark | undefined
  readonly onChange: Change
}) {
  const t = useText()
  return (
    <form className="filters goals-filter" role="search" onSubmit={(event) => event.preventDefault()}>
      <label>
        <span>{t('goals.show')}</span>
        <select value={mark ?? ''} onChange={(event) => onChange({ mark: event.target.value })}>
          <option value="">{t('goals.everything')}</option>
          {PICTURE_MARKS.map((one) => (
            <option key={one} value={one}>
              {t(`goals.only.${one}`)}
            </option>
          ))}
        </select>
      </label>
    </form>
  )
}

interface OpenedProps {
  readonly search: URLSearchParams
  readonly answer: GoalsAnswer
  readonly isSearched: boolean
  readonly kinds: readonly RecordKind[]
  readonly onChange: Change
}

/** What the address names, in a drawer; nothing for a goal that is not there. */
function OpenedPart({ search, answer, isSearched, kinds, onChange }: OpenedProps) {
  const t = useText()
  const named = search.get('goal')
  const goal: GoalRow | undefined = answer.goals.find(({ entity }) => entity === named)
  if (!goal && named !== NO_GOAL) return null
  const layer = PICTURE_LAYERS.find((one) => one === search.get('layer'))
  const mark = PICTURE_MARKS.find((one) => one === search.get('mark'))
  const name = goal?.name ?? t('goals.none')
  const close = () => onChange({ goal: undefined, layer: undefined, offset: undefined })
  if (layer === undefined)
    return goal ? (
      <SideDialog title={name} onClose={close}>
        <GoalDetails goal={goal} kinds={kinds} />
      </SideDialog>
    ) : null
  return (
    <SideDialog title={t('goals.figure', { goal: name, layer: t(`goals.layer.${layer}`) })} onClose={close}>
      <GoalRecords
        goal={goal}
        layer={layer}
        mark={mark}
        search={isSearched ? 'yes' : 'no'}
        kinds={kinds}
        goals={answer.goals}
        offset={askedOffset(search)}
        onGo={(next) => onChange({ offset: String(next) })}
      />
    </SideDialog>
  )
}
