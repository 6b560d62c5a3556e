/** Norms raised before and with what reply; whom to call, and when the line was last tried. */
import { formatPartialDate } from '../../parts/format-date.ts'
import type { PartnerContact } from '@demarche/core'
import { casePath, recordPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { Unverified } from '../../parts/authority-mark.tsx'
import { semicolon } from '../../parts/semicolon.ts'
import { Obtain } from '../../portfolio/obtain.tsx'
import { usePrintedPlaceName } from '../../portfolio/places.ts'
import { useText } from '../../texts.ts'
import { Directories } from './directories.tsx'
import { useOnPage } from './on-page.tsx'
import { Line, NoneFound, Part, RecordLine, RecordName, Rows } from './partner-rows.tsx'

/** by which property a case names who is said to have done it */
const ACCUSED = 'attributionClaim.accusedState'

export function Raised() {
  const t = useText()
  const { answer, row, wording } = useOnPage()
  const placeName = usePrintedPlaceName()
  const { raised, meetings } = answer.view
  const spokenOf = new Set(raised.map(({ entity }) => entity))
  const silent = meetings.filter(({ entity, standing }) => standing === 'past' && !spokenOf.has(entity))
  return (
    <Part id="raised" title={t('partner.raised')}>
      {raised.length === 0 && <NoneFound text={t('partner.noneRaised')} />}
      {silent.length > 0 && <p className="quiet">{t('partner.raisedNotStated', { count: silent.length })}</p>}
      <InvokedInCases />
      <Rows
        rows={raised.map(({ entity, on, norm, by, what, reply, unverified }, index) => {
          const meeting = row(entity)
          return (
            <Line
              key={`${entity}-${index}`}
              when={on === undefined ? t('portfolio.notKnown') : formatPartialDate(on)}
            >
              <span className="partner-name">{wording('meeting')?.word('raised', norm, 'norm') ?? norm}</span>
              {by !== undefined && (
                <span className="quiet"> {t('partner.raisedBy', { by: placeName(by) })}</span>
              )}
              {unverified && (
                <>
                  {' '}
                  <Unverified />
                </>
              )}
              <p className="partner-details">
                {what}{' '}
                <span className="quiet">
                  {reply === undefined ? t('partner.noReply') : t('partner.reply')}
                </span>{' '}
                {reply}
              </p>
              {meeting && (
                <p className="partner-details">
                  <RecordName row={meeting} />
                </p>
              )}
            </Line>
          )
        })}
      />
    </Part>
  )
}

/** In cases that name it as origin norms may have been invoked: the case says which, by whom, and on what. */
function InvokedInCases() {
  const t = useText()
  const rows = useOnPage()
    .sections('case')
    .filter(({ property }) => property === ACCUSED)
    .flatMap((section) => section.rows)
  if (rows.length === 0) return null
  return (
    <p>
      <span className="quiet">{t('partner.invokedInCases')}</span>{' '}
      {rows.map(({ entity, name }, index) => (
        <span key={entity}>
          {index > 0 && semicolon()}
          <GoLink to={`${casePath(entity, 'assessment')}?at=norms-title`} data-row="">
            {name}
          </GoLink>
        </span>
      ))}
    </p>
  )
}

export function Contacts() {
  const t = useText()
  const { answer, kind } = useOnPage()
  const { contacts } = answer.view
  return (
    <Part id="contacts" title={t('partner.contacts')} kind="contact-point">
      {contacts.length === 0 && (
        <>
          <NoneFound text={t('partner.noContact')} />
          <Directories />
          <Obtain kind={kind('contact-point')} />
        </>
      )}
      <Rows
        rows={contacts.map((contact) => (
          <RecordLine
            key={contact.entity}
            entity={contact.entity}
            when={<LastChecked contact={contact} />}
            flag={
              contact.lapsed && (
                <span className="tag" data-tone="warn">
                  {t('partner.lapsed')}
                </span>
              )
            }
            details={['networks', 'role']}
          />
        ))}
      />
    </Part>
  )
}

function LastChecked({ contact: { lastCheck } }: { readonly contact: PartnerContact }) {
  const t = useText()
  const { wording } = useOnPage()
  if (!lastCheck) return <span className="quiet">{t('partner.neverChecked')}</span>
  const words = lastCheck.outcome.map((word) => wording('contact-check')?.word('outcome', word) ?? word)
  return (
    <>
      <GoLink to={recordPath(lastCheck.entity)}>
        {t('partner.checked', { date: formatPartialDate(lastCheck.on) })}
      </GoLink>
      {words.length > 0 && <span className="quiet"> {words.join(' / ')}</span>}
    </>
  )
}
