/** The annex of a listing as both acts print it: one source, so that the two are the same; what is missing is seen at once. */
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import { entryOn } from '@demarche/core/procedure/graph.ts'
import { versionOf } from '@demarche/core/procedure/joint-text/joint-text.ts'
import { type AnnexEntry, listsAnew, readListingAnnex } from '@demarche/core/procedure/listing-annex.ts'
import { formatPartialDate } from '../../../parts/format-date.ts'
import { semicolon } from '../../../parts/semicolon.ts'
import { useText } from '../../../texts.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'
import { namedOtherwise } from './named-otherwise.ts'

export function AnnexPanel({ version }: { readonly version: number | undefined }) {
  const t = useText()
  const { answer, doctrine } = useProcedureOnScreen()
  const { procedure, text } = answer
  const way = entryOn(doctrine?.tracks ?? [], procedure.track, procedure.openedOn)
  const isLast = version === text.versions.at(-1)?.number
  const { entries, fingerprint } = readListingAnnex(
    procedure.acts,
    versionOf(text, version),
    isLast ? procedure.adoption?.at : undefined,
  )
  if (entries.length === 0 || !way || way.acts.length < 2) return null
  const missing = <span className="tag">{t('papers.annex.missing')}</span>
  // an entry that stood before was not listed by this procedure
  const whileUnknown = listsAnew(procedure.acts) ? t('papers.annex.atAdoption') : missing
  return (
    <section aria-labelledby="annex-title" className="annex-panel">
      <h3 id="annex-title">{t('papers.annex.title')}</h3>
      <p className="quiet">{t('papers.annex.lead')}</p>
      <table className="table cards">
        <caption className="sr-only">{t('papers.annex.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('papers.annex.name')}</th>
            <th scope="col">{t('papers.annex.identified')}</th>
            <th scope="col">{t('papers.annex.reasons')}</th>
            <th scope="col">{t('papers.annex.listedOn')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.name}>
              <th scope="row">{entry.name}</th>
              <td data-label={t('papers.annex.identified')}>{entry.identifiedBy ?? missing}</td>
              <td data-label={t('papers.annex.reasons')}>
                <Reasons entry={entry} fallback={missing} />
              </td>
              <td data-label={t('papers.annex.listedOn')}>
                {entry.listedOn === undefined ? whileUnknown : formatPartialDate(entry.listedOn)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {entries.some(({ reasons }) => reasons.length === 0) && <p className="hint">{t('papers.annex.how')}</p>}
      <p className="quiet">
        {t('papers.annex.fingerprint')} <code className="mono">{fingerprint.slice(0, 16)}</code>
      </p>
      {namedOtherwise(procedure.documents, entries).map(({ title, party, annex }) => (
        <p key={`${title}${annex.join()}`} className="note" data-tone="warn">
          {t('papers.annex.differs', { title, party: euCountryCode(party), names: annex.join(semicolon()) })}
        </p>
      ))}
    </section>
  )
}

function Reasons({ entry, fallback }: { readonly entry: AnnexEntry; readonly fallback: React.ReactNode }) {
  if (entry.reasons.length === 0) return fallback
  return entry.reasons.map(({ id, text }) => <p key={id}>{text}</p>)
}
