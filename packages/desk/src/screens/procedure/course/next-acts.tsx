/**
 * What may be done next, with a button for each; below it the steps that wait for something that is not there yet; and,
 * folded, what may not be done, why, by whom.
 */
import type { NextAct } from '@demarche/core'
import { useState } from 'react'
import { procedurePath } from '../../../frame/address.ts'
import { GoLink } from '../../../frame/go-link.tsx'
import { AuthorityMark, Unverified } from '../../../parts/authority-mark.tsx'
import { useText } from '../../../texts.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'
import { ActDrawer } from './act-drawer.tsx'
import { isHere } from './act-fields.ts'
import { partyCodes } from './act-words.ts'
import { nextLeads, nextName } from './next-words.ts'

/** A paper that is not on file, a reserve that stands, a vote that is not won. */
const WAITS: readonly string[] = ['PRC-09', 'PRC-10', 'PRC-14']

const urgency = ({ verb, leadsTo }: NextAct): number =>
  verb === 'confirm' ? 0 : leadsTo === undefined ? 2 : 1

const keyOf = ({ verb, transition, body }: NextAct): string => `${verb} ${transition ?? ''} ${body ?? ''}`

export function NextActs() {
  const t = useText()
  const { answer, doctrine } = useProcedureOnScreen()
  const [open, setOpen] = useState<NextAct | null>(null)
  const possible = answer.next.filter((next) => next.allowed)
  // what somebody else waits for comes first, then what leads on
  const allowed = possible.toSorted((a, b) => urgency(a) - urgency(b))
  const refused = answer.next.filter((next) => !next.allowed)
  // who may take the step is weighed before what it needs: these are the reader's own
  const waiting = refused.filter(({ rule, leadsTo }) => leadsTo !== undefined && WAITS.includes(rule ?? ''))
  const others = refused.filter((next) => !waiting.includes(next))
  return (
    <section aria-labelledby="next-title">
      <h2 id="next-title">{t('course.next')}</h2>
      {allowed.length === 0 && (
        <p className="quiet">{answer.next.length === 0 ? t('next.past') : t('next.none')}</p>
      )}
      <ul className="next-acts">
        {allowed.map((next) => (
          <li key={keyOf(next)}>
            {isHere(next.verb) ? (
              <button type="button" data-row="" disabled={!doctrine} onClick={() => setOpen(next)}>
                {nextName(t, next, answer.procedure)}
              </button>
            ) : (
              // acts on the text stand beside the text
              <GoLink className="button" data-row="" to={procedurePath(answer.entity, 'text')}>
                {t('next.inText', { what: next.label })}
              </GoLink>
            )}
            <NextNotes next={next} />
          </li>
        ))}
      </ul>
      {waiting.length > 0 && (
        <>
          <h3>{t('next.waiting')}</h3>
          <Refused acts={waiting} />
        </>
      )}
      {others.length > 0 && (
        <details className="more">
          <summary>{t('next.notNow', { count: others.length })}</summary>
          <Refused acts={others} />
        </details>
      )}
      {open && doctrine && (
        <ActDrawer next={open} answer={answer} doctrine={doctrine} onClose={() => setOpen(null)} />
      )}
    </section>
  )
}

/** What may not be done, why, by whom, and what is missing. */
function Refused({ acts }: { readonly acts: readonly NextAct[] }) {
  const t = useText()
  const { answer } = useProcedureOnScreen()
  return (
    <ul className="plain-rows">
      {acts.map((next) => (
        <li key={keyOf(next)}>
          <strong>{nextName(t, next, answer.procedure)}</strong>
          {next.body && <span className="quiet"> {t(`body.${next.body}`)}</span>}
          {/* what is not on file says it already */}
          {next.why && next.missing.documents.length === 0 && (
            <p>
              {next.why} {next.rule && <span className="quiet">({next.rule})</span>}
            </p>
          )}
          {next.missing.documents.length > 0 && (
            <p>
              {t('next.missingDocuments', {
                documents: next.missing.documents.map(({ label }) => label).join(', '),
              })}
            </p>
          )}
          {next.missing.positions.length > 0 && (
            <p>{t('next.missingPositions', { parties: partyCodes(next.missing.positions) })}</p>
          )}
          <p className="quiet">{t('course.by', { who: next.by.join('; ') })}</p>
          <NextNotes next={next} />
        </li>
      ))}
    </ul>
  )
}

/** Where it leads, what is expected of the positions, how long it usually takes. */
function NextNotes({ next }: { readonly next: NextAct }) {
  const t = useText()
  const { answer, doctrine } = useProcedureOnScreen()
  const { expects, usual, verified } = next
  const leads = nextLeads(t, doctrine, next, answer.procedure)
  return (
    <p className="next-notes quiet">
      {leads && <span>{leads}</span>}
      {expects && <span>{t('next.expects', { what: expects })}</span>}
      {usual && (
        <span>
          {t('next.usual', { time: usual.text })}{' '}
          {usual.basis === 'our-judgement' ? <AuthorityMark authority="our-judgement" /> : `(${usual.basis})`}
        </span>
      )}
      {!verified && <Unverified />}
    </p>
  )
}
