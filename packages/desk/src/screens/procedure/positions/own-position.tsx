/**
 * States or lifts the position of one's own party, where that may be done now.
 *
 * A position speaks for a capital, so each is asked back once before it is on record, with Enter or a click; a reserve
 * says what would lift it. What was said before stays on record; undoing says the former position again, or lifts.
 */
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import { isReserve, type Position, POSITIONS } from '@demarche/core/procedure/position.ts'
import type { Act, NextAct } from '@demarche/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Keys } from '../../../actions/keys.tsx'
import { useRecordAct } from '../../../api/procedure-queries.ts'
import { useSession } from '../../../api/queries.ts'
import { usePreferences } from '../../../frame/preferences.tsx'
import { useTell } from '../../../frame/toasts.tsx'
import { useTyped, wordsSchema } from '../../../frame/typed.ts'
import { RefusalNote } from '../../../parts/await.tsx'
import { useText } from '../../../texts.ts'
import { partyName } from '../../../parts/party-name.ts'
import { sayWhyNot } from '../course/say-hindrance.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'
import { PositionLabel } from './position-label.tsx'
import { pullOf, SIGNS } from './position-summary.ts'

/** True when a letter or digit would be typed into something, or a dialog is open. */
function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"][data-modal], [role="alertdialog"]')) return true
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
}

function isAllowed(next: readonly NextAct[], verb: NextAct['verb']): boolean {
  return next.some((one) => one.verb === verb && one.allowed)
}

export function OwnPosition() {
  const t = useText()
  const tell = useTell()
  const { answer, doctrine } = useProcedureOnScreen()
  const { letterShortcuts } = usePreferences()
  const session = useSession()
  const record = useRecordAct(answer.entity)
  const [asking, setAsking] = useState<Position | 'lift' | null>(null)
  const [typed, keep] = useTyped(answer.entity, `position ${asking}`, wordsSchema)
  const [missing, setMissing] = useState(false)
  const party = session.data?.party ?? ''
  const own = answer.procedure.positions.find((one) => one.party === party)
  const comment = typed?.['comment'] ?? (asking === own?.position ? (own?.comment ?? '') : '')
  const mayState = isAllowed(answer.next, 'state-position')
  const mayLift = isAllowed(answer.next, 'lift-position') && own?.position !== null
  const heading = useRef<HTMLHeadingElement>(null)
  const close = () => {
    keep(null)
    setAsking(null)
    // the form that had the focus goes
    heading.current?.focus()
  }
  const write = (act: Act, told: string, undo?: Act): void => {
    // promises, because undoing may come when this page has gone; what was refused stands beside the buttons
    void record.mutateAsync({ act, follows: answer.head }).then(
      () => {
        close()
        tell(told, undo && (() => write(undo, t('positions.restored'))))
      },
      () => undefined,
    )
  }
  const former: Act | undefined =
    own?.position == null
      ? { verb: 'lift-position' }
      : {
          verb: 'state-position',
          position: own.position,
          ...(own.comment === undefined ? {} : { comment: own.comment }),
        }
  const state = (position: Position, said?: string) =>
    write(
      { verb: 'state-position', position, ...(said ? { comment: said } : {}) },
      t('positions.stated', { party: euCountryCode(party), position: t(`position.${position}`) }),
      former,
    )
  const choose = (position: Position) => {
    if (record.isPending) return
    setMissing(false)
    setAsking(position)
  }
  const lift = () => {
    if (!record.isPending) setAsking('lift')
  }
  const latest = useRef({ choose, lift, mayState, mayLift })
  latest.current = { choose, lift, mayState, mayLift }
  useEffect(() => {
    if (!letterShortcuts) return undefined
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      if (isBusy(event.target)) return
      const position = POSITIONS[Number.parseInt(event.key, 10) - 1]
      if (event.key === '0' && latest.current.mayLift) latest.current.lift()
      else if (position && latest.current.mayState) latest.current.choose(position)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [letterShortcuts])
  if (!own) return null
  if (!mayState && !mayLift) {
    const next = answer.next.find(({ verb }) => verb === 'state-position')
    const why = next && sayWhyNot(t, doctrine, next)
    return (
      <section aria-labelledby="own-title">
        <h2 id="own-title">{t('positions.own', { party: partyName(doctrine, party) })}</h2>
        <p>
          <PositionLabel position={own.position} />
        </p>
        {why && (
          <p className="quiet">
            {why} ({next.rule})
          </p>
        )}
      </section>
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (asking === 'lift')
      write({ verb: 'lift-position' }, t('positions.lifted', { party: euCountryCode(party) }), former)
    else if (asking && isReserve(asking) && comment.trim() === '') setMissing(true)
    else if (asking) state(asking, comment.trim())
  }
  return (
    <section aria-labelledby="own-title">
      <h2 id="own-title" ref={heading} tabIndex={-1}>
        {t('positions.own', { party: partyName(doctrine, party) })}
      </h2>
      <p>
        <PositionLabel position={own.position} />
        {own.comment !== undefined && <> {own.comment}</>}
      </p>
      {own.recordedBy !== undefined && (
        <p className="note" data-tone="warn">
          {t('positions.recordedForYou', { party: partyName(doctrine, own.recordedBy) })}
        </p>
      )}
      {record.isError && <RefusalNote error={record.error} />}
      {mayState && (
        <div className="own-positions" role="group" aria-label={t('positions.choose')}>
          {POSITIONS.map((position, index) => (
            <button
              key={position}
              type="button"
              data-pull={pullOf(position)}
              aria-pressed={own.position === position}
              disabled={record.isPending}
              onClick={() => choose(position)}
            >
              <span aria-hidden="true">{SIGNS[pullOf(position)]}</span> {t(`position.${position}`)}
              {letterShortcuts && <Keys shortcut={String(index + 1)} />}
            </button>
          ))}
          {mayLift && (
            <button type="button" disabled={record.isPending} onClick={lift}>
              {t('positions.lift')}
              {letterShortcuts && <Keys shortcut="0" />}
            </button>
          )}
        </div>
      )}
      {asking && (
        <form className="own-comment" onSubmit={submit} noValidate key={asking}>
          <p>
            <strong>
              {asking === 'lift'
                ? t('positions.askLift', { party: euCountryCode(party) })
                : t('positions.ask', {
                    party: euCountryCode(party),
                    position: t(`position.${asking}`),
                  })}
            </strong>
          </p>
          <p className="quiet">{t('positions.binds', { party: partyName(doctrine, party) })}</p>
          {asking !== 'lift' && (
            <div className="field" data-invalid={missing}>
              <label htmlFor="own-comment">
                {isReserve(asking)
                  ? t('positions.wouldLift', { position: t(`position.${asking}`) })
                  : t('positions.says')}
              </label>
              {missing && (
                <p className="field-error" id="own-comment-error">
                  {t('act.fault.wouldLift')}
                </p>
              )}
              <textarea
                id="own-comment"
                rows={3}
                autoFocus={isReserve(asking)}
                value={comment}
                aria-invalid={missing}
                aria-describedby={missing ? 'own-comment-error' : undefined}
                onChange={(event) => keep({ comment: event.target.value })}
              />
            </div>
          )}
          <div className="actions">
            <button
              type="submit"
              className="button-main"
              disabled={record.isPending}
              autoFocus={asking === 'lift' || !isReserve(asking)}
            >
              {record.isPending
                ? t('record.saving')
                : t(asking === 'lift' ? 'positions.liftIt' : 'positions.state')}
            </button>
            <button type="button" onClick={close}>
              {t('record.cancel')}
            </button>
          </div>
        </form>
      )}
    </section>
  )
}
