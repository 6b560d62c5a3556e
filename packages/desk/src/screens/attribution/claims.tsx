/** Attribution claims side by side; nothing is merged. */
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import { formatPartialDate } from '../../parts/format-date.ts'
import type { ClaimRow, Dossier } from '@demarche/core'
import { MayRecord } from '../../record/may-record.tsx'
import { GroundsButton } from '../../grounds/grounds-button.tsx'
import { Empty } from '../../parts/empty.tsx'
import { placeName } from '../../parts/place-name.ts'
import { useText } from '../../texts.ts'

/** `EL Greece`: the code of EU usage with the name. */
export function stateWords(code: string): string {
  const name = placeName(code)
  return code === 'EU' || code === '*' ? name : `${euCountryCode(code)} ${name}`
}

/** What the code adds to the claimant's own name: nothing is said twice. */
function claimantNames(code: string, claimant: string): string {
  const name = placeName(code)
  return claimant === name ? '' : claimant.length === 2 ? name : stateWords(code)
}

function Row({
  row,
  index,
  dossier,
}: {
  readonly row: ClaimRow
  readonly index: number
  readonly dossier: Dossier
}) {
  const t = useText()
  const { claim } = row
  const notSaid = <span className="quiet">{t('claim.notSaid')}</span>
  return (
    <tr>
      <th scope="row">
        <GroundsButton
          row
          topic={{ kind: 'claim', id: String(index) }}
          verified={dossier.statements[row.statement]?.source.verified}
        >
          {claim.claimant}
        </GroundsButton>
        {claim.claimantState && claimantNames(claim.claimantState, claim.claimant) !== '' && (
          <span className="quiet"> {claimantNames(claim.claimantState, claim.claimant)}</span>
        )}
      </th>
      <td className="num" data-label={t('claim.date')}>
        {claim.date ? formatPartialDate(claim.date) : <span className="quiet">{t('statement.undated')}</span>}
      </td>
      <td data-label={t('claim.kind')}>
        <span className="tag">{t(`claim.kind.${claim.kind}`)}</span>
      </td>
      <td data-label={t('claim.accused')}>{claim.accused}</td>
      <td data-label={t('claim.accusedState')}>
        <span>
          {claim.accusedState ? stateWords(claim.accusedState) : notSaid}
          {claim.stateDirected !== undefined && (
            <span className="quiet"> {claim.stateDirected ? t('claim.directed') : t('claim.tolerated')}</span>
          )}
        </span>
      </td>
      <td data-label={t('claim.confidence')}>
        {claim.confidenceAsStated ? <q>{claim.confidenceAsStated}</q> : notSaid}
      </td>
    </tr>
  )
}

export function Claims({ dossier, onAdd }: { readonly dossier: Dossier; readonly onAdd: () => void }) {
  const t = useText()
  const { claims } = dossier.attribution
  return (
    <section aria-labelledby="claims-title">
      <div className="section-head">
        <h2 id="claims-title">{t('claims.title', { count: claims.length })}</h2>
        <MayRecord>
          {' '}
          <button type="button" onClick={onAdd}>
            {t('attribution.add.attributionClaim')}
          </button>
        </MayRecord>
      </div>
      {claims.length === 0 ? (
        <Empty title={t('claims.emptyTitle')} text={t('claims.emptyText')} />
      ) : (
        <table className="table cards">
          <caption className="sr-only">{t('claims.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('claim.claimant')}</th>
              <th scope="col" className="num">
                {t('claim.date')}
              </th>
              <th scope="col">{t('claim.kind')}</th>
              <th scope="col">{t('claim.accused')}</th>
              <th scope="col">{t('claim.accusedState')}</th>
              <th scope="col">{t('claim.confidence')}</th>
            </tr>
          </thead>
          <tbody>
            {claims.map((row, index) => (
              <Row key={`${row.statement}-${index}`} row={row} index={index} dossier={dossier} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
