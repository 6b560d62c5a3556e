/**
 * The joint text: paragraph by paragraph how far it is agreed, amendments side by side, versions, and what was given up.
 *
 * What is typed here is kept in this tab until it is on record.
 */
import { isAgreed } from '@demarche/core/procedure/joint-text/joint-text.ts'
import type { ActVerb } from '@demarche/core'
import { useSaidReason } from '../../../parts/fault-lines.tsx'
import { JumpList } from '../../../parts/jump-list.tsx'
import { useText } from '../../../texts.ts'
import { sayWhyNot } from '../course/say-hindrance.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'
import { AmendmentCard } from './amendment-card.tsx'
import { BesideAttributions } from './beside-attributions.tsx'
import { GivenUpList } from './given-up-list.tsx'
import { Holds, ParagraphCard } from './paragraph-card.tsx'
import { SetTextForm } from './set-text-form.tsx'
import { useMay } from './use-text-act.ts'
import { Versions } from './versions.tsx'

const VERBS: readonly ActVerb[] = ['amend', 'decide-amendment', 'agree-paragraph', 'set-text']

export default function TextTab() {
  const t = useText()
  const reasonIn = useSaidReason()
  const { answer } = useProcedureOnScreen()
  const may = useMay()
  const { paragraphs, removed, versions, holds, faults } = answer.text
  const withStatus = (status: string) => paragraphs.filter((paragraph) => paragraph.status === status).length
  const maySet = may('set-text')
  if (versions.length === 0) {
    return (
      <section className="joint-text" aria-labelledby="text-title">
        <h2 id="text-title">{t('text.title')}</h2>
        <p className="lead">{t('text.none')}</p>
        {maySet?.allowed ? <SetTextForm /> : <NotAllowed verbs={['set-text']} />}
      </section>
    )
  }
  return (
    <div className="joint-text">
      <section aria-labelledby="text-title">
        <h2 id="text-title">{t('text.titleOf', { version: versions.length })}</h2>
        <p role="status">
          {isAgreed(answer.text)
            ? t('text.allAgreed', { count: paragraphs.length })
            : t('text.counts', {
                agreed: withStatus('agreed'),
                open: withStatus('open'),
                reserved: withStatus('reserved'),
              })}
        </p>
        <JumpList
          targets={[
            { id: 'versions-title', label: t('text.versions', { count: versions.length }) },
            ...(versions.length > 1 ? [{ id: 'given-up-title', label: t('givenUp.title') }] : []),
            { id: 'beside-title', label: t('beside.title') },
          ]}
        />
        {holds.length > 0 && (
          <div className="note" data-tone="warn">
            <h3>{t('text.wholeHeld')}</h3>
            <Holds holds={holds} />
          </div>
        )}
        {paragraphs.map((paragraph, index) => (
          <ParagraphCard key={paragraph.id} paragraph={paragraph} number={index + 1} />
        ))}
        {removed.length > 0 && (
          <details className="more">
            <summary>{t('text.removed', { count: removed.length })}</summary>
            {removed.map(({ id, text, removedIn, pending, decided }) => (
              <section key={id} className="paragraph">
                <p>
                  <span className="mono">{id}</span>{' '}
                  <span className="quiet">{t('text.removedIn', { version: removedIn })}</span>{' '}
                  <del>{text}</del>
                </p>
                <div className="amendments">
                  {[...pending, ...decided].map((amendment) => (
                    <AmendmentCard key={amendment.statement} amendment={amendment} now={text} />
                  ))}
                </div>
              </section>
            ))}
          </details>
        )}
        {faults.length > 0 && (
          <div className="note" data-tone="warn">
            <h3>{t('text.faults')}</h3>
            <ul>
              {faults.map(({ statement, text, words, rule }) => (
                <li key={statement}>
                  {reasonIn(text, words)} <span className="quiet">({rule})</span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {maySet?.allowed && (
          <details className="more lay-anew">
            <summary>{t('text.layAnew')}</summary>
            <SetTextForm />
          </details>
        )}
        <NotAllowed verbs={VERBS} />
      </section>
      <Versions />
      <GivenUpList />
      <BesideAttributions />
    </div>
  )
}

/** What the reader may not do with the text, by whom it is done, and why not. */
function NotAllowed({ verbs }: { readonly verbs: readonly ActVerb[] }) {
  const t = useText()
  const { doctrine } = useProcedureOnScreen()
  const may = useMay()
  const refused = verbs.flatMap((verb) => {
    const next = may(verb)
    return next && !next.allowed ? [{ verb, ...next }] : []
  })
  if (refused.length === 0) return null
  return (
    <details className="more not-allowed">
      <summary>{t('text.mayNot', { count: refused.length })}</summary>
      <ul>
        {refused.map((next) => (
          <li key={next.verb}>
            {next.label}
            {t('mark.colon')} <span className="quiet">{sayWhyNot(t, doctrine, next)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
