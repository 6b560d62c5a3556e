/**
 * Opens procedures: chooses measures of a package or of the catalogue, and opens one procedure for each.
 *
 * It says of each measure whether it is available and what it turns on; it keeps nobody from opening one that is not,
 * for what is open may be found meanwhile. Whoever may open none at all is told so before anything is typed. A refusal of the server stays beside what was typed; what was opened before
 * it stays open.
 */
import { highestMarking, isAtLeastAsStrict, WORKING } from '@demarche/core/kernel/marking.ts'
import { isForPositions } from '@demarche/core/procedure/marking.ts'
import type { Doctrine, Dossier } from '@demarche/core'
import { type FormEvent, useState } from 'react'
import { useOpenProcedure } from '../../api/procedure-queries.ts'
import { useSession } from '../../api/queries.ts'
import { procedurePath, today, useGo } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useTell } from '../../frame/toasts.tsx'
import { useTyped, wordsSchema } from '../../frame/typed.ts'
import { DialogActions } from '../../parts/dialog-actions.tsx'
import { SideDialog } from '../../parts/side-dialog.tsx'
import { ErrorSummary } from '../../record/error-summary.tsx'
import { draftMarking, markingIn } from '../../record/marking-draft.ts'
import { MarkingFields } from '../../record/marking-fields.tsx'
import { useText } from '../../texts.ts'
import { useCase } from '../case/case-context.ts'
import { MeasureChoice } from './measure-choice.tsx'
import { RightsGate, rightsGates } from './rights-gate.tsx'
import { sayWhyNot } from '../procedure/course/say-hindrance.ts'
import { type OpenDraft, openableMeasures, openingsOf, whyNotOpen } from './openable-measures.ts'

interface Props {
  readonly dossier: Dossier
  /** the package that was chosen; undefined for the whole catalogue */
  readonly packageId?: string | undefined
  readonly onClose: () => void
}

const PATHS = ['normal', 'crisis'] as const

export default function OpenDialog(props: Props) {
  const t = useText()
  const { doctrine } = useCase()
  const { data: session } = useSession()
  if (!doctrine || !session) return null
  const why = whyNotOpen(doctrine, session, new Date().toISOString())
  if (why === null) return <OpenForm {...props} doctrine={doctrine} />
  return (
    <SideDialog title={t('open.title')} onClose={props.onClose}>
      <div className="note" data-tone="warn">
        <h3>{t('open.notYours')}</h3>
        <p>{sayWhyNot(t, doctrine, why)}</p>
        {!doctrine.parties?.some(({ code }) => code === session.party) && (
          <p>
            {t('open.noParty', { party: session.party })} <GoLink to="/account">{t('open.sayParty')}</GoLink>
          </p>
        )}
      </div>
    </SideDialog>
  )
}

function OpenForm({ dossier, packageId, onClose, doctrine }: Props & { readonly doctrine: Doctrine }) {
  const t = useText()
  const go = useGo()
  const tell = useTell()
  const open = useOpenProcedure(dossier.entity)
  const [words, keep] = useTyped(dossier.entity, 'open', wordsSchema)
  const [choice, setChoice] = useState<Omit<OpenDraft, 'reason' | 'subjects' | 'rightsReason'>>({
    package: packageId,
    chosen: [],
    titles: {},
    path: 'normal',
  })
  const draft = {
    ...choice,
    reason: words?.['reason'] ?? '',
    subjects: words?.['subjects'] ?? '',
    rightsReason: words?.['rightsReason'] ?? '',
  }
  const [marking, setMarking] = useState(() => draftMarking(highestMarking([dossier.marking, WORKING])))
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [attempt, setAttempt] = useState(0)
  const [isSending, setSending] = useState(false)
  const measures = openableMeasures(dossier, doctrine, draft.package, today())
  const titleOf = (measure: string, label: string) =>
    draft.titles[measure] ?? `${label}${t('mark.colon')} ${dossier.name}`.slice(0, 300)
  const chosen = measures.filter(({ finding, track }) => track && draft.chosen.includes(finding.measure))
  const lists = chosen.some((one) => one.lists)
  const gates = rightsGates(
    dossier,
    doctrine,
    draft,
    chosen.map(({ finding }) => finding.measure),
  )
  const needsReason = gates.some(({ weighed }) => weighed.opens === 'reason')
  const faults = [
    ...(chosen.length === 0 ? [{ field: 'open-measures', message: t('open.fault.measure') }] : []),
    ...chosen
      .filter(({ finding }) => titleOf(finding.measure, finding.label).trim() === '')
      .map(({ finding }) => ({ field: `title-${finding.measure}`, message: t('open.fault.title') })),
    ...(isForPositions(markingIn(marking))
      ? []
      : [{ field: 'open-marking', message: t('open.fault.marking') }]),
    ...(needsReason && draft.rightsReason.trim() === ''
      ? [{ field: 'open-rights-reason', message: t('rights.fault.reason') }]
      : []),
    ...(draft.reason.trim() === '' ? [{ field: 'open-reason', message: t('fault.reason') }] : []),
  ]
  const close = () => {
    keep(null)
    onClose()
  }
  const send = async () => {
    const titles = Object.fromEntries(
      chosen.map(({ finding }) => [finding.measure, titleOf(finding.measure, finding.label)]),
    )
    const inputs = openingsOf({ ...draft, titles }, measures, markingIn(marking), opened)
    setSending(true)
    let last: string | undefined
    try {
      // one after the other: a refusal says of which measure it speaks
      for (const input of inputs) {
        const answer = await open.mutateAsync(input)
        last = answer.entity
        setOpened((before) => new Set([...before, input.measure]))
      }
      tell(t('open.done', { count: inputs.length }))
      close()
      if (inputs.length === 1 && last !== undefined) go(procedurePath(last))
    } catch {
      // the refusal stands in the form
    } finally {
      setSending(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (faults.length === 0) void send()
  }
  const shown = attempt > 0 ? faults : []
  const reasonFault = shown.find(({ field }) => field === 'open-reason')?.message
  return (
    <SideDialog title={t('open.title')} onClose={close}>
      <form onSubmit={submit} noValidate>
        <p>{t('open.intro')}</p>
        <ErrorSummary faults={shown} error={open.error} attempt={attempt} />
        {opened.size > 0 && (
          <p className="note" role="status">
            {t('open.openedSoFar', { count: opened.size })}
          </p>
        )}
        <div className="field">
          <label htmlFor="open-package">{t('open.package')}</label>
          <select
            id="open-package"
            value={draft.package ?? ''}
            onChange={(event) =>
              setChoice({
                ...choice,
                package: event.target.value === '' ? undefined : event.target.value,
                chosen: [],
              })
            }
          >
            <option value="">{t('open.noPackage')}</option>
            {dossier.packages.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <MeasureChoice
          dossier={dossier}
          measures={measures}
          draft={draft}
          opened={opened}
          titleOf={titleOf}
          error={shown.find(({ field }) => field === 'open-measures')?.message}
          onChange={setChoice}
        />
        <fieldset className="field">
          <legend>{t('procedure.path')}</legend>
          {PATHS.map((path) => (
            <label key={path} className="check">
              <input
                type="radio"
                name="path"
                checked={draft.path === path}
                onChange={() => setChoice({ ...choice, path })}
              />
              {t(`open.path.${path}`)}
            </label>
          ))}
        </fieldset>
        <RightsGate
          entity={dossier.entity}
          gates={gates}
          reason={draft.rightsReason}
          fault={shown.find(({ field }) => field === 'open-rights-reason')?.message}
          onReason={(rightsReason) => keep({ ...words, rightsReason })}
        />
        <div className="field" data-invalid={reasonFault !== undefined}>
          <label htmlFor="open-reason">{t('open.reason')}</label>
          {reasonFault && (
            <p className="field-error" id="open-reason-error">
              {reasonFault}
            </p>
          )}
          <textarea
            id="open-reason"
            rows={3}
            value={draft.reason}
            aria-invalid={reasonFault !== undefined}
            aria-describedby={reasonFault ? 'open-reason-error' : undefined}
            onChange={(event) => keep({ ...words, reason: event.target.value })}
          />
        </div>
        {lists && (
          <div className="field">
            <label htmlFor="open-subjects">{t('open.subjects')}</label>
            <p className="hint" id="open-subjects-hint">
              {t('open.subjectsHint')}
            </p>
            <textarea
              id="open-subjects"
              rows={3}
              aria-describedby="open-subjects-hint"
              value={draft.subjects}
              onChange={(event) => keep({ ...words, subjects: event.target.value })}
            />
          </div>
        )}
        <fieldset className="group" id="open-marking" tabIndex={-1}>
          <legend>{t('open.marking')}</legend>
          <p className="hint">{t('open.markingHint')}</p>
          {shown
            .filter(({ field }) => field === 'open-marking')
            .map(({ field, message }) => (
              <p key={field} className="field-error">
                {message}
              </p>
            ))}
          <MarkingFields draft={marking} onChange={setMarking} />
          {!isAtLeastAsStrict(markingIn(marking), dossier.marking) && (
            <p className="note" data-tone="warn" role="status">
              {t('open.lowered')}
            </p>
          )}
        </fieldset>
        <DialogActions
          submit={t('open.submit', { count: Math.max(1, chosen.length) })}
          isSending={isSending}
          isBlocked={gates.some(({ weighed }) => weighed.opens === 'refused')}
          onClose={close}
        />
      </form>
    </SideDialog>
  )
}
