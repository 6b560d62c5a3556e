/** One item of guidance in the survey: what is on record of it, and what is to be said. */
import type { Implementation, Norm } from '@demarche/core'
import { recordPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import type { FieldFault } from '../../record/authority-draft.ts'
import { TextField } from '../../record/text-field.tsx'
import { useText } from '../../texts.ts'
import { Grounds } from './implementation-table.tsx'
import { StandingWord } from './standing-word.tsx'
import { ANSWERS, type SurveyRow } from './survey.ts'

interface Props {
  readonly item: Norm['items'][number]
  readonly row: SurveyRow
  readonly onRecord: readonly Implementation[]
  readonly faults: readonly FieldFault[]
  readonly disabled: boolean
  readonly onChange: (row: SurveyRow) => void
}

export function SurveyItem({ item, row, onRecord, faults, disabled, onChange }: Props) {
  const t = useText()
  const error = (column: string) => faults.find(({ field }) => field === `${item.id}-${column}`)?.message
  const standingFault = error('standing')
  const isOpen = row.standing !== '' || [row.act, row.since, row.evidence].some((text) => text !== '')
  return (
    <div className="survey-item">
      <div className="field" data-invalid={standingFault !== undefined}>
        <label htmlFor={`${item.id}-standing`}>{item.text}</label>
        {standingFault !== undefined && (
          <p className="field-error" id={`${item.id}-standing-error`}>
            {standingFault}
          </p>
        )}
        {onRecord.map((record) => (
          <div key={record.entity} className="survey-known">
            <GoLink to={recordPath(record.entity)}>
              {t('survey.onRecord')} <StandingWord standing={record.standing} />
            </GoLink>
            <Grounds record={record} />
          </div>
        ))}
        <select
          id={`${item.id}-standing`}
          value={row.standing}
          disabled={disabled}
          aria-invalid={standingFault !== undefined}
          aria-describedby={standingFault === undefined ? undefined : `${item.id}-standing-error`}
          onChange={(event) =>
            onChange({ ...row, standing: ANSWERS.find((one) => one === event.target.value) ?? '' })
          }
        >
          <option value="">{t('survey.notSaid')}</option>
          {ANSWERS.map((answer) => (
            <option key={answer} value={answer}>
              {t(`standing.${answer}`)}
            </option>
          ))}
        </select>
      </div>
      {isOpen && !disabled && (
        <>
          <TextField
            id={`${item.id}-act`}
            label={t('survey.act')}
            value={row.act}
            error={undefined}
            onChange={(act) => onChange({ ...row, act })}
          />
          <div className="field-row">
            <TextField
              id={`${item.id}-since`}
              label={t('survey.since')}
              value={row.since}
              error={error('since')}
              isShort
              onChange={(since) => onChange({ ...row, since })}
            />
            <TextField
              id={`${item.id}-evidence`}
              label={t('survey.evidence')}
              value={row.evidence}
              error={error('evidence')}
              onChange={(evidence) => onChange({ ...row, evidence })}
            />
          </div>
        </>
      )}
    </div>
  )
}
