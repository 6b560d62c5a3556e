/** Who a partner is to us: what it belongs to, who belongs to it, treaties, votes, the series in which we meet. */
import { findGroup, membersOf } from '@demarche/core/places/memberships.ts'
import { propertyOf } from '@demarche/core/portfolio/record-kind.ts'
import { statusNoteOf } from '@demarche/core/places/status-notes.ts'
import type { PartnerMembership, RecordRow } from '@demarche/api'
import { alternativesOf, wordsIn } from '@demarche/core/portfolio/read-record.ts'
import type { ReactNode } from 'react'
import { partnerPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { deskLanguage } from '../../parts/place-name.ts'
import { useCountryGroups, usePrintedPlaceName, useShortPlaceName } from '../../portfolio/places.ts'
import { StatusNotes } from '../../portfolio/status-notes.tsx'
import { useText } from '../../texts.ts'
import { Known, useOnPage } from './on-page.tsx'
import { Fold, Part, RecordName } from './partner-rows.tsx'
import { Votes } from './votes.tsx'

export function WhoTheyAre() {
  const t = useText()
  const { answer } = useOnPage()
  const groups = useCountryGroups()
  const isRegion = ({ group }: PartnerMembership) => findGroup(groups, group)?.kind === 'region'
  const note = statusNoteOf(answer.code, deskLanguage())
  return (
    <Part id="who" title={t('partner.who')}>
      {note && <p className="partner-note">* {note}</p>}
      <dl className="partner-pairs">
        <Pair label={t('partner.memberOf')}>
          <Memberships of={answer.memberOf.filter((one) => !isRegion(one))} />
        </Pair>
        <Pair label={t('partner.regions')}>
          <Memberships of={answer.memberOf.filter(isRegion)} />
        </Pair>
        <Treaties />
        <Pair label={t('partner.votes')}>
          <Votes />
        </Pair>
        <Series />
      </dl>
      <Members />
    </Part>
  )
}

function Pair({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Memberships({ of }: { readonly of: readonly PartnerMembership[] }) {
  const t = useText()
  const shortName = useShortPlaceName()
  if (of.length === 0) return <span className="quiet">{t('partner.noneFound')}</span>
  return of.map(({ group: id, kind, isUnsure }, index) => {
    const marks = [
      ...(kind === 'observer' || kind === 'suspended' || kind === 'participant'
        ? [t(`partner.membership.${kind}`)]
        : []),
      ...(isUnsure ? [t('partner.membership.unsure')] : []),
    ]
    return (
      <span key={id}>
        {index > 0 && ', '}
        <GoLink to={partnerPath(id)}>{shortName(id)}</GoLink>
        {marks.length > 0 && (
          <span className={kind === 'suspended' ? 'differs' : 'quiet'}> ({marks.join(', ')})</span>
        )}
      </span>
    )
  })
}

/** Where it stands towards each treaty and declaration of which something is on record. */
/** Where the partner stands towards each instrument, in the order in which the instruments are listed. */
function Treaties() {
  const t = useText()
  const { sections, kind, wording } = useOnPage()
  const of = kind('treaty-status')
  const instruments = Object.keys((of && propertyOf(of, 'instrument')?.values) ?? {})
  const rows = sections('treaty-status')
    .flatMap((section) => section.rows)
    .map((row) => ({ row, instrument: wordsIn(row, 'instrument')[0] ?? '' }))
    .toSorted((a, b) => instruments.indexOf(a.instrument) - instruments.indexOf(b.instrument))
  return (
    <Pair label={t('partner.treaties')}>
      {rows.length === 0 ? (
        <span className="quiet">{t('partner.noneFound')}</span>
      ) : (
        <ul className="plain">
          {rows.map(({ row, instrument }) => (
            <li key={row.entity}>
              <RecordName
                row={row}
                name={instrument && wording('treaty-status')?.word('instrument', instrument)}
              />
              {t('mark.colon')} <Known row={row} property="standing" />
              {isKnown(row, 'start') && (
                <>
                  {', '}
                  <span className="quiet">{t('partner.since')}</span> <Known row={row} property="start" />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Pair>
  )
}

function isKnown({ facts }: RecordRow, property: string): boolean {
  return facts.some((fact) => fact.property === property && alternativesOf(fact).length > 0)
}

/** The series and processes in which we meet. */
function Series() {
  const t = useText()
  const rows = useOnPage()
    .sections('process')
    .flatMap((section) => section.rows)
  if (rows.length === 0) return null
  return (
    <Pair label={t('partner.series')}>
      <ul className="plain">
        {rows.map((row) => (
          <li key={row.entity}>
            <RecordName row={row} />
            {', '}
            <span className="quiet">{t('partner.since')}</span> <Known row={row} property="start" />
          </li>
        ))}
      </ul>
    </Pair>
  )
}

/** Of an organisation or region: who belongs to it on the day. */
function Members() {
  const t = useText()
  const { answer } = useOnPage()
  const groups = useCountryGroups()
  const placeName = usePrintedPlaceName()
  const code = answer.code === 'EU' ? 'org-eu' : answer.code
  if (!findGroup(groups, code)) return null
  const members = membersOf(groups, code, answer.asOf)
  if (members.length === 0) return null
  return (
    <Fold summary={t('partner.members', { count: members.length })}>
      <p>
        {members.map(({ country }, index) => (
          <span key={country}>
            {index > 0 && ', '}
            <GoLink to={partnerPath(country)}>{placeName(country)}</GoLink>
          </span>
        ))}
      </p>
      <StatusNotes named={members.map(({ country }) => country)} />
    </Fold>
  )
}
