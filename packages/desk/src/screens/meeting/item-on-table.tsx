/** One item of a meeting: what it is, where it stands, what the vote would give now, reserves in words, deadlines. */
import { describeVote } from '@demarche/core/procedure/voting/describe-vote.ts'
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import type { Deadline, Doctrine, MeetingItem } from '@demarche/core'
import { casePath, procedurePath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { Unverified } from '../../parts/authority-mark.tsx'
import { ON_RECORD } from '../../parts/language-on-record.ts'
import { useText } from '../../texts.ts'
import { partyName } from '../../parts/party-name.ts'
import { semicolon } from '../../parts/semicolon.ts'
import { deadlineTime, deadlineWords, sayBrussels } from '../procedure/course/brussels-words.ts'

interface Props {
  readonly item: MeetingItem
  readonly number: number
  /** absent when the reader may see nothing of the case */
  readonly caseName: string | undefined
  readonly doctrine: Doctrine | undefined
}

export function ItemOnTable({ item, number, caseName, doctrine }: Props) {
  const t = useText()
  const { vote, reserves, silence } = item
  const described = vote?.outcome && describeVote(vote.outcome)
  return (
    <section className="meeting-item" aria-labelledby={`item-${number}`}>
      <h2 id={`item-${number}`}>
        {number}. <GoLink to={procedurePath(item.entity)}>{item.title}</GoLink>{' '}
        <span className="tag">
          {item.onAgenda
            ? item.item
              ? t('meeting.itemNamed', { item: item.item })
              : t('meeting.onAgenda')
            : t('meeting.before')}
        </span>
      </h2>
      <dl className="pairs">
        {caseName !== undefined && (
          <>
            <dt>{t('procedure.ofCase')}</dt>
            <dd>
              <GoLink to={casePath(item.case)}>{caseName}</GoLink>
            </dd>
          </>
        )}
        <dt>{t('procedure.measure')}</dt>
        <dd>
          {item.measureLabel}
          {semicolon()}
          {item.trackLabel} {!item.trackVerified && <Unverified />}
        </dd>
        <dt>{t('procedure.state')}</dt>
        <dd>
          {item.state.label} <span className="tag">{t(`procedure.outcome.${item.outcome}`)}</span>{' '}
          {!item.state.verified && <Unverified />}
        </dd>
        <dt>{t('whatIf.rule')}</dt>
        <dd>
          {vote
            ? (doctrine?.votingRules.find(({ id }) => id === vote.rule)?.label ?? vote.rule)
            : t('meeting.nobodyVotes')}
        </dd>
        {vote && (
          <>
            <dt>{t('meeting.ifPutNow')}</dt>
            <dd>
              {described ? (
                t(`whatIf.outcome.${described.state}`)
              ) : (
                <span lang={ON_RECORD}>{vote.remark}</span>
              )}
              {described && described.deciding.length > 0 && (
                <span className="quiet">
                  {t('mark.colon')} {described.deciding.map(({ text }) => text).join(semicolon())}
                </span>
              )}
            </dd>
          </>
        )}
        {silence && (
          <>
            <dt>{t('meeting.silence')}</dt>
            <dd>
              {t(`meeting.silence.${silence.status}`, { until: sayBrussels(silence.until) })}
              {silence.objections.map(({ statement, party, reason }) => (
                <span key={statement} className="sentence">
                  {partyName(doctrine, party)}
                  {t('mark.colon')} {reason}
                </span>
              ))}
            </dd>
          </>
        )}
        <dt>{t('meeting.reserves')}</dt>
        <dd>
          {reserves.length === 0 ? (
            t('meeting.noReserves')
          ) : (
            <ul className="holds">
              {reserves.map(({ statement, party, position, paragraph, comment }) => (
                <li key={statement}>
                  <strong>
                    <abbr title={partyName(doctrine, party)}>{euCountryCode(party)}</abbr>{' '}
                    {t(`position.${position}`)}
                  </strong>
                  {paragraph !== undefined && ` ${t('meeting.onParagraph', { paragraph })}`}
                  {comment !== undefined && `${t('mark.colon')} ${comment}`}
                </li>
              ))}
            </ul>
          )}
        </dd>
        <Deadlines label={t('meeting.deadlinesBefore')} deadlines={item.before} />
        <Deadlines label={t('meeting.deadlinesAfter')} deadlines={item.after} />
      </dl>
    </section>
  )
}

function Deadlines({
  label,
  deadlines,
}: {
  readonly label: string
  readonly deadlines: readonly Deadline[]
}) {
  const t = useText()
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {deadlines.length === 0
          ? t('meeting.noDeadline')
          : deadlines.map((deadline) => (
              <span key={`${deadline.kind}${deadline.on}`} className="deadline-line">
                {deadlineTime(deadline)}, {deadlineWords(t, deadline)} {!deadline.verified && <Unverified />}
              </span>
            ))}
      </dd>
    </>
  )
}
