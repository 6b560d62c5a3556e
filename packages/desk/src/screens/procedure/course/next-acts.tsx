/**
 * What may be done next, with a button for each; below it the steps that wait for something that is not there yet; and,
 * folded, what may not be done, why, by whom.
 */
import { AUTHORITIES } from '@demarche/core/kernel/doctrine-entry.ts'
import type { NextAct } from '@demarche/core'
import { useState } from 'react'
import { procedurePath } from '../../../frame/address.ts'
import { GoLink } from '../../../frame/go-link.tsx'
import { AuthorityMark, Unverified } from '../../../parts/authority-mark.tsx'
import { ON_RECORD } from '../../../parts/language-on-record.ts'
import { SpeltOut } from '../../../parts/spelt-out.tsx'
import { saidLabel } from '../../../record/doctrine-labels.ts'
import { useText } from '../../../texts.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'
import { ActDrawer } from './act-drawer.tsx'
import { isHere } from './act-fields.ts'
import { partyCodes } from './act-words.ts'
import { nextLeads, nextName } from './next-words.ts'
import { sayRole } from '../../../parts/say-refusal.ts'
import { semicolon } from '../../../parts/semicolon.ts'
import { sayWhyNot } from './say-hindrance.ts'

/** A paper that is not on file, a reserve that stands, a vote that is not won. */
const WAITS: readonly string[] = ['PRC-09', 'PRC-10', 'PRC-14']

const urgency = ({ verb, leadsTo }: NextAct): number =>
  verb === 'confirm' ? 0 : leadsTo === undefined ? 2 : 1

/** Ends the file: it stands apart from what leads on. */
const ENDS: readonly string[] = ['take-no-action', 'let-lapse']

const keyOf = ({ verb, transition, body }: NextAct): string => `${verb} ${transition ?? ''} ${body ?? ''}`

export function NextActs() {
  const t = useText()
  const { answer, doctrine } = useProcedureOnScreen()
  const [open, setOpen] = useState<NextAct | null>(null)
  const possible = answer.next.filter((next) => next.allowed)
  // what somebody else waits for comes first, then what leads on
  const allowed = possible.toSorted((a, b) => urgency(a) - urgency(b))
  const [leading, ending] = [
    allowed.filter(({ verb }) => !ENDS.includes(verb)),
    allowed.filter(({ verb }) => ENDS.includes(verb)),
  ]
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
      <Choices acts={leading} onOpen={setOpen} />
      {ending.length > 0 && (
        <>
          <h3>{t('next.ending')}</h3>
          <Choices acts={ending} onOpen={setOpen} />
        </>
      )}
      {waiting.length > 0 && (
        <>
          <h3>{t('next.waiting')}</h3>
          <Refused acts={waiting} />
        </>
      )}
      {others.length > 0 && (
        <details className="more">
          <summary>{t('next.notNow', { count: others.length })}</summary>
          <ByReason acts={others} />
        </details>
      )}
      {open && doctrine && (
        <ActDrawer next={open} answer={answer} doctrine={doctrine} onClose={() => setOpen(null)} />
      )}
    </section>
  )
}

function Choices({
  acts,
  onOpen,
}: {
  readonly acts: readonly NextAct[]
  readonly onOpen: (next: NextAct) => void
}) {
  const t = useText()
  const { answer, doctrine } = useProcedureOnScreen()
  return (
    <ul className="next-acts">
      {acts.map((next) => (
        <li key={keyOf(next)}>
          {isHere(next.verb) ? (
            <button type="button" data-row="" disabled={!doctrine} onClick={() => onOpen(next)}>
              <SpeltOut text={nextName(t, next, answer.procedure)} />
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
  )
}

function reasonOf({ rule, why, missing }: NextAct): string {
  return JSON.stringify([rule, missing.documents.length > 0 ? missing.documents : why])
}

/** What may not be done for one reason: said once, with everything that it stands against. */
function ByReason({ acts }: { readonly acts: readonly NextAct[] }) {
  const t = useText()
  const { answer } = useProcedureOnScreen()
  return (
    <ul className="plain-rows">
      {[...Map.groupBy(acts, reasonOf)].map(([reason, group]) => (
        <li key={reason}>
          <strong>
            <SpeltOut text={group.map((next) => nextName(t, next, answer.procedure)).join(semicolon())} />
          </strong>
          {group[0] && <Why next={group[0]} />}
        </li>
      ))}
    </ul>
  )
}

/** Why something may not be done, and by whom it could be where the reason does not say so. */
function Why({ next }: { readonly next: NextAct }) {
  const t = useText()
  const { doctrine } = useProcedureOnScreen()
  const { rule, missing, roles } = next
  const why = sayWhyNot(t, doctrine, next)
  return (
    <>
      {/* what is not on file says it already */}
      {why && missing.documents.length === 0 && (
        <p>
          {why} {rule && <span className="quiet">({rule})</span>}
        </p>
      )}
      {missing.documents.length > 0 && (
        <p>
          {t('next.missingDocuments', { documents: missing.documents.map(({ label }) => label).join(', ') })}
        </p>
      )}
      {missing.positions.length > 0 && (
        <p>{t('next.missingPositions', { parties: partyCodes(missing.positions) })}</p>
      )}
      {rule !== 'PRC-03' && (
        <p className="quiet">
          {t('course.by', { who: roles.map((one) => sayRole(t, one)).join(semicolon()) })}
        </p>
      )}
    </>
  )
}

/** What may not be done yet, why, by whom, and where it would lead. */
function Refused({ acts }: { readonly acts: readonly NextAct[] }) {
  const t = useText()
  const { answer } = useProcedureOnScreen()
  return (
    <ul className="plain-rows">
      {acts.map((next) => (
        <li key={keyOf(next)}>
          <strong>
            <SpeltOut text={nextName(t, next, answer.procedure)} />
          </strong>
          {next.body && (
            <span className="quiet">
              {' '}
              <SpeltOut text={t(`body.${next.body}`)} />
            </span>
          )}
          <Why next={next} />
          <NextNotes next={next} />
        </li>
      ))}
    </ul>
  )
}

/** What doctrine says where no time is usual. */
const SAYS_NOTHING: readonly string[] = ['n/a', 'open']

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
      {usual && !SAYS_NOTHING.some((nothing) => usual.text === saidLabel(nothing)) && (
        <span>
          {t('next.usual', { time: usual.text })} <Basis basis={usual.basis} />
        </span>
      )}
      {!verified && <Unverified />}
    </p>
  )
}

/** What a usual time rests on: the kind of authority, and in which words where it has some. */
function Basis({ basis }: { readonly basis: string }) {
  const [kind, words] = basis.split(/: (.*)/s)
  const authority = AUTHORITIES.find((one) => one === kind)
  if (!authority) return <span lang={ON_RECORD}>({basis})</span>
  return (
    <>
      <AuthorityMark authority={authority} />
      {words !== undefined && ` (${saidLabel(words)})`}
    </>
  )
}
