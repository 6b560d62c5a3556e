/** Facts by group and property: known, contested side by side, and how many nobody has stated. */
import type { FactRow } from '@demarche/core'
import { useState } from 'react'
import { propertyLabel } from '../../grounds/labels.ts'
import { Empty } from '../../parts/empty.tsx'
import { JumpList } from '../../parts/jump-list.tsx'
import { RecordDialog } from '../../record/record-dialog.tsx'
import { isTextKey, useText } from '../../texts.ts'
import { useCase } from '../case/case-context.ts'
import { FactGroup } from './fact-group.tsx'
import { isStated } from './fact-row.ts'

export default function FactsScreen() {
  const t = useText()
  const { dossier, doctrine } = useCase()
  const [adding, setAdding] = useState<FactRow | null>(null)
  const groups = Map.groupBy(dossier.facts, ({ group }) => group)
  const title = (group: string): string => {
    const key = `group.${group}`
    return isTextKey(key) ? t(key) : group
  }
  const stated = dossier.facts.filter(isStated).length
  const contested = dossier.facts.filter(({ fact }) => fact?.state === 'contested').length
  return (
    <div className="facts">
      <p className="lead">
        {t('facts.count', { count: stated })}{' '}
        {contested > 0 && <strong>{t('facts.contested', { count: contested })}</strong>}
      </p>
      {stated === 0 && <Empty title={t('facts.emptyTitle')} text={t('facts.emptyText')} />}
      <JumpList
        targets={[...groups].map(([group, rows]) => ({
          id: `facts-${group}`,
          label: title(group),
          count: rows.filter(isStated).length,
        }))}
      />
      {[...groups].map(([group, rows]) => (
        <FactGroup key={group} id={`facts-${group}`} title={title(group)} rows={rows} onAdd={setAdding} />
      ))}
      {adding && (
        <RecordDialog
          dossier={dossier}
          property={adding.property}
          title={t('facts.addTitle', { label: propertyLabel(dossier, doctrine, adding.property, t) })}
          onClose={() => setAdding(null)}
        />
      )}
    </div>
  )
}
