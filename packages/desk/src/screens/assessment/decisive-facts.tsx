/** What would decide it: open facts by how many conclusions they would settle; the desk's to-do list. */
import type { DecisiveFact } from '@demarche/core'
import { useState } from 'react'
import { openLabel } from '../../grounds/labels.ts'
import { MayRecord } from '../../record/may-record.tsx'
import { RecordDialog } from '../../record/record-dialog.tsx'
import { useText } from '../../texts.ts'
import { useCase } from '../case/case-context.ts'

/** What fits on a screen; the rest is one step away. */
const SHOWN = 8

function Questions({
  questions,
  start = 1,
  onState,
}: {
  readonly questions: readonly DecisiveFact[]
  readonly start?: number
  readonly onState: (one: DecisiveFact) => void
}) {
  const t = useText()
  const { dossier, doctrine } = useCase()
  return (
    <ol className="decisive" start={start}>
      {questions
        .map((one) => ({ ...one, label: openLabel(dossier, doctrine, one.property, t) }))
        .map((one) => (
          <li key={one.property}>
            <p>
              <strong>{one.label}</strong> <span className="quiet">{t(`decisive.state.${one.state}`)}</span>
              {one.askedOfPeople && <span className="tag">{t('decisive.people')}</span>}
            </p>
            <div className="decisive-foot">
              <details>
                <summary>{t('decisive.settles', { count: one.settles.length })}</summary>
                <ul>
                  {one.settles.map((id) => (
                    <li key={id}>{openLabel(dossier, doctrine, id, t)}</li>
                  ))}
                </ul>
              </details>
              <MayRecord>
                <button type="button" className="button-quiet" data-row="" onClick={() => onState(one)}>
                  {t('facts.state')} <span className="sr-only">{one.label}</span>
                </button>
              </MayRecord>
            </div>
          </li>
        ))}
    </ol>
  )
}

export function DecisiveFacts() {
  const t = useText()
  const { dossier } = useCase()
  const rest = dossier.decisive.slice(SHOWN)
  const [stating, setStating] = useState<DecisiveFact | null>(null)
  return (
    <section aria-labelledby="decisive-title">
      <h2 id="decisive-title">{t('decisive.title')}</h2>
      {dossier.decisive.length === 0 ? (
        <p className="quiet">{t('decisive.none')}</p>
      ) : (
        <>
          <Questions questions={dossier.decisive.slice(0, SHOWN)} onState={setStating} />
          {rest.length > 0 && (
            <details className="decisive-rest">
              <summary>{t('decisive.showAll', { count: dossier.decisive.length })}</summary>
              <Questions questions={rest} start={SHOWN + 1} onState={setStating} />
            </details>
          )}
        </>
      )}
      {stating && (
        <RecordDialog
          property={stating.property}
          title={t('facts.addTitle', { label: stating.label })}
          onClose={() => setStating(null)}
        />
      )}
    </section>
  )
}
