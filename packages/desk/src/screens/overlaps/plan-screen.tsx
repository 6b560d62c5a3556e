/** A plan that is on no record, compared with what is: what it would overlap with, and why. Nothing of it is recorded. */
import type { OverlapCheckAnswer, OverlapCheckInput, OverlapProject } from '@demarche/api'
import { PLAN } from '@demarche/api/overlap-plan.ts'
import { PUBLIC } from '@demarche/core/kernel/marking.ts'
import { isPartialDate, type PartialDate } from '@demarche/core/kernel/partial-date.ts'
import { PROJECT_KIND } from '@demarche/core/portfolio/overlap/kinds.ts'
import { propertyOf } from '@demarche/core/portfolio/record-kind.ts'
import type { RecordKind } from '@demarche/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { useOverlapCheck } from '../../api/overlap-queries.ts'
import { useKind } from '../../api/portfolio-queries.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { useTyped } from '../../frame/typed.ts'
import { markingsIn, PairList } from '../../overlaps/pair-list.tsx'
import { sayFew } from '../../overlaps/say-overlap.ts'
import { useOverlapWords } from '../../overlaps/use-overlap-words.ts'
import { Loading } from '../../parts/await.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { PlacesInput } from '../../portfolio/places-input.tsx'
import type { FieldFault } from '../../record/authority-draft.ts'
import { ErrorSummary } from '../../record/error-summary.tsx'
import { TextField } from '../../record/text-field.tsx'
import { useText } from '../../texts.ts'

const draftSchema = z.strictObject({
  name: z.string(),
  objective: z.string(),
  countries: z.array(z.string()),
  themes: z.array(z.string()),
  donors: z.string(),
  implementers: z.string(),
  start: z.string(),
  end: z.string(),
})
type Draft = Readonly<z.infer<typeof draftSchema>>
const EMPTY: Draft = {
  name: '',
  objective: '',
  countries: [],
  themes: [],
  donors: '',
  implementers: '',
  start: '',
  end: '',
}

export default function PlanScreen() {
  const t = useText()
  const kind = useKind(PROJECT_KIND)
  return (
    <>
      <p className="crumb">
        <GoLink to="/portfolio">{t('portfolio.title')}</GoLink>
        {' / '}
        <GoLink to="/overlaps">{t('overlaps.title')}</GoLink>
      </p>
      <PageHead title={t('overlaps.planTitle')} lead={t('overlaps.planLead')} />
      {kind ? <PlanForm kind={kind} /> : <Loading />}
    </>
  )
}

function PlanForm({ kind }: { readonly kind: RecordKind }) {
  const t = useText()
  const [typed, keep] = useTyped('plan', 'form', draftSchema)
  const draft = typed ?? EMPTY
  const [attempt, setAttempt] = useState(0)
  const [compared, setCompared] = useState<Draft>()
  const check = useOverlapCheck()
  const faults: readonly FieldFault[] = [
    ...(draft.name.trim() === '' ? [{ field: 'plan-name', message: t('overlaps.planNameMissing') }] : []),
    ...(['start', 'end'] as const).flatMap((end) =>
      draft[end].trim() === '' || isPartialDate(draft[end].trim())
        ? []
        : [{ field: `plan-${end}`, message: t('fault.date', { seen: draft[end] }) }],
    ),
  ]
  const shown = attempt > 0 ? faults : []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (faults.length > 0) {
      // what was found of an earlier plan is not the answer to this one
      check.reset()
      return
    }
    setCompared(draft)
    check.mutate(planOf(draft))
  }
  const text = (name: 'name' | 'donors' | 'implementers' | 'start' | 'end') => (
    <TextField
      id={`plan-${name}`}
      label={propertyOf(kind, name)?.label ?? name}
      hint={name === 'start' || name === 'end' ? t('field.dateHint') : undefined}
      value={draft[name]}
      error={shown.find(({ field }) => field === `plan-${name}`)?.message}
      isShort={name === 'start' || name === 'end'}
      onChange={(value) => keep({ ...draft, [name]: value })}
    />
  )
  const objective = propertyOf(kind, 'objective')
  const themes = propertyOf(kind, 'themes')
  return (
    <>
      <form className="form" onSubmit={submit} noValidate>
        <ErrorSummary faults={shown} error={check.error} attempt={attempt} />
        <fieldset className="group">
          <legend>{t('overlaps.planFields')}</legend>
          {text('name')}
          <div className="field">
            <label htmlFor="plan-objective">{objective?.label}</label>
            <textarea
              id="plan-objective"
              rows={4}
              value={draft.objective}
              onChange={(event) => keep({ ...draft, objective: event.target.value })}
            />
          </div>
          <fieldset className="field">
            <legend>{propertyOf(kind, 'countries')?.label}</legend>
            <PlacesInput
              id="plan-countries"
              codes={draft.countries}
              isInvalid={false}
              onChange={(countries) => keep({ ...draft, countries: [...countries] })}
            />
          </fieldset>
          <div className="field-row">
            {text('start')}
            {text('end')}
          </div>
          <div className="field-row">
            {text('donors')}
            {text('implementers')}
          </div>
          <details className="more">
            <summary>{themes?.label}</summary>
            <div className="checks">
              {Object.entries(themes?.values ?? {}).map(([theme, says]) => (
                <label key={theme} className="check">
                  <input
                    type="checkbox"
                    checked={draft.themes.includes(theme)}
                    onChange={(event) =>
                      keep({
                        ...draft,
                        themes: event.target.checked
                          ? [...draft.themes, theme]
                          : draft.themes.filter((one) => one !== theme),
                      })
                    }
                  />
                  {says}
                </label>
              ))}
            </div>
          </details>
        </fieldset>
        <div className="actions">
          <button type="submit" className="button-main" disabled={check.isPending}>
            {t(check.isPending ? 'overlaps.planBusy' : 'overlaps.planSubmit')}
          </button>
          {typed && (
            <button
              type="button"
              onClick={() => {
                keep(null)
                setAttempt(0)
                check.reset()
              }}
            >
              {t('overlaps.planClear')}
            </button>
          )}
        </div>
      </form>
      {check.data && compared && <Result kind={kind} answer={check.data} plan={compared} />}
    </>
  )
}

interface ResultProps {
  readonly kind: RecordKind
  readonly answer: OverlapCheckAnswer
  readonly plan: Draft
}

function Result({ kind, answer, plan }: ResultProps) {
  const t = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  const projects = { ...answer.projects, [PLAN]: shownOf(plan, answer.read) }
  const say = useOverlapWords(kind, projects)
  useScreenMarking(markingsIn(answer))
  useEffect(() => heading.current?.focus(), [answer])
  const { countries, themes } = answer.read
  return (
    <section className="plan-result" aria-labelledby="plan-result">
      <h2 id="plan-result" tabIndex={-1} ref={heading}>
        {t('overlaps.planResult')} <span className="quiet">{answer.total}</span>
      </h2>
      <p className="quiet">
        {t('overlaps.planRead', {
          countries: countries.length > 0 ? sayFew(countries.map(say.placeName), say) : t('overlaps.nowhere'),
          themes:
            themes.length > 0
              ? say.list(themes.map(({ theme }) => say.themeName(theme)))
              : t('overlaps.nothing'),
        })}
      </p>
      {answer.pairs.length === 0 ? (
        <p>{t('overlaps.noneText')}</p>
      ) : (
        <PairList pairs={answer.pairs} projects={projects} />
      )}
    </section>
  )
}

function planOf({
  name,
  objective,
  countries,
  themes,
  donors,
  implementers,
  start,
  end,
}: Draft): OverlapCheckInput {
  return {
    name: name.trim(),
    objective: objective.trim(),
    countries: [...countries],
    themes: [...themes],
    donors: namesIn(donors),
    implementers: namesIn(implementers),
    start: dateIn(start),
    end: dateIn(end),
  }
}

function dateIn(text: string): PartialDate | null {
  const date = text.trim()
  return isPartialDate(date) ? date : null
}

function given(text: string): readonly string[] {
  return text.trim() === '' ? [] : [text.trim()]
}

/** Names between semicolons or commas. */
function namesIn(text: string): string[] {
  return text
    .split(/[;,]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** As it was typed; countries and themes that were not are those that were read out of its text. */
function shownOf(plan: Draft, read: OverlapCheckAnswer['read']): OverlapProject {
  return {
    entity: PLAN,
    name: plan.name,
    marking: PUBLIC,
    start: given(plan.start),
    end: given(plan.end),
    countries: plan.countries.length > 0 ? plan.countries : read.countries,
    regions: [],
    themes: plan.themes.length > 0 ? plan.themes : read.themes.map(({ theme }) => theme),
    donors: namesIn(plan.donors),
    implementers: namesIn(plan.implementers),
  }
}
