/**
 * The drawer in which one act of a procedure is prepared, said again, and done.
 *
 * It asks for exactly what the verb needs. Where others read it at once, the act is said again with its readers and its
 * marking before it happens. A refusal stays beside what was typed; when others went on meanwhile, it shows what they did.
 */
import type { ProcedureAnswer } from '@demarche/api'
import { describeVote } from '@demarche/core/procedure/voting/describe-vote.ts'
import { dayInBrussels } from '@demarche/core/kernel/brussels-day.ts'
import type { Act, Doctrine, NextAct } from '@demarche/core'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { Refusal } from '../../../api/client.ts'
import { useRecordAct } from '../../../api/procedure-queries.ts'
import { MarkingLabel } from '../../../frame/marking-banner.tsx'
import { useTell } from '../../../frame/toasts.tsx'
import { useTyped } from '../../../frame/typed.ts'
import { DialogActions } from '../../../parts/dialog-actions.tsx'
import { useSaidReason } from '../../../parts/fault-lines.tsx'
import { SideDialog } from '../../../parts/side-dialog.tsx'
import { ErrorSummary } from '../../../record/error-summary.tsx'
import { useText } from '../../../texts.ts'
import { actDraftSchema, draftFor, fieldsOf, readDraft } from './act-draft.ts'
import { ActField } from './act-field.tsx'
import { SAID_AGAIN } from './act-fields.ts'
import { actWords, partyCodes } from './act-words.ts'
import { actsSince } from './course-entries.ts'
import { nextLeads, nextName } from './next-words.ts'
import { ActsBetween, Pairs } from './said.tsx'
import { useServerNow } from './use-server-now.ts'

const typedSchema = z.strictObject({
  draft: actDraftSchema,
  /** what the person saw when beginning: what came after it is shown before it is sent again */
  seen: z.string(),
})

interface Props {
  readonly next: NextAct
  /** as it stands now: renewed when others act */
  readonly answer: ProcedureAnswer
  readonly doctrine: Doctrine
  readonly onClose: () => void
}

export function ActDrawer({ next, answer, doctrine, onClose }: Props) {
  const t = useText()
  const reasonIn = useSaidReason()
  const tell = useTell()
  const { procedure, entity } = answer
  const record = useRecordAct(entity)
  const name = nextName(t, next, procedure)
  const leads = nextLeads(t, doctrine, next, procedure)
  const now = useServerNow(answer.at)
  const [typed, keep] = useTyped(
    entity,
    ['act', next.verb, next.transition, next.body].join(' '),
    typedSchema,
  )
  const [untouched] = useState(() => ({
    draft: draftFor(next, answer, doctrine, dayInBrussels(answer.at)),
    seen: answer.head,
  }))
  const { draft, seen } = typed ?? untouched
  const [attempt, setAttempt] = useState(0)
  const [saying, setSaying] = useState<Act | null>(null)
  const read = readDraft(next, draft, new Date(now).toISOString(), procedure.adoptionProposed?.statement)
  const faults = attempt > 0 && 'faults' in read ? read.faults : []
  const between = actsSince(procedure, seen)
  const isStale = record.error instanceof Refusal && record.error.code === 'stale-write'
  const stillAllowed = answer.next.some(
    (one) =>
      one.verb === next.verb &&
      one.allowed &&
      (next.verb !== 'move' || one.transition === next.transition) &&
      (next.body === undefined || one.body === next.body),
  )
  const close = () => {
    keep(null)
    onClose()
  }
  const send = (act: Act, follows: string) =>
    record.mutate(
      { act, follows },
      {
        onSuccess: () => {
          tell(t('act.done', { what: name }))
          close()
        },
        onError: () => {
          setSaying(null)
          setAttempt((count) => count + 1)
        },
      },
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt(attempt + 1)
    if ('faults' in read) return
    if (SAID_AGAIN.includes(read.act.verb)) setSaying(read.act)
    else send(read.act, seen)
  }
  if (saying) {
    return (
      <SideDialog title={t('act.sayAgain', { what: name })} onClose={close}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            send(saying, seen)
          }}
          // the key that asked for this page may still be down
          onKeyDown={(event) => event.repeat && event.preventDefault()}
        >
          <p>{t('act.aboutTo', { title: procedure.title })}</p>
          {/* said first, so that nobody has to look for it */}
          <Pairs
            words={[
              ...actWords(t, doctrine, saying),
              ...(saying.verb === 'confirm' && procedure.adoptionProposed
                ? actWords(t, doctrine, { verb: 'adopt', acts: [...procedure.adoptionProposed.acts] })
                : []),
            ]}
          />
          {saying.verb === 'record-vote' && !saying.present && procedure.vote?.outcome && (
            <p>
              {t('act.voteGives', {
                outcome: t(`whatIf.outcome.${describeVote(procedure.vote.outcome).state}`),
              })}
            </p>
          )}
          {leads && <p>{leads}</p>}
          <div className="note" data-tone="warn">
            <p>
              {t('act.readers')} <MarkingLabel marking={answer.marking} />
            </p>
            {saying.verb === 'circulate' && answer.marking.releasableTo && (
              <Unreached to={saying.to} releasableTo={answer.marking.releasableTo} />
            )}
            <p>{t('act.stays')}</p>
          </div>
          <div className="actions sticky-actions">
            <button
              type="submit"
              className="button-main"
              disabled={record.isPending}
              autoFocus
              // this button comes up under the pointer: the second half of a double click has read nothing
              onClick={(event) => event.detail > 1 && event.preventDefault()}
            >
              {record.isPending ? t('record.saving') : name}
            </button>
            <button type="button" onClick={() => setSaying(null)}>
              {t('act.back')}
            </button>
          </div>
        </form>
      </SideDialog>
    )
  }
  const specs = fieldsOf(next.verb, draft)
  const labelOf = (field: string) => {
    const spec = specs.find((one) => one.name === field)
    return spec ? t(`act.field.${spec.label}`) : field
  }
  return (
    <SideDialog title={name} onClose={close}>
      <form onSubmit={submit} noValidate>
        {leads && <p>{leads}</p>}
        {next.expects && <p className="quiet">{t('next.expects', { what: next.expects })}</p>}
        {isStale && between.length > 0 ? (
          <ActsBetween
            acts={between}
            doctrine={doctrine}
            stillAllowed={stillAllowed}
            onTake={() => {
              keep({ draft, seen: answer.head })
              record.reset()
            }}
          />
        ) : (
          <ErrorSummary
            faults={faults.map(({ field, fault }) => ({
              field,
              message: t('act.faultOf', { label: labelOf(field), fault: t(`act.fault.${fault}`) }),
            }))}
            error={record.error}
            attempt={attempt}
          />
        )}
        {next.verb === 'confirm' && procedure.adoptionProposed && (
          <Pairs
            words={actWords(t, doctrine, { verb: 'adopt', acts: [...procedure.adoptionProposed.acts] })}
          />
        )}
        {specs.map((spec) => {
          const fault = faults.find(({ field }) => field === spec.name)?.fault
          const refusal =
            record.error instanceof Refusal
              ? record.error.faults.find(({ place }) => place === `/act/${spec.name}`)
              : undefined
          const refused = refusal && reasonIn(refusal.message, refusal.words)
          return (
            <ActField
              key={spec.name}
              spec={spec}
              next={next}
              answer={answer}
              doctrine={doctrine}
              draft={draft}
              now={now}
              error={fault ? t(`act.fault.${fault}`) : refused}
              onChange={(changed) => keep({ draft: changed, seen })}
            />
          )
        })}
        <DialogActions
          submit={SAID_AGAIN.includes(next.verb) ? t('act.goOn') : t('record.save')}
          isSending={record.isPending}
          isBlocked={isStale && between.length > 0}
          onClose={close}
        />
      </form>
    </SideDialog>
  )
}

/** Whom a circulation names although the marking keeps it from them. */
function Unreached({
  to,
  releasableTo,
}: {
  readonly to: readonly string[]
  readonly releasableTo: readonly string[]
}) {
  const t = useText()
  const kept = to.filter((party) => !releasableTo.includes(party))
  return kept.length === 0 ? null : <p>{t('act.unreached', { parties: partyCodes(kept) })}</p>
}
