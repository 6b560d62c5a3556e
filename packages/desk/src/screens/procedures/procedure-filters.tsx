/** Filters above the list of procedures; each is part of the address. */
import { MEETING_BODIES } from '@demarche/api/procedure.ts'
import { useDoctrine } from '../../api/queries.ts'
import { bodyInWords } from '../../parts/spelt-out.tsx'
import { useText } from '../../texts.ts'
import { PROCEDURE_SORTS, type ProcedureQuestion, WITHIN_DAYS } from './procedure-query.ts'

interface Props {
  readonly question: ProcedureQuestion
  readonly total: number | undefined
  readonly onChange: (name: 'state' | 'body' | 'within' | 'sort', value: string) => void
}

export function ProcedureFilters({ question, total, onChange }: Props) {
  const t = useText()
  const { data: doctrine } = useDoctrine()
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <label>
        <span>{t('procedures.which')}</span>
        <select
          value={question.state}
          onChange={(event) => onChange('state', event.target.value === 'all' ? 'all' : '')}
        >
          <option value="open">{t('procedures.openOnly')}</option>
          <option value="all">{t('procedures.all')}</option>
        </select>
      </label>
      <label>
        <span>{t('procedures.body')}</span>
        <select value={question.body ?? ''} onChange={(event) => onChange('body', event.target.value)}>
          <option value="">{t('cases.any')}</option>
          {MEETING_BODIES.map((body) => (
            <option key={body} value={body}>
              {bodyInWords(doctrine, body, t(`body.${body}`))}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('procedure.nextDeadline')}</span>
        <select value={question.within ?? ''} onChange={(event) => onChange('within', event.target.value)}>
          <option value="">{t('cases.any')}</option>
          {WITHIN_DAYS.map((days) => (
            <option key={days} value={days}>
              {t('procedures.within', { days })}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('cases.sort')}</span>
        <select value={question.sort} onChange={(event) => onChange('sort', event.target.value)}>
          {PROCEDURE_SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(`procedures.sort.${sort}`)}
            </option>
          ))}
        </select>
      </label>
      <p className="filter-count" role="status">
        {total !== undefined && t('procedures.count', { count: total })}
      </p>
    </form>
  )
}
