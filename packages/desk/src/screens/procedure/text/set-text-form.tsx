/** Lays the whole text: paste it, look at its paragraphs, put it on record. Also lays it anew, with what changes shown. */
import { compareVersions } from '@demarche/core/procedure/joint-text/compare-versions.ts'
import type { FormEvent } from 'react'
import { useTell } from '../../../frame/toasts.tsx'
import { useTyped, wordsSchema } from '../../../frame/typed.ts'
import { useText } from '../../../texts.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'
import { ActTrouble } from './act-trouble.tsx'
import { splitText } from './split-text.ts'
import { useMay, useTextAct } from './use-text-act.ts'
import { WordRuns } from './word-runs.tsx'

export function SetTextForm() {
  const t = useText()
  const tell = useTell()
  const { answer } = useProcedureOnScreen()
  const act = useTextAct()
  const may = useMay()('set-text')
  const [typed, setTyped] = useTyped(answer.entity, 'whole text', wordsSchema)
  const old = answer.text.paragraphs
  const asItStands = old.map(({ text }) => text).join('\n\n')
  const text = typed?.['text'] ?? asItStands
  const paragraphs = splitText(text, old)
  const differs = text.trim() !== '' && text.trim() !== asItStands
  // the whole is laid on what was seen when the typing began, also after a reload
  const seen = typed?.['seen'] ?? answer.head
  const type = (part: Readonly<Record<string, string>>) => setTyped({ seen, ...typed, ...part })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const note = typed?.['note']?.trim()
    act.send(
      { verb: 'set-text', paragraphs: [...paragraphs], ...(note ? { note } : {}) },
      () => {
        setTyped(null)
        tell(t('text.laid'))
      },
      seen,
    )
  }
  return (
    <form className="set-text" onSubmit={submit}>
      <div className="field">
        <label htmlFor="whole-text">{t(old.length === 0 ? 'text.first' : 'text.anew')}</label>
        <p className="hint" id="whole-text-how">
          {t('text.splitHow')}
        </p>
        <textarea
          id="whole-text"
          aria-describedby="whole-text-how"
          rows={Math.min(24, Math.max(8, Math.ceil(text.length / 80)))}
          value={text}
          onChange={(event) => type({ text: event.target.value })}
        />
      </div>
      {differs && (
        <div className="preview" role="group" aria-label={t('text.paragraphs', { count: paragraphs.length })}>
          <p className="quiet">{t('text.paragraphs', { count: paragraphs.length })}</p>
          <ol className="plain">
            {compareVersions({ paragraphs: old }, { paragraphs }).map(({ id, change, runs }) => (
              <li key={id}>
                <span className="mono">{id}</span> <span className="tag">{t(`text.change.${change}`)}</span>
                <WordRuns runs={old.length === 0 ? runs.map((run) => ({ ...run, kind: 'kept' })) : runs} />
              </li>
            ))}
          </ol>
        </div>
      )}
      <div className="field">
        <label htmlFor="whole-note">{t('text.note')}</label>
        <input
          id="whole-note"
          value={typed?.['note'] ?? ''}
          onChange={(event) => type({ note: event.target.value })}
        />
      </div>
      <ActTrouble
        act={act}
        stillAllowed={may?.allowed ?? false}
        onTakeNote={() => setTyped({ ...typed, seen: answer.head })}
      />
      <div className="actions">
        <button
          type="submit"
          className="button-main"
          disabled={!differs || paragraphs.length === 0 || act.isPending || act.between !== null}
        >
          {act.isPending ? t('record.saving') : t('text.lay', { count: paragraphs.length })}
        </button>
        {typed && (
          <button type="button" onClick={() => setTyped(null)}>
            {t('text.discard')}
          </button>
        )}
        <span className="hint">{t('text.keptHere')}</span>
      </div>
    </form>
  )
}
