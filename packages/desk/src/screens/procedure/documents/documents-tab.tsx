/** The documents of the procedure, written from the text and the case as the reader may see them: look first, then take. */
import type { Language } from '@demarche/core/kernel/language.ts'
import { useState } from 'react'
import { circulatedDocumentAddress } from '../../../api/procedure-queries.ts'
import { casePath, procedurePath } from '../../../frame/address.ts'
import { GoLink } from '../../../frame/go-link.tsx'
import { MarkingLabel } from '../../../frame/marking-banner.tsx'
import { PaperLanguage, usePaperLanguage } from '../../../parts/paper-language.tsx'
import { WrittenPaper } from '../../../parts/written-paper.tsx'
import { formatNumber } from '../../../parts/format-value.ts'
import { semicolon } from '../../../parts/semicolon.ts'
import { useText } from '../../../texts.ts'
import { ViewAsChoice } from '../../access/view-as-choice.tsx'
import { useViewAs } from '../../access/view-as.ts'
import { isJointText } from '../joint-text-on-file.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'
import { AnnexPanel } from './annex-panel.tsx'
import { isUncalledFor, type OfferedDocument, offeredDocuments } from './offered-documents.ts'

export default function DocumentsTab() {
  const t = useText()
  const { answer, doctrine } = useProcedureOnScreen()
  const { versions } = answer.text
  const [chosen, setChosen] = useState<number>()
  const [language, chooseLanguage] = usePaperLanguage()
  const [shown, setShown] = useState<string>()
  const version = chosen ?? versions.at(-1)?.number
  if (!doctrine) return null
  const offered = offeredDocuments(answer.procedure, doctrine)
  const uncalledFor = offered.filter(isUncalledFor)
  const list = (papers: readonly OfferedDocument[]) => (
    <ul className="plain paper-list">
      {papers.map((paper) => (
        <li key={paper.outline.id}>
          <Paper
            offered={paper}
            version={version}
            language={language}
            isShown={shown === paper.outline.id}
            onShow={() => setShown(shown === paper.outline.id ? undefined : paper.outline.id)}
          />
        </li>
      ))}
    </ul>
  )
  return (
    <section aria-labelledby="papers-title" className="papers">
      <h2 id="papers-title">{t('papers.title')}</h2>
      <p className="lead">{t('papers.lead')}</p>
      <p>
        {t('papers.marking')} <MarkingLabel marking={answer.marking} />
      </p>
      {version === undefined ? (
        <p className="note" data-tone="warn">
          {t('papers.noText')}
        </p>
      ) : (
        <div className="field compare-choice">
          <label htmlFor="paper-version">{t('papers.version')}</label>
          <select
            id="paper-version"
            value={version}
            onChange={(event) => setChosen(Number(event.target.value))}
          >
            {versions.map(({ number }) => (
              <option key={number} value={number}>
                {t('text.version', { number })}
              </option>
            ))}
          </select>
        </div>
      )}
      <PaperLanguage language={language} choose={chooseLanguage} />
      <ViewAsChoice question={t('papers.viewAs')} />
      <AnnexPanel version={version} />
      {list(offered.filter((one) => !isUncalledFor(one)))}
      {uncalledFor.length > 0 && (
        <details className="more">
          <summary>{t('papers.others', { number: formatNumber(uncalledFor.length) })}</summary>
          {list(uncalledFor)}
        </details>
      )}
    </section>
  )
}

interface PaperProps {
  readonly offered: OfferedDocument
  readonly version: number | undefined
  readonly language: Language
  readonly isShown: boolean
  readonly onShow: () => void
}

function Paper({
  offered: { outline, writes, onTrack, ofCase, breaksSilence, afterAdoption, isAct, onFile },
  version,
  language,
  isShown,
  onShow,
}: PaperProps) {
  const t = useText()
  const { answer } = useProcedureOnScreen()
  const [as] = useViewAs()
  return (
    <article aria-labelledby={outline.id}>
      <h3 id={outline.id}>
        {outline.label}{' '}
        <span className="tag">
          {t(
            isAct
              ? 'papers.act'
              : onTrack
                ? 'papers.onTrack'
                : breaksSilence
                  ? 'papers.breaksSilence'
                  : 'papers.elsewhere',
          )}
        </span>
      </h3>
      <p className="quiet">
        {onFile.length === 0
          ? t('papers.notOnFile')
          : t('papers.onFile', { titles: onFile.map(({ title }) => title).join(semicolon()) })}
      </p>
      {writes !== undefined && afterAdoption ? (
        <p className="quiet">{t('papers.afterAdoption')}</p>
      ) : writes === undefined ? (
        <p className="quiet">
          {ofCase && answer.caseName !== null ? (
            <>
              {t('papers.ofCase')}{' '}
              <GoLink to={casePath(answer.procedure.case, 'documents')}>{t('papers.toCase')}</GoLink>
            </>
          ) : onFile.some(isJointText) ? (
            <GoLink to={procedurePath(answer.entity, 'text')}>{t('act.readJointText')}</GoLink>
          ) : (
            t('papers.notWritten')
          )}
        </p>
      ) : (
        <WrittenPaper
          name={outline.label}
          address={(form) => circulatedDocumentAddress(answer.entity, outline.id, { ...form, version, as })}
          fileName={outline.id}
          language={language}
          madeOf={answer.head}
          isShown={isShown}
          onShow={onShow}
        />
      )}
    </article>
  )
}
