/** Corrects one property of a statement: starts from what it said and on whose word, asks why. */
import type { Dossier, Statement, Value } from '@demarche/core'
import { useText } from '../texts.ts'
import { draftMarking } from './marking-draft.ts'
import { RecordDialog } from './record-dialog.tsx'

interface Props {
  readonly dossier: Dossier
  readonly statement: Statement
  readonly property: string
  readonly label: string
  readonly value: Value
  /** the statement has other values of the property, which stand */
  readonly oneOfSeveral: boolean
  readonly onClose: () => void
}

export function CorrectDialog({ dossier, statement, property, label, value, oneOfSeveral, onClose }: Props) {
  const t = useText()
  const { source, grading, confidence, marking } = statement
  const said = statement.assertions.find((assertion) => assertion.property === property)
  return (
    <RecordDialog
      dossier={dossier}
      property={property}
      title={t('correct.title', { label })}
      intro={t('correct.intro')}
      value={value}
      authority={{
        document: source.document,
        date: source.date ?? '',
        locator: source.locator ?? '',
        address: source.address ?? '',
        party: source.party ?? '',
        note: source.note ?? '',
        verified: source.verified,
        ...grading,
        confidence: confidence ?? '',
        ...draftMarking(marking),
      }}
      validity={{ from: said?.validFrom ?? '', to: said?.validTo ?? '' }}
      corrects={[{ statement: statement.id, property, ...(oneOfSeveral ? { value } : {}) }]}
      onClose={onClose}
    />
  )
}
