/** Like cases answered differently: the desk is told and gives its reason. */
import type { ConsistencyNote, Dossier } from '@demarche/core'
import { useState } from 'react'
import { GroundsButton } from '../../grounds/grounds-button.tsx'
import { reasonInDesk } from '../../parts/say-reason.ts'
import { MayRecord } from '../../record/may-record.tsx'
import { RecordDialog } from '../../record/record-dialog.tsx'
import { useText } from '../../texts.ts'

export function Consistency({ dossier }: { readonly dossier: Dossier }) {
  const t = useText()
  const [giving, setGiving] = useState<ConsistencyNote | null>(null)
  return (
    <section aria-labelledby="consistency-title">
      <h2 id="consistency-title">{t('options.consistency')}</h2>
      {dossier.consistency.length === 0 ? (
        <p className="quiet">{t('options.consistent')}</p>
      ) : (
        <ul className="plain-rows">
          {dossier.consistency.map((note) => (
            <li key={`${note.kind}${note.precedent}`}>
              <p className="row-line">
                <span className="tag" data-tone="warn">
                  {t(`consistency.${note.kind}`)}
                </span>{' '}
                <GroundsButton row topic={{ kind: 'consistency', id: note.precedent }}>
                  {note.precedentName}
                </GroundsButton>
              </p>
              <p>{reasonInDesk(t, note.words, note.text)}</p>
              {note.reason ? (
                <p>
                  <span className="quiet">{t('options.reasonOnRecord')}</span> {note.reason}
                </p>
              ) : (
                <MayRecord>
                  <button type="button" onClick={() => setGiving(note)}>
                    {t('options.giveReason')} <span className="sr-only">{note.precedentName}</span>
                  </button>
                </MayRecord>
              )}
            </li>
          ))}
        </ul>
      )}
      {giving && (
        <RecordDialog
          property="divergenceReason"
          title={t('options.giveReasonTitle', { name: giving.precedentName })}
          intro={reasonInDesk(t, giving.words, giving.text)}
          value={{ precedent: giving.precedent, reason: '' }}
          onClose={() => setGiving(null)}
        />
      )}
    </section>
  )
}
