/** Records that changed, each with its last acts of record: what was done, about what, when, by whom, on which document. */
import type { ChangeAct, ChangedRecordRow } from '@demarche/api'
import { propertyOf } from '@demarche/core/portfolio/record-kind.ts'
import type { RecordKind } from '@demarche/core'
import { recordPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { MarkingLabel } from '../../frame/marking-banner.tsx'
import { formatInstant, formatNumber } from '../../parts/format-value.ts'
import { usePartyName } from '../../parts/party-name.ts'
import { capital } from '../../portfolio/capital.ts'
import { useText } from '../../texts.ts'

/** More than these are told by the history of the record. */
const MOST_ACTS = 4

interface Props {
  readonly rows: readonly ChangedRecordRow[]
  readonly kinds: readonly RecordKind[]
}

export function ChangeList({ rows, kinds }: Props) {
  const t = useText()
  return (
    <section aria-labelledby="changed">
      <h2 id="changed" className="sr-only">
        {t('changes.list')}
      </h2>
      <ul className="plain-rows">
        {rows.map((row) => {
          const kind = kinds.find(({ id }) => id === row.kind)
          return kind && <ChangedRecord key={row.entity} row={row} kind={kind} />
        })}
      </ul>
    </section>
  )
}

function ChangedRecord({ row, kind }: { readonly row: ChangedRecordRow; readonly kind: RecordKind }) {
  const t = useText()
  const earlier = row.acts.length - MOST_ACTS
  return (
    <li className="point-record">
      <p>
        <GoLink to={recordPath(row.entity)} data-row="">
          {row.name}
        </GoLink>{' '}
        <span className="quiet">{capital(kind.label)}</span>{' '}
        {row.isWithdrawn ? (
          <span className="tag" data-tone="warn">
            {t('changes.withdrawn')}
          </span>
        ) : (
          row.isNew && <span className="tag">{t('changes.new')}</span>
        )}{' '}
        <MarkingLabel marking={row.marking} />
      </p>
      <ul className="point-sorts">
        {row.acts.slice(0, MOST_ACTS).map((act) => (
          <Act key={`${act.act} ${act.at} ${act.by}`} act={act} kind={kind} />
        ))}
        {earlier > 0 && (
          <li>
            <GoLink to={`${recordPath(row.entity)}?at=history`}>
              {t('changes.earlier', { count: earlier, number: formatNumber(earlier) })}
            </GoLink>
          </li>
        )}
      </ul>
    </li>
  )
}

function Act({ act, kind }: { readonly act: ChangeAct; readonly kind: RecordKind }) {
  const t = useText()
  const partyName = usePartyName()
  const properties = act.properties.map((property) => propertyOf(kind, property)?.label ?? property)
  return (
    <li>
      <span className="tag" data-tone={act.act === 'stated' ? undefined : 'warn'}>
        {t(`act.${act.act}`)}
      </span>{' '}
      {properties.join(', ') || t('history.wholeStatement')}{' '}
      <span className="quiet">
        {[formatInstant(act.at), partyName(act.by), ...act.sources, act.reason].filter(Boolean).join(', ')}
      </span>
    </li>
  )
}
