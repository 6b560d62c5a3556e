/** The rows; j and k move, Enter opens. On a phone each row becomes a card. */
import type { CaseListAnswer, CaseListQuery, CaseRow } from '@demarche/api'
import { casePath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { MarkingLabel } from '../../frame/marking-banner.tsx'
import { formatPartialDate } from '@demarche/core/kernel/partial-date.ts'
import { countryCodes } from '../../parts/format-value.ts'
import { Pager } from '../../parts/pager.tsx'
import { useText } from '../../texts.ts'
import { type Change, LIMIT } from './case-query.ts'

interface Props {
  readonly answer: CaseListAnswer
  readonly query: Partial<CaseListQuery>
  readonly onChange: Change
}

function Row({ row }: { readonly row: CaseRow }) {
  const t = useText()
  const date = (value: string | null) =>
    value === null ? <span className="quiet">{t('date.unknown')}</span> : formatPartialDate(value)
  return (
    <tr>
      <th scope="row">
        <GoLink to={casePath(row.entity)} data-row="">
          {row.name}
        </GoLink>
      </th>
      <td className="num" data-label={t('cases.column.start')}>
        {date(row.startDate)}
      </td>
      <td className="num" data-label={t('cases.column.disclosed')}>
        {date(row.disclosedDate)}
      </td>
      <td data-label={t('cases.column.memberStates')}>
        {row.memberStates.length === 0 ? (
          <span className="quiet">{t('cases.noMemberStates')}</span>
        ) : (
          countryCodes(row.memberStates)
        )}
      </td>
      <td data-label={t('cases.column.answered')}>
        <span className="category" data-category={row.answered}>
          {t(`answered.${row.answered}`)}
        </span>
      </td>
      <td className="num" data-label={t('cases.column.statements')}>
        {row.statements}
      </td>
      <td data-label={t('cases.column.marking')}>
        <MarkingLabel marking={row.marking} />
      </td>
    </tr>
  )
}

export function CaseTable({ answer, query, onChange }: Props) {
  const t = useText()
  return (
    <>
      <table className="table cards">
        <caption className="sr-only">{t('cases.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('cases.column.name')}</th>
            <th scope="col" className="num">
              {t('cases.column.start')}
            </th>
            <th scope="col" className="num">
              {t('cases.column.disclosed')}
            </th>
            <th scope="col">{t('cases.column.memberStates')}</th>
            <th scope="col">{t('cases.column.answered')}</th>
            <th scope="col" className="num">
              {t('cases.column.statements')}
            </th>
            <th scope="col">{t('cases.column.marking')}</th>
          </tr>
        </thead>
        <tbody>
          {answer.rows.map((row) => (
            <Row key={row.entity} row={row} />
          ))}
        </tbody>
      </table>
      <Pager
        total={answer.total}
        offset={query.offset ?? 0}
        shown={answer.rows.length}
        limit={LIMIT}
        label={t('cases.pages')}
        onGo={(offset) => onChange({ offset: String(offset) })}
      />
    </>
  )
}
