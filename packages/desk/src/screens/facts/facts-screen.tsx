/** Facts by group and property: known, contested side by side, and how many nobody has stated. */
import { endsBeforeStart } from '@demarche/core/incident/date-order.ts'
import { useState } from 'react'
import { propertyLabel } from '../../grounds/labels.ts'
import { Empty } from '../../parts/empty.tsx'
import { JumpList } from '../../parts/jump-list.tsx'
import { CorrectDialog } from '../../record/correct-dialog.tsx'
import { WhyNotRecord } from '../../record/may-record.tsx'
import { RecordDialog } from '../../record/record-dialog.tsx'
import { RetractDialog } from '../../record/retract-dialog.tsx'
import { isTextKey, useText } from '../../texts.ts'
import { useCase } from '../case/case-context.ts'
import { FactGroup } from './fact-group.tsx'
import { type FactAct, isStated, knownOf } from './fact-row.ts'

export default function FactsScreen() {
  const t = useText()
  const { dossier, doctrine } = useCase()
  // kept here: a row may go while its form is open, because somebody else withdrew what it shows
  const [act, setAct] = useState<FactAct | null>(null)
  const close = () => setAct(null)
  const label = act ? propertyLabel(dossier, doctrine, act.row.property, t) : ''
  const groups = Map.groupBy(dossier.facts, ({ group }) => group)
  const title = (group: string): string => {
    const key = `group.${group}`
    return isTextKey(key) ? t(key) : group
  }
  const stated = dossier.facts.filter(isStated).length
  const valueOf = (property: string) => knownOf(dossier, property)
  const contested = dossier.facts.filter(({ fact }) => fact?.state === 'contested').length
  return (
    <div className="facts">
      <p className="lead">
        {t('facts.count', { count: stated })}{' '}
        {contested > 0 && <strong>{t('facts.contested', { count: contested })}</strong>}
      </p>
      <WhyNotRecord />
      {endsBeforeStart(valueOf('startDate'), valueOf('endDate')) && (
        <p className="note" data-tone="warn">
          {t('facts.endsBeforeStart')}
        </p>
      )}
      {stated === 0 && <Empty title={t('facts.emptyTitle')} text={t('facts.emptyText')} />}
      <JumpList
        targets={[...groups].map(([group, rows]) => ({
          id: `facts-${group}`,
          label: title(group),
          count: rows.filter(isStated).length,
        }))}
      />
      {[...groups].map(([group, rows]) => (
        <FactGroup key={group} id={`facts-${group}`} title={title(group)} rows={rows} onAct={setAct} />
      ))}
      {act?.kind === 'add' && (
        <RecordDialog
          dossier={dossier}
          property={act.row.property}
          title={t('facts.addTitle', { label })}
          onClose={close}
        />
      )}
      {act?.kind === 'correct' && (
        <CorrectDialog
          dossier={dossier}
          statement={act.statement}
          property={act.row.property}
          label={label}
          value={act.value}
          oneOfSeveral={act.row.cardinality === 'many'}
          onClose={close}
        />
      )}
      {act?.kind === 'retract' && (
        <RetractDialog
          dossier={dossier}
          statement={act.statement}
          property={act.row.property}
          label={label}
          only={act.row.cardinality === 'many' ? act.value : undefined}
          onClose={close}
        />
      )}
    </div>
  )
}
