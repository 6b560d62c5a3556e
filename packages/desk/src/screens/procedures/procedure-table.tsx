/** Procedures, one line each, what runs out next in front; j and k move, Enter opens. On a phone each is a card. */
import type { ProcedureInList } from '@demarche/api'
import { formatPartialDate } from '../../parts/format-date.ts'
import { dayInBrussels } from '@demarche/core/kernel/brussels-day.ts'
import { procedurePath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { MarkingLabel } from '../../frame/marking-banner.tsx'
import { countryCodes } from '../../parts/format-value.ts'
import { SpeltOut } from '../../parts/spelt-out.tsx'
import { useText } from '../../texts.ts'
import { deadlineTime, deadlineWords } from '../procedure/course/brussels-words.ts'
import { nextDeadline } from './procedure-query.ts'

interface Props {
  readonly procedures: readonly ProcedureInList[]
  /** false where all are of the case on screen */
  readonly withCase?: boolean
}

export function ProcedureTable({ procedures, withCase = true }: Props) {
  const t = useText()
  return (
    <table className="table cards procedures">
      <caption className="sr-only">{t('procedures.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('procedure.nextDeadline')}</th>
          <th scope="col">{t('procedures.name')}</th>
          <th scope="col">{t('procedure.measure')}</th>
          <th scope="col">{t('procedure.state')}</th>
          <th scope="col">{t('procedures.reserves')}</th>
          <th scope="col">{t('cases.column.marking')}</th>
        </tr>
      </thead>
      <tbody>
        {procedures.map((one) => (
          <Row key={one.entity} one={one} withCase={withCase} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ one, withCase }: { readonly one: ProcedureInList; readonly withCase: boolean }) {
  const t = useText()
  const { entity, procedure, caseName, marking } = one
  const deadline = nextDeadline(one)
  return (
    <tr>
      <td data-label={t('procedure.nextDeadline')}>
        {deadline ? (
          <div>
            <strong>{deadlineTime(deadline)}</strong>{' '}
            <span className="quiet deadline-what">{deadlineWords(t, deadline)}</span>
          </div>
        ) : (
          <span className="quiet">{t('procedures.noDeadline')}</span>
        )}
      </td>
      <th scope="row">
        <GoLink to={procedurePath(entity)} data-row="">
          {procedure.title}
        </GoLink>
        {withCase && caseName !== null && <span className="quiet case-of"> {caseName}</span>}
      </th>
      <td data-label={t('procedure.measure')}>{procedure.measureLabel}</td>
      <td data-label={t('procedure.state')}>
        <div>
          <SpeltOut text={procedure.state.label} />{' '}
          <span className="quiet">
            {t('course.since', { time: formatPartialDate(dayInBrussels(procedure.state.since)) })}
          </span>{' '}
          {!procedure.isOpen && <span className="tag">{t(`procedure.outcome.${procedure.outcome}`)}</span>}
        </div>
      </td>
      <td data-label={t('procedures.reserves')}>
        {procedure.reserves.length === 0 ? (
          <span className="quiet">{t('procedures.noReserves')}</span>
        ) : (
          countryCodes([...new Set(procedure.reserves.map(({ party }) => party))])
        )}
      </td>
      <td data-label={t('cases.column.marking')}>
        <MarkingLabel marking={marking} />
      </td>
    </tr>
  )
}
