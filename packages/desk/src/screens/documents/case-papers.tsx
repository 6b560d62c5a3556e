/** The papers of a case before any procedure: report, triage, assessment, attribution; written from what the reader may see. */
import { CASE_OUTLINES } from '@demarche/api/circulated-outlines.ts'
import type { Language } from '@demarche/core/kernel/language.ts'
import { entryOn } from '@demarche/core/procedure/graph.ts'
import { useState } from 'react'
import { caseDocumentAddress } from '../../api/queries.ts'
import { useAsOf } from '../../frame/address.ts'
import { WrittenPaper } from '../../parts/written-paper.tsx'
import { useText } from '../../texts.ts'
import { useViewAs } from '../access/view-as.ts'
import { useCase } from '../case/case-context.ts'

/** @param language in which they are written */
export function CasePapers({ language }: { readonly language: Language }) {
  const t = useText()
  const { dossier, doctrine } = useCase()
  const [asOf] = useAsOf()
  const [as] = useViewAs()
  const [shown, setShown] = useState<string>()
  if (!doctrine) return null
  const outlines = CASE_OUTLINES.flatMap((id) => entryOn(doctrine.documents, id, dossier.asOf) ?? [])
  return (
    <section aria-labelledby="case-papers" className="papers">
      <h3 id="case-papers">{t('papers.ofCaseTitle')}</h3>
      <p className="quiet">{t('papers.ofCaseLead')}</p>
      <ul className="plain paper-list">
        {outlines.map(({ id, label }) => (
          <li key={id}>
            <article aria-labelledby={id}>
              <h4 id={id}>{label}</h4>
              <WrittenPaper
                name={label}
                address={(form) => caseDocumentAddress(dossier.entity, id, form, asOf, as)}
                fileName={id.replace('doc-', '')}
                language={language}
                madeOf={Object.keys(dossier.statements)}
                isShown={shown === id}
                onShow={() => setShown(shown === id ? undefined : id)}
              />
            </article>
          </li>
        ))}
      </ul>
    </section>
  )
}
