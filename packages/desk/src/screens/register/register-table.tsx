/** The rows of the register; j and k move, Enter opens the entry. On a phone each row becomes a card. */
import type { ListingListAnswer } from '@demarche/api'
import type { Listing } from '@demarche/core'
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import { GroundsButton } from '../../grounds/grounds-button.tsx'
import { Unverified } from '../../parts/authority-mark.tsx'
import { formatPartialDate } from '../../parts/format-date.ts'
import { ON_RECORD } from '../../parts/language-on-record.ts'
import { useText } from '../../texts.ts'
import { CaseLinks } from './case-links.tsx'
import { ListingStatus } from './listing-status.tsx'
import { kindOf, stateOf } from './register-filter.ts'

interface Props {
  readonly answer: ListingListAnswer
  readonly listings: readonly Listing[]
}

function Row({ listing, answer }: { readonly listing: Listing; readonly answer: ListingListAnswer }) {
  const t = useText()
  const state = stateOf(listing)
  const { regulation, regulationVerified } = listing.legalAct
  return (
    <tr>
      <th scope="row">
        <GroundsButton row topic={{ kind: 'listing', id: listing.id }}>
          {listing.name}
        </GroundsButton>
        <span className="listing-function quiet" lang={ON_RECORD}>
          {listing.function}
        </span>
      </th>
      <td data-label={t('register.column.kind')}>{t(`register.kind.${kindOf(listing)}`)}</td>
      <td data-label={t('register.column.state')}>
        {state === null ? <span className="quiet">{t('register.noState')}</span> : euCountryCode(state)}
      </td>
      <td className="num" data-label={t('register.column.listed')}>
        {formatPartialDate(listing.listingDate)}
      </td>
      <td data-label={t('register.column.act')}>
        {regulation === null ? (
          <span className="quiet">{t('register.actUnknown')}</span>
        ) : (
          <span>
            <span lang={ON_RECORD}>{regulation.replace(/^Council /, '')}</span>{' '}
            {!regulationVerified && <Unverified />}
          </span>
        )}
      </td>
      <td data-label={t('register.column.cases')}>
        <CaseLinks slugs={listing.incidents} cases={answer.cases} />
      </td>
      <td data-label={t('register.column.status')}>
        <span>
          <ListingStatus listing={listing} asOf={answer.asOf} />
        </span>
      </td>
    </tr>
  )
}

export function RegisterTable({ answer, listings }: Props) {
  const t = useText()
  return (
    <table className="table cards register">
      <caption className="sr-only">{t('register.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('register.column.name')}</th>
          <th scope="col">{t('register.column.kind')}</th>
          <th scope="col">{t('register.column.state')}</th>
          <th scope="col" className="num">
            {t('register.column.listed')}
          </th>
          <th scope="col">{t('register.column.act')}</th>
          <th scope="col">{t('register.column.cases')}</th>
          <th scope="col">{t('register.column.status')}</th>
        </tr>
      </thead>
      <tbody>
        {listings.map((listing) => (
          <Row key={listing.id} listing={listing} answer={answer} />
        ))}
      </tbody>
    </table>
  )
}
