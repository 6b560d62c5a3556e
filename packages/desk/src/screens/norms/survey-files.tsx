/** The survey as a table of comma-separated values: saved to be filled in elsewhere, and read back into the form. */
import type { Implementation, Norm } from '@demarche/core'
import { useId, useState } from 'react'
import { saveFile } from '../../api/client.ts'
import { useText } from '../../texts.ts'
import {
  ANSWERS,
  NOTHING_SAID,
  readSurvey,
  type SurveyRow,
  type SurveyRows,
  type TableFault,
  writeSurvey,
} from './survey.ts'

interface Props {
  readonly state: string
  readonly norms: readonly Norm[]
  /** what was typed */
  readonly rows: SurveyRows
  readonly onRecord: readonly Implementation[]
  readonly onRows: (rows: SurveyRows) => void
}

const MOST_FAULTS = 10

export function SurveyFiles({ state, norms, rows, onRecord, onRows }: Props) {
  const t = useText()
  const id = useId()
  const [faults, setFaults] = useState<readonly TableFault[]>([])
  const [taken, setTaken] = useState<number>()
  const load = async (file: File | undefined) => {
    if (!file) return
    const read = readSurvey(await file.text(), norms)
    setFaults(read.faults)
    setTaken(read.faults.length > 0 ? undefined : Object.keys(read.rows).length)
    if (read.faults.length === 0) onRows(read.rows)
  }
  const save = () => {
    const known = Object.fromEntries(onRecord.map((one) => [one.item, rowOf(one)]))
    saveFile(writeSurvey(norms, { ...known, ...rows }), `norms-survey-${state}.csv`, 'text/csv')
  }
  return (
    <div className="survey-files">
      <button type="button" onClick={save}>
        {t('survey.save')}
      </button>
      <div className="field">
        <label htmlFor={id}>{t('survey.load')}</label>
        <input
          id={id}
          type="file"
          accept=".csv,text/csv"
          onChange={(event) => {
            void load(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </div>
      {taken !== undefined && <p role="status">{t('survey.loaded', { count: taken })}</p>}
      {faults.length > 0 && (
        <div className="note" data-tone="error" role="alert">
          <p>{t('survey.refused')}</p>
          <ul>
            {faults.slice(0, MOST_FAULTS).map(({ line, column, seen }, index) => (
              <li key={index}>{t('survey.refusedLine', { line, column, seen })}</li>
            ))}
          </ul>
          {faults.length > MOST_FAULTS && (
            <p>{t('portfolio.more', { count: faults.length - MOST_FAULTS })}</p>
          )}
        </div>
      )}
    </div>
  )
}

/** What is on record, as a row of the table. */
function rowOf({ standing, act = '', since = '', page = '' }: Implementation): SurveyRow {
  return {
    ...NOTHING_SAID,
    standing: ANSWERS.find((one) => one === standing) ?? '',
    act,
    since,
    evidence: page,
  }
}
