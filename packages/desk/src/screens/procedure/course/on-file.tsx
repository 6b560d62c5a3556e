/** What belongs to the procedure beside its acts: deadlines with their ground, agenda, documents, states that run beside it. */
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import { formatPartialDate } from '../../../parts/format-date.ts'
import { CIRCULATED_OUTLINES } from '@demarche/api/circulated-outlines.ts'
import { procedurePath } from '../../../frame/address.ts'
import { GoLink } from '../../../frame/go-link.tsx'
import { Unverified } from '../../../parts/authority-mark.tsx'
import { bodyInWords } from '../../../parts/spelt-out.tsx'
import { semicolon } from '../../../parts/semicolon.ts'
import { ON_RECORD } from '../../../parts/language-on-record.ts'
import { useText } from '../../../texts.ts'
import { isJointText } from '../joint-text-on-file.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'
import { partyCodes } from './act-words.ts'
import { deadlineTime, deadlineWords, sayBrussels } from './brussels-words.ts'

export function Deadlines() {
  const t = useText()
  const { deadlines } = useProcedureOnScreen().answer.procedure
  return (
    <section aria-labelledby="deadlines-title">
      <h2 id="deadlines-title">{t('course.deadlines')}</h2>
      {deadlines.length === 0 && <p className="quiet">{t('course.noDeadlines')}</p>}
      <ul className="plain-rows">
        {deadlines.map((deadline) => (
          <li key={`${deadline.kind}${deadline.on}${deadline.label}`}>
            <strong>{deadlineTime(deadline)}</strong> {deadlineWords(t, deadline)}{' '}
            {deadline.past && <span className="tag">{t('course.past')}</span>}
            <p className="quiet">
              {deadline.kind !== 'meeting' && <span lang={ON_RECORD}>{deadline.basis}</span>}{' '}
              {!deadline.verified && <Unverified />}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function OnFile() {
  const t = useText()
  const { answer, doctrine } = useProcedureOnScreen()
  const { documents, agenda, parallel } = answer.procedure
  const outline = (id: string) => doctrine?.documents.find((one) => one.id === id)?.label ?? id
  return (
    <>
      <section aria-labelledby="documents-title">
        <h2 id="documents-title">{t('course.documents')}</h2>
        {documents.length === 0 && <p className="quiet">{t('course.noDocuments')}</p>}
        <ul className="plain-rows">
          {documents.map((one) => (
            <li key={`${one.statement}${one.outline}`}>
              <strong>{one.title}</strong>{' '}
              <span className="quiet">
                {one.title === outline(one.outline) ? '' : `${outline(one.outline)}, `}
                {one.version !== undefined && `${t('act.version', { version: one.version })}, `}
                {euCountryCode(one.party)}, {sayBrussels(one.at)}
              </span>
              {one.annex && <p>{t('act.annex', { names: one.annex.join(semicolon()) })}</p>}
              <p className="quiet">
                {isJointText(one) ? (
                  <GoLink to={procedurePath(answer.entity, 'text')}>
                    {t('act.readJointText')}
                    <span className="sr-only"> ({one.title})</span>
                  </GoLink>
                ) : CIRCULATED_OUTLINES.some((id) => id === one.outline) ? (
                  <GoLink to={procedurePath(answer.entity, 'documents')}>
                    {t('act.readIt')}
                    <span className="sr-only"> ({one.title})</span>
                  </GoLink>
                ) : (
                  t('act.notHeld')
                )}
              </p>
              <p className="quiet">
                {one.to.length === 0
                  ? t('course.withAct')
                  : t('course.circulatedTo', { parties: partyCodes(one.to) })}
              </p>
            </li>
          ))}
        </ul>
      </section>
      {agenda.length > 0 && (
        <section aria-labelledby="agenda-title">
          <h2 id="agenda-title">{t('course.agenda')}</h2>
          <ul className="plain-rows">
            {agenda.map((one) => (
              <li key={one.statement}>
                <strong>{bodyInWords(doctrine, one.body, t(`body.${one.body}`))}</strong>{' '}
                {formatPartialDate(one.meeting)}
                {one.item !== undefined && `, ${t('meeting.itemNamed', { item: one.item })}`}{' '}
                {one.past && <span className="tag">{t('course.past')}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {parallel.length > 0 && (
        <section aria-labelledby="parallel-title">
          <h2 id="parallel-title">{t('course.parallel')}</h2>
          <ul className="plain-rows">
            {parallel.map((one) => (
              <li key={`${one.state}${one.since}`}>
                <strong>{one.label}</strong>{' '}
                <span className="quiet">
                  {one.until === undefined
                    ? t('course.since', { time: sayBrussels(one.since) })
                    : t('course.fromTo', { from: sayBrussels(one.since), to: sayBrussels(one.until) })}
                </span>{' '}
                {!one.verified && <Unverified />}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
