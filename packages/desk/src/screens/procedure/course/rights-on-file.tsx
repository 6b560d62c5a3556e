/** The rights check on which a procedure was opened, as it stood then and as the reader may see it (RGT-12). */
import { formatPartialDate, sayBrussels } from '../../../parts/format-date.ts'
import { GoLink } from '../../../frame/go-link.tsx'
import { usePartyName } from '../../../parts/party-name.ts'
import { useText } from '../../../texts.ts'
import { CheckStanding } from '../../rights/check-standing.tsx'
import { rightsPath } from '../../rights/rights-words.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'

export function RightsOnFile() {
  const t = useText()
  const partyName = usePartyName()
  const { rights, procedure } = useProcedureOnScreen().answer
  return (
    <div>
      <dt>{t('rights.ofProcedure')}</dt>
      <dd>
        {rights === null ? (
          <span className="quiet">{t('rights.noneOfProcedure')}</span>
        ) : (
          <>
            <CheckStanding check={rights.check} />
            {rights.check.signature && (
              <p>
                {t('rights.signedBy', {
                  who: partyName(rights.check.signature.party),
                  time: sayBrussels(rights.check.signature.at),
                  date: formatPartialDate(rights.check.signature.reviewBy),
                })}
              </p>
            )}
            {rights.reason !== undefined && <p>{t('rights.openedDespite', { reason: rights.reason })}</p>}
            <p className="quiet">
              {t('rights.asItStood')}{' '}
              <GoLink to={rightsPath(procedure.case, rights.check.measures)}>{t('rights.goTo')}</GoLink>
            </p>
          </>
        )}
      </dd>
    </div>
  )
}
