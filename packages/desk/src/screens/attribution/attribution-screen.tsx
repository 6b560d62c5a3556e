/** Who says that who did it: claims side by side, competing hypotheses, where the Member States stand. */
import { useState } from 'react'
import { RecordDialog } from '../../record/record-dialog.tsx'
import { useText } from '../../texts.ts'
import { useCase } from '../case/case-context.ts'
import { Claims } from './claims.tsx'
import { HypothesisTable } from './hypothesis-table.tsx'
import { MemberStateStrip } from './member-state-strip.tsx'

export default function AttributionScreen() {
  const t = useText()
  const { dossier } = useCase()
  const [adding, setAdding] = useState<'attributionClaim' | 'hypothesis' | 'evidence' | null>(null)
  const id =
    adding === 'hypothesis'
      ? `H${dossier.attribution.matrix.hypotheses.length + 1}`
      : `E${dossier.attribution.matrix.rows.length + 1}`
  return (
    <div className="attribution">
      <p className="note" data-tone="info">
        {t('attribution.infrastructureNote')}
      </p>
      <Claims dossier={dossier} onAdd={() => setAdding('attributionClaim')} />
      <MemberStateStrip dossier={dossier} />
      <HypothesisTable dossier={dossier} onAdd={setAdding} />
      {adding && (
        <RecordDialog
          property={adding}
          title={t(`attribution.add.${adding}`)}
          value={adding === 'attributionClaim' ? undefined : { id }}
          onClose={() => setAdding(null)}
        />
      )}
    </div>
  )
}
