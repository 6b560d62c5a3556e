/** Corrects one property of a statement: starts from what it said, asks for the source and why. */
import type { Statement, Value } from '@demarche/core'
import { useText } from '../texts.ts'
import { formerSourceOf } from './authority-draft.ts'
import { RecordDialog } from './record-dialog.tsx'

interface Props {
  readonly statement: Statement
  readonly property: string
  readonly label: string
  readonly value: Value
  /** the statement has other values of the property, which stand */
  readonly oneOfSeveral: boolean
  readonly onClose: () => void
}

export function CorrectDialog({ statement, property, label, value, oneOfSeveral, onClose }: Props) {
  const t = useText()
  const said = statement.assertions.find((assertion) => assertion.property === property)
  return (
    <RecordDialog
      property={property}
      title={t('correct.title', { label })}
      intro={t('correct.intro')}
      value={value}
      formerSource={formerSourceOf(statement)}
      validity={{ from: said?.validFrom ?? '', to: said?.validTo ?? '' }}
      corrects={[{ statement: statement.id, property, ...(oneOfSeveral ? { value } : {}) }]}
      onClose={onClose}
    />
  )
}
