/** Where the procedure stands: the state and since when, what was decided how, what is under way. */
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import { formatPartialDate } from '../../../parts/format-date.ts'
import { entryOn } from '@demarche/core/procedure/graph.ts'
import { Unverified } from '../../../parts/authority-mark.tsx'
import { semicolon } from '../../../parts/semicolon.ts'
import { useText } from '../../../texts.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'
import { actWords, partyCodes } from './act-words.ts'
import { sayBrussels } from './brussels-words.ts'
import { RightsOnFile } from './rights-on-file.tsx'
import { Pairs } from './said.tsx'

export function Standing() {
  const t = useText()
  const { answer, doctrine } = useProcedureOnScreen()
  const { procedure } = answer
  const { state, adoption, adoptionProposed, prolonging, lapsed, noAction } = procedure
  const track = doctrine && entryOn(doctrine.tracks, procedure.track, procedure.openedOn)
  const lists = track?.notifies ?? false
  return (
    <section aria-labelledby="standing-title">
      <h2 id="standing-title">{t('course.standing')}</h2>
      <p className="standing-state">
        <strong>{state.label}</strong>{' '}
        <span className="quiet">{t('course.since', { time: sayBrussels(state.since) })}</span>{' '}
        {!state.verified && <Unverified />}
      </p>
      <p>{procedure.reason}</p>
      <dl className="pairs said">
        <div>
          <dt>{t('course.track')}</dt>
          <dd>
            {procedure.trackLabel} {!procedure.trackVerified && <Unverified />}
          </dd>
        </div>
        <div>
          <dt>{t('course.opened')}</dt>
          <dd>
            {euCountryCode(procedure.opened.party)}, {sayBrussels(procedure.opened.at)}
          </dd>
        </div>
        {procedure.subjects.length > 0 && (
          <div>
            <dt>{t('open.subjects')}</dt>
            <dd>
              {procedure.listed.length > 0
                ? procedure.listed
                    .map(({ name, identifiedBy }) => `${name} (${identifiedBy})`)
                    .join(semicolon())
                : procedure.subjects.join(semicolon())}
            </dd>
          </div>
        )}
        {lists && procedure.subjects.length === 0 && (
          <div>
            <dt>{t('open.subjects')}</dt>
            <dd>{t('course.nobodyNamed')}</dd>
          </div>
        )}
        {adoption && (
          <div>
            <dt>{t('course.adopted')}</dt>
            <dd>
              {t(`course.adopted.${adoption.how}`, { time: sayBrussels(adoption.at) })}
              {adoption.confirmed &&
                ` ${t('course.confirmedBy', { party: euCountryCode(adoption.confirmed.party) })}`}
              {adoption.declaring.length > 0 &&
                ` ${t('course.declaring', { parties: partyCodes(adoption.declaring) })}`}
            </dd>
          </div>
        )}
        {prolonging && (
          <div>
            <dt>{t('course.prolonging')}</dt>
            <dd>{formatPartialDate(prolonging.until)}</dd>
          </div>
        )}
        {procedure.prolongedUntil && (
          <div>
            <dt>{t('course.prolongedUntil')}</dt>
            <dd>{formatPartialDate(procedure.prolongedUntil)}</dd>
          </div>
        )}
        {lapsed && (
          <div>
            <dt>{t('course.lapsed')}</dt>
            <dd>
              {formatPartialDate(lapsed.on)}
              {t('mark.colon')} {lapsed.reason}
            </dd>
          </div>
        )}
        {noAction && (
          <div>
            <dt>{t('procedure.outcome.no-action')}</dt>
            <dd>{noAction.reason}</dd>
          </div>
        )}
        <RightsOnFile />
      </dl>
      {procedure.standingBrakes.map((brake) => (
        <p key={brake.statement} className="note" data-tone="warn">
          {t('course.brake', { party: euCountryCode(brake.party), reason: brake.reason })}
        </p>
      ))}
      {adoptionProposed && (
        <div className="note" data-tone="warn">
          <p>
            {t('course.waitsForSecond', {
              party: euCountryCode(adoptionProposed.party),
              time: sayBrussels(adoptionProposed.at),
            })}
          </p>
          <Pairs words={actWords(t, doctrine, { verb: 'adopt', acts: [...adoptionProposed.acts] })} />
        </div>
      )}
    </section>
  )
}
