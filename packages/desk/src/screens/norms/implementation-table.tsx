/** Items of guidance against States: how each implements it, since when, on whose word; and the way to state what is not known. */
import { formatPartialDate } from '../../parts/format-date.ts'
import {
  type Implementation,
  implementationTable,
  statesOnRecord,
} from '@demarche/core/portfolio/norms/implementation.ts'
import type { Norm } from '@demarche/core'
import { newRecordPath, recordPath, statesIn, useAddressValues } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { Unverified } from '../../parts/authority-mark.tsx'
import { usePrintedPlaceName } from '../../portfolio/places.ts'
import { StatusNotes } from '../../portfolio/status-notes.tsx'
import { MayRecord } from '../../record/may-record.tsx'
import { useText } from '../../texts.ts'
import { StandingWord } from './standing-word.tsx'
import { StateChooser } from './state-chooser.tsx'

interface Props {
  readonly norm: Norm
  readonly implementations: readonly Implementation[]
}

export function ImplementationTable({ norm, implementations }: Props) {
  const t = useText()
  const placeName = usePrintedPlaceName()
  const [search, change] = useAddressValues()
  const asked = statesIn(search)
  const states = asked.length > 0 ? asked : statesOnRecord(norm, implementations)
  const show = (codes: readonly string[]) => change({ states: [...new Set(codes)].join(',') })
  return (
    <>
      <p className="quiet">{t('implementation.lead')}</p>
      <div className="states">
        <StateChooser
          id="add-state"
          label={t('implementation.addState')}
          onChoose={(code) => show([...states, code])}
        />
        {asked.length > 0 &&
          states.map((code) => (
            <button
              key={code}
              type="button"
              className="button-quiet"
              onClick={() => show(states.filter((one) => one !== code))}
            >
              {t('implementation.dropState', { state: placeName(code) })}
            </button>
          ))}
      </div>
      {states.length === 0 && <p>{t('implementation.nobody')}</p>}
      <div className="scroll" tabIndex={0} role="group" aria-label={t('implementation.title')}>
        <table className="table implementation">
          <caption className="sr-only">{t('implementation.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('implementation.item')}</th>
              {states.map((code) => (
                <th scope="col" key={code}>
                  {placeName(code)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {implementationTable(norm, states, implementations).map(({ item, cells }) => {
              const known = norm.items.find(({ id }) => id === item)
              return (
                <tr key={item}>
                  <th scope="row">
                    {known?.text} {known?.verified === false && <Unverified />}
                  </th>
                  {cells.map(({ state, records }) => (
                    <td key={state}>
                      <Cell item={item} text={known?.text ?? item} state={state} records={records} />
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <StatusNotes named={states} />
    </>
  )
}

interface CellProps {
  readonly item: string
  readonly text: string
  readonly state: string
  readonly records: readonly Implementation[]
}

function Cell({ item, text, state, records }: CellProps) {
  const t = useText()
  const placeName = usePrintedPlaceName()
  if (records.length === 0) {
    const name = t('implementation.name', { state: placeName(state), item: text })
    return (
      <>
        <StandingWord standing="unknown" />
        <MayRecord>
          <GoLink
            className="implementation-state"
            to={newRecordPath('implementation', { party: state, item, name })}
          >
            {t('implementation.stateIt')}
            <span className="sr-only"> {name}</span>
          </GoLink>
        </MayRecord>
      </>
    )
  }
  return records.map((record) => (
    <div key={record.entity} className="implementation-record">
      <GoLink to={recordPath(record.entity)}>
        <StandingWord standing={record.standing} />
        <span className="sr-only"> {text}</span>
      </GoLink>
      <Grounds record={record} />
    </div>
  ))
}

/** Since when, what it does, and on whose word of which day. */
export function Grounds({ record }: { readonly record: Implementation }) {
  const t = useText()
  const { since, act, sources } = record
  return (
    <>
      {act !== undefined && <p>{act}</p>}
      <p className="quiet">
        {since !== undefined && `${t('implementation.since', { date: formatPartialDate(since) })} `}
        {sources.map(({ document, date }, index) => (
          <span key={index}>
            {date === undefined
              ? t('implementation.undated', { document })
              : t('implementation.source', { document, date: formatPartialDate(date) })}{' '}
          </span>
        ))}
        {sources.some(({ verified }) => !verified) && <Unverified />}
      </p>
    </>
  )
}
