/** The papers of a case before any procedure: report, triage, assessment, attribution; written from what the reader may see. */
import { CASE_OUTLINES } from '@demarche/api/circulated-outlines.ts'
import { entryOn } from '@demarche/core/procedure/graph.ts'
import { useState } from 'react'
import { fetchFile } from '../../api/client.ts'
import type { PaperForm } from '../../api/paper-form.ts'
import { caseDocumentAddress } from '../../api/queries.ts'
import { useAsOf } from '../../frame/address.ts'
import { PaperPreview } from '../../parts/paper-preview.tsx'
import { PaperButtons } from '../../parts/paper-forms.tsx'
import { PaperLanguage, usePaperLanguage } from '../../parts/paper-language.tsx'
import { useText } from '../../texts.ts'
import { useViewAs } from '../access/view-as.ts'
import { useCase } from '../case/case-context.ts'

export function CasePapers() {
  const t = useText()
  const { dossier, doctrine } = useCase()
  const [asOf] = useAsOf()
  const [as] = useViewAs()
  const [language, choose] = usePaperLanguage()
  const [shown, setShown] = useState<string>()
  if (!doctrine) return null
  const outlines = CASE_OUTLINES.flatMap((id) => entryOn(doctrine.documents, id, dossier.asOf) ?? [])
  return (
    <section aria-labelledby="case-papers" className="papers">
      <h3 id="case-papers">{t('papers.ofCaseTitle')}</h3>
      <p className="quiet">{t('papers.ofCaseLead')}</p>
      <PaperLanguage language={language} choose={choose} />
      <ul className="plain paper-list">
        {outlines.map(({ id, label }) => {
          const address = (form: PaperForm) => caseDocumentAddress(dossier.entity, id, form, asOf, as)
          const isShown = shown === id
          return (
            <li key={id}>
              <article aria-labelledby={id}>
                <h4 id={id}>{label}</h4>
                <div className="actions">
                  <button
                    type="button"
                    aria-expanded={isShown}
                    onClick={() => setShown(isShown ? undefined : id)}
                  >
                    {t(isShown ? 'papers.hide' : 'papers.look')}
                    <span className="sr-only"> {label}</span>
                  </button>
                </div>
                <PaperButtons
                  name={label}
                  language={language}
                  take={(form) => fetchFile(address(form), `${id.replace('doc-', '')}.${form.format}`)}
                />
                {isShown && (
                  <PaperPreview
                    address={address({ format: 'md', language })}
                    version={Object.keys(dossier.statements).join()}
                  />
                )}
              </article>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
