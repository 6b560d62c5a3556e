/** The options paper for the chosen date: what it contains, its marking, and the forms to take away. */
import { DOCUMENT_FORMATS, type DocumentFormat } from '@demarche/api/document-formats.ts'
import { formatPartialDate } from '../../parts/format-date.ts'
import { optionsPaperAddress } from '../../api/queries.ts'
import { fetchFile } from '../../api/client.ts'
import { useAsOf } from '../../frame/address.ts'
import { MarkingLabel } from '../../frame/marking-banner.tsx'
import { FormatButtons } from '../../parts/format-buttons.tsx'
import { PaperLanguage, usePaperLanguage } from '../../parts/paper-language.tsx'
import { entryOf } from '../../grounds/labels.ts'
import { useText } from '../../texts.ts'
import { ViewAsChoice } from '../access/view-as-choice.tsx'
import { useViewAs } from '../access/view-as.ts'
import { WhoMaySeeButton } from '../access/who-may-see-button.tsx'
import { CasePapers } from './case-papers.tsx'
import { useCase } from '../case/case-context.ts'
import { ArchiveSection } from '../record/archive-section.tsx'

export default function DocumentsScreen() {
  const t = useText()
  const { dossier, doctrine } = useCase()
  const [asOf] = useAsOf()
  const [as] = useViewAs()
  const outline =
    doctrine?.documents.find((one) => one === entryOf(doctrine, 'options-paper', dossier.asOf)) ??
    doctrine?.documents.find(({ id }) => id.includes('option'))
  const [language, choose] = usePaperLanguage()
  const take = (format: DocumentFormat) =>
    fetchFile(
      optionsPaperAddress(dossier.entity, { format, language }, asOf, as),
      `options-paper-${dossier.entity.replace(/^case:/, '')}-${dossier.asOf}.${format}`,
    )
  return (
    <section className="documents" aria-labelledby="paper-title">
      <h2 id="paper-title">{t('documents.title')}</h2>
      <p className="lead">{t('documents.lead')}</p>
      <dl className="pairs">
        <dt>{t('documents.asOf')}</dt>
        <dd>{formatPartialDate(dossier.asOf)}</dd>
        <dt>{t('documents.doctrine')}</dt>
        <dd>{dossier.doctrine.version}</dd>
        <dt>{t('statement.marking')}</dt>
        <dd>
          <MarkingLabel marking={dossier.marking} />
        </dd>
        <dt>{t('documents.statements')}</dt>
        <dd>{Object.keys(dossier.statements).length}</dd>
      </dl>
      <p className="note" data-tone="info">
        {t('documents.markingTravels')}
      </p>
      <ViewAsChoice />
      <p>
        <WhoMaySeeButton object={dossier.entity} document="options-paper" name={t('documents.title')} />
      </p>
      {/* one choice for all papers of the page */}
      <PaperLanguage language={language} choose={choose} />
      <FormatButtons
        formats={DOCUMENT_FORMATS}
        say={(format) => t(`documents.format.${format}`)}
        take={take}
        main="docx"
        isRow
      />
      {outline && (
        <>
          <h3>{t('documents.contains')}</h3>
          <p>{t('documents.summaryFirst')}</p>
          <ol>
            {outline.sections.map((section) => (
              <li key={section.id}>{section.label.slice(0, 1).toUpperCase() + section.label.slice(1)}</li>
            ))}
          </ol>
          <p className="quiet">{t('documents.annexes')}</p>
        </>
      )}
      <CasePapers language={language} />
      <ArchiveSection entity={dossier.entity} />
    </section>
  )
}
