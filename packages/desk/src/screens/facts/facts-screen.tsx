/** Facts by group and property: known, contested side by side, and how many nobody has stated. */
import { endsBeforeStart } from '@demarche/core/incident/date-order.ts'
import { useState } from 'react'
import { CaseEvidence, useItemsOfCase } from '../../evidence/case-evidence.tsx'
import { Empty } from '../../parts/empty.tsx'
import { JumpList } from '../../parts/jump-list.tsx'
import { WhyNotRecord } from '../../record/may-record.tsx'
import { useOnRecord } from '../../record/on-record.ts'
import { isTextKey, useText } from '../../texts.ts'
import { FactDialogs } from './fact-dialogs.tsx'
import { FactGroup } from './fact-group.tsx'
import { type FactAct, isStated, knownOf } from './fact-row.ts'

export default function FactsScreen() {
  const t = useText()
  const { facts } = useOnRecord()
  // kept here: a row may go while its form is open, because somebody else withdrew what it shows
  const [act, setAct] = useState<FactAct | null>(null)
  const evidence = useItemsOfCase()
  const groups = Map.groupBy(facts, ({ group }) => group)
  const title = (group: string): string => {
    const key = `group.${group}`
    return isTextKey(key) ? t(key) : group
  }
  const stated = facts.filter(isStated).length
  const valueOf = (property: string) => knownOf(facts, property)
  const contested = facts.filter(({ fact }) => fact?.state === 'contested').length
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
        targets={[
          ...[...groups].map(([group, rows]) => ({
            id: `facts-${group}`,
            label: title(group),
            count: rows.filter(isStated).length,
          })),
          ...(evidence.length > 0
            ? [{ id: 'case-evidence', label: t('evidence.ofCase'), count: evidence.length }]
            : []),
        ]}
      />
      {[...groups].map(([group, rows]) => (
        <FactGroup key={group} id={`facts-${group}`} title={title(group)} rows={rows} onAct={setAct} />
      ))}
      <CaseEvidence />
      <FactDialogs act={act} onClose={() => setAct(null)} />
    </div>
  )
}
