/** What stands of the result of a consultation: as it is read, and beside what was typed where somebody wrote it meanwhile. */
import type { ConsultationAnswer } from '@demarche/api'
import { SynthesisText } from '../../consultation/synthesis-text.tsx'
import { recordPath } from '../../frame/address.ts'
import { useText } from '../../texts.ts'

/** The synthesis and the outcome as they stand. */
export function OnRecord({
  consultation: { synthesis, cited, outcome },
}: Pick<ConsultationAnswer, 'consultation'>) {
  return (
    <>
      <SynthesisText
        paragraphs={synthesis}
        cited={cited.map((one) => one.entity)}
        onPage={[]}
        pathTo={recordPath}
      />
      {outcome !== undefined && <p className="own-lines">{outcome}</p>}
    </>
  )
}

/** What somebody else wrote meanwhile, beside what was typed, and the two ways to go on. */
export function Overtaken({
  consultation,
  onTakeNote,
  onDiscard,
}: {
  readonly consultation: ConsultationAnswer['consultation']
  readonly onTakeNote: () => void
  readonly onDiscard: () => void
}) {
  const t = useText()
  const { synthesis, outcome } = consultation
  return (
    <div className="note" data-tone="warn" role="alert">
      <h3>{t('meanwhile.title')}</h3>
      <p>
        {t(synthesis.length > 0 || outcome !== undefined ? 'meanwhile.standsNow' : 'meanwhile.nothingStands')}
      </p>
      <OnRecord consultation={consultation} />
      <p>{t('fault.nothingLost')}</p>
      <p className="actions">
        <button type="button" onClick={onTakeNote}>
          {t('desk.consultation.goOnWithMine')}
        </button>
        <button type="button" onClick={onDiscard}>
          {t('desk.consultation.discard')}
        </button>
      </p>
    </div>
  )
}
