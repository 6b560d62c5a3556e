/** The survey of one State: every item of guidance on one page, put on record in one go; as a table out and in. */
import { readImplementations } from '@demarche/core/portfolio/norms/implementation.ts'
import { WORKING } from '@demarche/core/kernel/marking.ts'
import type { Implementation, Norm } from '@demarche/core'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { factsOf, useAllRecords } from '../../api/norm-queries.ts'
import { useDoctrine } from '../../api/queries.ts'
import { normPath, useAddressValues, useAsOf } from '../../frame/address.ts'
import { askedCode } from '../../frame/asked.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { useTyped } from '../../frame/typed.ts'
import { Await } from '../../parts/await.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { usePlaceName } from '../../portfolio/places.ts'
import { AuthorityFields } from '../../record/authority-fields.tsx'
import {
  authorityDraftSchema,
  authorityFaults,
  draftAuthority,
  toAuthority,
} from '../../record/authority-draft.ts'
import { ErrorSummary } from '../../record/error-summary.tsx'
import { markingIn } from '../../record/marking-draft.ts'
import { useMayRecord, WhyNotRecord } from '../../record/may-record.tsx'
import { useText } from '../../texts.ts'
import { StateChooser } from './state-chooser.tsx'
import { NOTHING_SAID, rowFaults, surveyRowSchema, type SurveyRows } from './survey.ts'
import { SurveyFiles } from './survey-files.tsx'
import { SurveyItem } from './survey-item.tsx'
import { useSurvey } from './use-survey.ts'

export default function SurveyScreen() {
  const t = useText()
  const placeName = usePlaceName()
  const [search, change] = useAddressValues()
  const [asOf] = useAsOf()
  const doctrine = useDoctrine()
  const implementations = useAllRecords('implementation', asOf)
  useScreenMarking((implementations.data ?? []).map(({ marking }) => marking))
  const state = askedCode(search, 'state')
  return (
    <>
      <p className="crumb">
        <GoLink to="/norms">{t('normsPage.title')}</GoLink>
      </p>
      <PageHead
        title={state === undefined ? t('survey.title') : t('survey.of', { state: placeName(state) })}
        lead={t('survey.lead')}
      />
      <div className="states">
        <StateChooser
          id="survey-state"
          label={t('survey.state')}
          shown={state === undefined ? undefined : placeName(state)}
          onChoose={(code) => change({ state: code })}
        />
      </div>
      {state === undefined ? (
        <p className="quiet">{t('survey.choose')}</p>
      ) : (
        <Await query={doctrine}>
          {({ norms }) => (
            <Await query={implementations}>
              {(rows) => (
                <Survey
                  key={state}
                  state={state}
                  norms={norms}
                  onRecord={readImplementations(factsOf(rows)).filter(({ states }) => states.includes(state))}
                />
              )}
            </Await>
          )}
        </Await>
      )}
    </>
  )
}

const draftSchema = z.strictObject({
  rows: z.record(z.string(), surveyRowSchema),
  authority: authorityDraftSchema,
})
const EMPTY: z.infer<typeof draftSchema> = { rows: {}, authority: draftAuthority(WORKING) }

interface SurveyProps {
  readonly state: string
  readonly norms: readonly Norm[]
  readonly onRecord: readonly Implementation[]
}

function Survey({ state, norms, onRecord }: SurveyProps) {
  const t = useText()
  const placeName = usePlaceName()
  const mayRecord = useMayRecord()
  const [typed, keep] = useTyped('norms', `survey ${state}`, draftSchema)
  const { rows, authority } = typed ?? EMPTY
  const [attempt, setAttempt] = useState(0)
  const [recorded, setRecorded] = useState(0)
  const survey = useSurvey()
  useScreenMarking(typed ? [markingIn(authority)] : undefined)
  const setRows = (next: SurveyRows) => keep({ rows: { ...next }, authority })
  const items = norms.flatMap((norm) => norm.items)
  const said = items.filter(({ id }) => rows[id] !== undefined && rows[id].standing !== '')
  const faults = [
    ...(said.length === 0 ? [{ field: `${items[0]?.id}-standing`, message: t('survey.nothingSaid') }] : []),
    ...items.flatMap(({ id, text }) =>
      rowFaults(rows[id] ?? NOTHING_SAID).map((column) => ({
        field: `${id}-${column}`,
        message: t(`survey.fault.${column}`, { item: text }),
      })),
    ),
    ...authorityFaults(authority, null, false, t),
  ]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt(attempt + 1)
    setRecorded(0)
    if (faults.length > 0) return
    const left: Record<string, SurveyRows[string]> = { ...rows }
    survey.mutate(
      {
        state,
        nameOf: (item) => t('implementation.name', { state: placeName(state), item }),
        items: said.map(({ id, text }) => ({ id, text, row: rows[id] ?? NOTHING_SAID })),
        onRecord,
        authority: toAuthority(authority),
        // what is on record is no longer to be said, should a later row be refused
        done: (item) => {
          delete left[item]
          keep({ rows: { ...left }, authority })
        },
      },
      {
        onSuccess: () => {
          setAttempt(0)
          setRecorded(said.length)
        },
      },
    )
  }
  const shown = attempt > 0 ? faults : []
  return (
    <form className="form survey" onSubmit={submit} noValidate>
      <SurveyFiles state={state} norms={norms} rows={rows} onRecord={onRecord} onRows={setRows} />
      <WhyNotRecord />
      {recorded > 0 && (
        <p className="note" data-tone="ok" role="status">
          {t('survey.recorded', { count: recorded })}
        </p>
      )}
      <ErrorSummary faults={shown} error={survey.error} attempt={attempt} />
      {norms.map((norm) => (
        <fieldset key={norm.id} className="group">
          <legend>
            <GoLink to={normPath(norm.id, [state])}>
              {t('norm.title', { letter: norm.letter, label: norm.label })}
            </GoLink>
          </legend>
          {norm.items.map((item) => (
            <SurveyItem
              key={item.id}
              item={item}
              row={rows[item.id] ?? NOTHING_SAID}
              onRecord={onRecord.filter((one) => one.item === item.id)}
              faults={shown}
              disabled={!mayRecord}
              onChange={(row) => setRows({ ...rows, [item.id]: row })}
            />
          ))}
        </fieldset>
      ))}
      {mayRecord && (
        <>
          <AuthorityFields
            draft={authority}
            parent={null}
            faults={shown}
            onChange={(next) => keep({ rows, authority: next })}
          />
          <div className="actions sticky-actions">
            <button type="submit" className="button-main" disabled={survey.isPending}>
              {survey.isPending ? t('record.saving') : t('survey.record', { count: said.length })}
            </button>
            {typed && (
              <button type="button" onClick={() => keep(null)}>
                {t('survey.clear')}
              </button>
            )}
          </div>
        </>
      )}
    </form>
  )
}
