/** What would decide it: open facts by how many conclusions they would settle; the desk's to-do list. */
import type { DecisiveFact } from '@demarche/core'
import { useState } from 'react'
import { openLabel } from '../../grounds/about-law.ts'
import { RecordDialog } from '../../record/record-dialog.tsx'
import { useText } from '../../texts.ts'
import { useCase } from '../case/case-context.ts'

export function DecisiveFacts() {
  const t = useText()
  const { dossier, doctrine } = useCase()
  const [stating, setStating] = useState<DecisiveFact | null>(null)
  return (
    <section aria-labelledby="decisive-title">
      <h2 id="decisive-title">{t('decisive.title')}</h2>
      {dossier.decisive.length === 0 ? (
        <p className="quiet">{t('decisive.none')}</p>
      ) : (
        <ol className="decisive">
          {dossier.decisive.map((one) => (
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
                      <li key={id}>{openLabel(dossier, doctrine, id)}</li>
                    ))}
                  </ul>
                </details>
                <button type="button" className="button-quiet" data-row="" onClick={() => setStating(one)}>
                  {t('facts.state')} <span className="sr-only">{one.label}</span>
                </button>
              </div>
            </li>
          ))}
        </ol>
      )}
      {stating && (
        <RecordDialog
          dossier={dossier}
          property={stating.property}
          title={t('facts.addTitle', { label: stating.label })}
          onClose={() => setStating(null)}
        />
      )}
    </section>
  )
}
