/** Proposes other words for a paragraph, its deletion, or a new paragraph after it; the comparison is shown while typing. */
import { compareWords } from '@demarche/core/procedure/joint-text/compare-words.ts'
import type { Paragraph } from '@demarche/core'
import type { FormEvent } from 'react'
import { useSession } from '../../../api/queries.ts'
import { useTell } from '../../../frame/toasts.tsx'
import type { Words } from '../../../frame/typed.ts'
import { useText } from '../../../texts.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'
import { ActTrouble } from './act-trouble.tsx'
import { nextAmendment } from './split-text.ts'
import { useMay, useTextAct } from './use-text-act.ts'
import { WordRuns } from './word-runs.tsx'

export type AmendKind = 'replace' | 'insert' | 'delete'

interface Props {
  readonly kind: AmendKind
  readonly paragraph: Paragraph
  readonly typed: Words
  readonly onType: (typed: Words | null) => void
}

export function AmendForm({ kind, paragraph, typed, onType }: Props) {
  const t = useText()
  const tell = useTell()
  const { answer } = useProcedureOnScreen()
  const session = useSession()
  const act = useTextAct()
  const may = useMay()('amend')
  const text = kind === 'delete' ? '' : (typed['text'] ?? (kind === 'insert' ? '' : paragraph.text))
  const before = kind === 'insert' ? '' : paragraph.text
  const says = kind === 'delete' || (text.trim() !== '' && text.trim() !== before.trim())
  const field = (name: string) => `${name}-${kind}-${paragraph.id}`
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const party = session.data?.party
    if (!says || party === undefined) return
    const reason = typed['reason']?.trim()
    act.send(
      {
        verb: 'amend',
        amendment: nextAmendment(party, answer.text.amendments),
        paragraph: paragraph.id,
        text: text.trim(),
        ...(kind === 'insert' ? { insert: true } : {}),
        ...(reason ? { reason } : {}),
      },
      () => {
        onType(null)
        tell(t('text.proposed'))
      },
    )
  }
  return (
    <form className="amend-form" onSubmit={submit}>
      <h4>{t(`text.propose.${kind}`, { paragraph: paragraph.id })}</h4>
      {kind !== 'delete' && (
        <div className="field">
          <label htmlFor={field('words')}>{t('text.words')}</label>
          <textarea
            id={field('words')}
            rows={Math.max(4, Math.ceil(text.length / 70))}
            value={text}
            autoFocus
            onChange={(event) => onType({ ...typed, text: event.target.value })}
          />
        </div>
      )}
      <div className="field">
        <label htmlFor={field('why')}>{t('text.why')}</label>
        <textarea
          id={field('why')}
          rows={2}
          value={typed['reason'] ?? ''}
          autoFocus={kind === 'delete'}
          onChange={(event) => onType({ ...typed, reason: event.target.value })}
        />
      </div>
      {says && (
        <div className="preview" role="group" aria-label={t('text.preview')}>
          <p className="quiet">{t('text.preview')}</p>
          <WordRuns runs={compareWords(before, text.trim())} />
        </div>
      )}
      <ActTrouble act={act} stillAllowed={may?.allowed ?? false} />
      <div className="actions">
        <button
          type="submit"
          className="button-main"
          disabled={!says || act.isPending || act.between !== null}
        >
          {act.isPending ? t('record.saving') : t('text.propose')}
        </button>
        <button type="button" onClick={() => onType(null)}>
          {t('text.discard')}
        </button>
        <span className="hint">{t('text.keptHere')}</span>
      </div>
    </form>
  )
}
