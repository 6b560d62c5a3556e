/** The drawer for what somebody is about to do about a row of facts: state, correct, retract. */
import { CorrectDialog } from '../../record/correct-dialog.tsx'
import { useOnRecord } from '../../record/on-record.ts'
import { RecordDialog } from '../../record/record-dialog.tsx'
import { RetractDialog } from '../../record/retract-dialog.tsx'
import { useText } from '../../texts.ts'
import type { FactAct } from './fact-row.ts'

interface Props {
  readonly act: FactAct | null
  readonly onClose: () => void
}

export function FactDialogs({ act, onClose }: Props) {
  const t = useText()
  const { wording } = useOnRecord()
  if (!act) return null
  const { property, cardinality } = act.row
  const label = wording.label(property)
  if (act.kind === 'add')
    return <RecordDialog property={property} title={t('facts.addTitle', { label })} onClose={onClose} />
  const { statement, value } = act
  return act.kind === 'correct' ? (
    <CorrectDialog
      statement={statement}
      property={property}
      label={label}
      value={value}
      oneOfSeveral={cardinality === 'many'}
      onClose={onClose}
    />
  ) : (
    <RetractDialog
      statement={statement}
      property={property}
      label={label}
      only={cardinality === 'many' ? value : undefined}
      onClose={onClose}
    />
  )
}
