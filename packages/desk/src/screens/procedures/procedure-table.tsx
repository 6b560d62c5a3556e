/** Procedures, one line each: what, where it stands, what runs out next. */
import type { ProcedureOnRecord } from '@demarche/api'
import { procedurePath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useText } from '../../texts.ts'

export function ProcedureTable({ procedures }: { readonly procedures: readonly ProcedureOnRecord[] }) {
  const t = useText()
  return (
    <table className="table cards">
      <thead>
        <tr>
          <th scope="col">{t('procedures.name')}</th>
          <th scope="col">{t('procedure.measure')}</th>
          <th scope="col">{t('procedure.state')}</th>
          <th scope="col">{t('procedure.nextDeadline')}</th>
        </tr>
      </thead>
      <tbody>
        {procedures.map(({ entity, procedure, caseName }) => (
          <tr key={entity}>
            <th scope="row">
              <GoLink to={procedurePath(entity)}>{procedure.title}</GoLink>
              {caseName !== null && <span className="quiet"> {caseName}</span>}
            </th>
            <td data-label={t('procedure.measure')}>{procedure.measureLabel}</td>
            <td data-label={t('procedure.state')}>
              {procedure.state.label}{' '}
              <span className="tag">{t(`procedure.outcome.${procedure.outcome}`)}</span>
            </td>
            <td data-label={t('procedure.nextDeadline')}>
              {procedure.deadlines.find(({ past }) => !past)?.label}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
