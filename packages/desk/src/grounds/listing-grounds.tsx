/** The grounds of a listing: reasons, acts, amendments, who it is about, and what was not read in the official text. */
import type { ListingListAnswer } from '@demarche/api'
import type { Listing } from '@demarche/core'
import { formatPartialDate } from '../parts/format-date.ts'
import { ON_RECORD } from '../parts/language-on-record.ts'
import { semicolon } from '../parts/semicolon.ts'
import { doubtsAbout } from '@demarche/core/listing/doubts.ts'
import type { ReactNode, RefObject } from 'react'
import { kindOf } from '../screens/register/register-filter.ts'
import { type TextKey, useText } from '../texts.ts'
import { ListingFacts } from './listing-facts.tsx'

interface Props {
  readonly listing: Listing
  readonly register: ListingListAnswer
  readonly headingRef: RefObject<HTMLHeadingElement | null>
}

function Outward({ address }: { readonly address: string }) {
  return (
    <a className="break" href={address} target="_blank" rel="noreferrer noopener">
      {address}
    </a>
  )
}

function Section({ title, children }: { readonly title: TextKey; readonly children: ReactNode }) {
  const t = useText()
  return (
    <section>
      <h3>{t(title)}</h3>
      {children}
    </section>
  )
}

function Acts({ listing }: Pick<Props, 'listing'>) {
  const t = useText()
  const { legalAct, amendments, annexRef } = listing
  const acts = [
    { act: legalAct.regulation, journal: legalAct.regulationOJ, source: legalAct.source },
    { act: legalAct.decision, journal: null, source: legalAct.decisionSource },
  ].filter(({ act }) => act !== null)
  return (
    <>
      <Section title="register.acts">
        <ul>
          {acts.map(({ act, journal, source }) => (
            <li key={act}>
              <span lang={ON_RECORD}>
                {act}
                {journal && `, ${journal}`}
              </span>{' '}
              {source && <Outward address={source} />}
            </li>
          ))}
          {acts.length === 0 && <li>{t('register.actUnknown')}</li>}
          <li lang={ON_RECORD}>{annexRef}</li>
          {legalAct.note && (
            <li className="quiet" lang={ON_RECORD}>
              {legalAct.note}
            </li>
          )}
        </ul>
      </Section>
      <Section title="register.amendments">
        {amendments.length === 0 ? (
          <p className="quiet">{t('register.noAmendments')}</p>
        ) : (
          <ul>
            {amendments.map(({ act, decision, what, source }) => (
              <li key={what}>
                {act || decision ? (
                  <span lang={ON_RECORD}>{[act, decision].filter(Boolean).join(semicolon())}</span>
                ) : (
                  t('register.actUnknown')
                )}
                {t('mark.colon')} <span lang={ON_RECORD}>{what}.</span> <Outward address={source} />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}

function Checked({ listing }: Pick<Props, 'listing'>) {
  const t = useText()
  const { officialCheck, sources } = listing
  return (
    <>
      <Section title="register.checked">
        <p>
          {officialCheck
            ? t('register.comparedWith', {
                version: formatPartialDate(officialCheck.version),
                on: formatPartialDate(officialCheck.checkedOn),
                agrees: officialCheck.agrees.join(', '),
              })
            : t('register.neverCompared')}
        </p>
        <ul>
          {doubtsAbout(listing).map((doubt) => (
            <li key={doubt}>{t(`register.doubt.${doubt}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title="register.sources">
        <ul>
          {sources.map(({ title, address, addressOpened, readAt }) => (
            <li key={title}>
              <span lang={ON_RECORD}>{title}</span>
              {t('mark.colon')} <Outward address={address} />
              {!addressOpened && <span className="quiet"> {t('register.readAt', { place: readAt })}</span>}
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

export function ListingGrounds({ listing, register, headingRef }: Props) {
  const t = useText()
  const { criteriaInReasons: criteria } = listing
  return (
    <div className="grounds-body">
      <p className="eyebrow">{t(`register.kind.${kindOf(listing)}`)}</p>
      <h2 ref={headingRef} tabIndex={-1}>
        {listing.name}
      </h2>
      <p className="conclusion" lang={ON_RECORD}>
        {listing.function}
      </p>
      <ListingFacts listing={listing} register={register} />
      <Section title="register.reasons">
        <p lang={ON_RECORD}>{listing.reasonsSummary}</p>
        <p className="quiet">{t('register.reasonsOurs')}</p>
        {criteria.letters.length > 0 && (
          <p>
            {t('register.criteria', {
              letters: criteria.letters.join(', '),
              words: criteria.words.join(semicolon()),
            })}
          </p>
        )}
      </Section>
      <Acts listing={listing} />
      <Checked listing={listing} />
    </div>
  )
}
