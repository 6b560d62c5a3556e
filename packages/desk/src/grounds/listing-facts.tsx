/** Who a listing is about: names, State, actor, measures, cases, and what tells it apart from namesakes. */
import type { ListingListAnswer } from '@demarche/api'
import type { Listing } from '@demarche/core'
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import { isPartialDate } from '@demarche/core/kernel/partial-date.ts'
import { formatPartialDate } from '../parts/format-date.ts'
import { ON_RECORD } from '../parts/language-on-record.ts'
import { semicolon } from '../parts/semicolon.ts'
import type { ReactNode } from 'react'
import { CaseLinks } from '../screens/register/case-links.tsx'
import { ListingStatus } from '../screens/register/listing-status.tsx'
import { type TextKey, useText } from '../texts.ts'

interface Props {
  readonly listing: Listing
  readonly register: ListingListAnswer
}

export function ListingFacts({ listing, register }: Props) {
  const t = useText()
  const { linkedActor, identifyingInfo, nationality, countryOfLinkedState, nationalityNote } = listing
  const state = [
    nationality ? t('register.nationality', { code: euCountryCode(nationality) }) : [],
    countryOfLinkedState && countryOfLinkedState !== nationality
      ? t('register.linkedState', { code: euCountryCode(countryOfLinkedState) })
      : [],
    nationalityNote ?? [],
  ].flat()
  const pairs: readonly (readonly [TextKey, ReactNode])[] = [
    ['register.column.listed', formatPartialDate(listing.listingDate)],
    ['register.column.status', <ListingStatus key="status" listing={listing} asOf={register.asOf} />],
    ['register.column.state', state.join(semicolon()) || t('register.noState')],
    ['register.aliases', listing.aliases.join(', ')],
    ['register.script', listing.transliterations.join(', ')],
    [
      'register.actor',
      linkedActor && (
        <>
          {[linkedActor.name, ...linkedActor.aliases].join(', ')} (
          <span lang={ON_RECORD}>{linkedActor.relation}</span>)
        </>
      ),
    ],
    [
      'register.measures',
      listing.measures.length > 0 && <span lang={ON_RECORD}>{listing.measures.join(semicolon())}</span>,
    ],
    ['register.column.cases', <CaseLinks key="cases" slugs={listing.incidents} cases={register.cases} />],
  ]
  return (
    <dl className="pairs">
      {pairs.flatMap(([label, value]) =>
        value === undefined || value === '' || value === false
          ? []
          : [<dt key={`${label}-name`}>{t(label)}</dt>, <dd key={label}>{value}</dd>],
      )}
      {Object.entries(identifyingInfo).map(([name, value]) => (
        <Identity key={name} name={name} value={value ?? ''} />
      ))}
    </dl>
  )
}

const IDENTITY: Readonly<Record<string, TextKey>> = {
  dateOfBirth: 'register.identity.dateOfBirth',
  placeOfBirth: 'register.identity.placeOfBirth',
  placeOfBusiness: 'register.identity.placeOfBusiness',
  incorporationDate: 'register.identity.incorporationDate',
  registrationNumber: 'register.identity.registrationNumber',
  taxNumber: 'register.identity.taxNumber',
  ogrn: 'register.identity.ogrn',
}

function Identity({ name, value }: { readonly name: string; readonly value: string }) {
  const t = useText()
  const label = IDENTITY[name]
  if (!label) return null
  // an all-digit registration number is never read as a date
  const isDate = /date/i.test(name) && isPartialDate(value)
  return (
    <>
      <dt>{t(label)}</dt>
      {isDate ? <dd>{formatPartialDate(value)}</dd> : <dd lang={ON_RECORD}>{value}</dd>}
    </>
  )
}
