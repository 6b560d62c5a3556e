/**
 * A country, an organisation or a region on one page: what was promised and is late, what is due, what runs, whom to call,
 * what was raised, what nobody knows. On paper it is a brief of two pages.
 *
 * The order is the core's (`portfolio/partner`); every row leads to its record and so to its sources.
 */
import type { PartnerAnswer } from '@demarche/api'
import { formatPartialDate } from '../../parts/format-date.ts'
import { isInventedCode } from '@demarche/core/kernel/country-code.ts'
import { useEffect } from 'react'
import { Redirect, useParams } from 'wouter'
import { useKinds } from '../../api/portfolio-queries.ts'
import { usePartner } from '../../api/partner-queries.ts'
import { useDoctrine } from '../../api/queries.ts'
import { changesPath, partnerPath, useAddress, useAsOf } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { MarkingLabel } from '../../frame/marking-banner.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await } from '../../parts/await.tsx'
import { Empty } from '../../parts/empty.tsx'
import { JumpList } from '../../parts/jump-list.tsx'
import { PageHead, useWindowTitle } from '../../parts/page-head.tsx'
import { notedPlacesIn } from '../../portfolio/noted-places.ts'
import { usePrintedPlaceName } from '../../portfolio/places.ts'
import { StatusNotes } from '../../portfolio/status-notes.tsx'
import { useText } from '../../texts.ts'
import { AlsoOnRecord } from './also-on-record.tsx'
import { Incidents, Listed } from './incidents.tsx'
import { OnPageOf } from './on-page.tsx'
import { OpenPoints } from './open-points.tsx'
import { partnerCode } from './partner-code.ts'
import { Commitments, Dialogues } from './promises.tsx'
import { Contacts, Raised } from './raised-and-contacts.tsx'
import { rememberPartner } from './recent-partners.ts'
import { Projects } from './running-there.tsx'
import { TakeBrief } from './take-brief.tsx'
import { WhoTheyAre } from './who-they-are.tsx'

export default function PartnerScreen() {
  const params = useParams<{ code: string }>()
  const address = decodeURIComponent(params.code)
  const full = useAddress()
  const doctrine = useDoctrine()
  return (
    <Await query={doctrine}>
      {({ countryGroups = [] }) => {
        const code = partnerCode(address, countryGroups)
        if (code === undefined) return <NoSuchPartner code={address} />
        if (code !== address) return <Redirect to={full(partnerPath(code))} replace />
        return <PartnerPage code={code} />
      }}
    </Await>
  )
}

function NoSuchPartner({ code }: { readonly code: string }) {
  const t = useText()
  return (
    <>
      <PageHead title={t('partner.unknownTitle')} />
      <Empty title={t('partner.unknownWhat', { code })} text={t('partner.unknownHow')}>
        <GoLink className="button" to="/partners">
          {t('partners.title')}
        </GoLink>
      </Empty>
    </>
  )
}

function PartnerPage({ code }: { readonly code: string }) {
  const [asOf] = useAsOf()
  const kinds = useKinds()
  const query = usePartner(code, asOf)
  const placeName = usePrintedPlaceName()
  useWindowTitle(placeName(code))
  useScreenMarking(query.data && [query.data.marking])
  // a code that anybody may use means somebody where a record names it
  const isKnown = query.data !== undefined && (!isInventedCode(code) || query.data.sections.length > 0)
  useEffect(() => {
    if (isKnown) rememberPartner(code)
  }, [code, isKnown])
  return (
    <Await query={kinds}>
      {(known) => (
        <Await query={query}>
          {(answer) =>
            !isKnown ? (
              <NoSuchPartner code={code} />
            ) : (
              <OnPageOf answer={answer} kinds={known.kinds}>
                <div className="partner">
                  <Head answer={answer} />
                  <WhoTheyAre />
                  <Commitments />
                  <Dialogues />
                  <Raised />
                  <Contacts />
                  <Projects />
                  <Incidents />
                  <Listed />
                  <AlsoOnRecord />
                  <OpenPoints />
                  <StatusNotes named={othersNamedOn(answer)} />
                  <TakeBrief />
                </div>
              </OnPageOf>
            )
          }
        </Await>
      )}
    </Await>
  )
}

/** Its own note stands where it is said who it is. */
function othersNamedOn({ code, sections, view }: PartnerAnswer): readonly string[] {
  const named = [
    ...notedPlacesIn(sections.flatMap(({ rows }) => rows)),
    ...view.projects.flatMap(({ countries }) => countries),
  ]
  return named.filter((one) => one !== code)
}

function Head({ answer: { code, asOf, marking, view } }: { readonly answer: PartnerAnswer }) {
  const t = useText()
  const placeName = usePrintedPlaceName()
  const late = view.commitments.filter(({ standing }) => standing === 'late').length
  const open = view.commitments.filter(({ standing }) => standing === 'open' || standing === 'undated').length
  const due = view.meetings.filter(({ standing }) => standing === 'due').length
  const running = view.projects.filter(
    ({ standing }) => standing === 'running' || standing === 'ending',
  ).length
  // they may run or not: no source says when they end
  const endless = view.projects.filter(({ standing }) => standing === 'no-end').length
  return (
    <header className="case-head">
      <p className="crumb">
        <GoLink to="/partners">{t('partners.title')}</GoLink>
      </p>
      <div className="page-head">
        <h1>{placeName(code)}</h1>
        <div className="actions">
          <GoLink className="button" to={changesPath({ place: code })}>
            {t('changes.title')}
          </GoLink>
          <button type="button" onClick={() => window.print()}>
            {t('partner.print')}
          </button>
        </div>
      </div>
      <p className="head-facts">
        <MarkingLabel marking={marking} />
        <span className="head-fact quiet">{t('portfolio.asOf', { date: formatPartialDate(asOf) })}</span>
        {late > 0 && <span className="head-fact differs">{t('partner.head.late', { count: late })}</span>}
        <span className="head-fact">{t('partner.head.open', { count: open })}</span>
        <span className="head-fact">{t('partner.head.due', { count: due })}</span>
        <span className="head-fact">{t('partner.head.running', { count: running })}</span>
        {endless > 0 && (
          <span className="head-fact">{t('partner.head.noEnd', { number: String(endless) })}</span>
        )}
      </p>
      <JumpList
        targets={[
          { id: 'who', label: t('partner.who') },
          { id: 'promised', label: t('partner.promised') },
          { id: 'dialogues', label: t('partner.dialogues') },
          { id: 'raised', label: t('partner.raised') },
          { id: 'contacts', label: t('partner.contacts') },
          { id: 'running', label: t('partner.running') },
          { id: 'incidents', label: t('partner.incidents') },
          { id: 'listed', label: t('partner.listed') },
          { id: 'unknown', label: t('partner.unknown') },
          { id: 'brief', label: t('partner.brief') },
        ]}
      />
    </header>
  )
}
