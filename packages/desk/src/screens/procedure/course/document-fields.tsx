/** The documents of an act: chosen from the outlines of the track, each with its title, version and, in an act that lists, its annex. */
import { CIRCULATED_OUTLINES } from '@demarche/api/circulated-outlines.ts'
import { procedurePath } from '../../../frame/address.ts'
import { GoLink } from '../../../frame/go-link.tsx'
import { useText } from '../../../texts.ts'
import { isJointText } from '../joint-text-on-file.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'
import type { DocumentDraft } from './act-draft.ts'

interface Props {
  readonly legend: string
  /** `acts`: fixed by the track, one annex each where there are two */
  readonly kind: 'documents' | 'acts'
  readonly outlines: readonly { readonly id: string; readonly label: string }[]
  /** what the step asks for and is not on file */
  readonly asked: readonly string[]
  readonly versions: readonly number[]
  readonly documents: readonly DocumentDraft[]
  readonly error: string | undefined
  readonly onChange: (documents: readonly DocumentDraft[]) => void
}

export function DocumentFields({
  legend,
  kind,
  outlines,
  asked,
  versions,
  documents,
  error,
  onChange,
}: Props) {
  const t = useText()
  const put = (one: DocumentDraft) =>
    onChange(documents.map((other) => (other.outline === one.outline ? one : other)))
  const choose = (outline: string, label: string, chosen: boolean) =>
    onChange(
      chosen
        ? [...documents, { outline, title: label, version: lastVersion(outline, versions), annex: '' }]
        : documents.filter((one) => one.outline !== outline),
    )
  return (
    <fieldset className="field" data-invalid={error !== undefined} id={kind} tabIndex={-1}>
      <legend>{legend}</legend>
      {error && <p className="field-error">{error}</p>}
      {outlines.map(({ id, label }) => {
        const chosen = documents.find(({ outline }) => outline === id)
        return (
          <div key={id} className="document-choice">
            {kind === 'documents' ? (
              <label className="check">
                <input
                  type="checkbox"
                  checked={chosen !== undefined}
                  onChange={(event) => choose(id, label, event.target.checked)}
                />
                {label}
                {asked.includes(id) && <span className="tag">{t('act.asked')}</span>}
              </label>
            ) : (
              <p>
                <strong>{label}</strong>
              </p>
            )}
            {chosen && (
              <DocumentParts
                document={chosen}
                versions={versions}
                withAnnex={kind === 'acts' && outlines.length > 1}
                onChange={put}
              />
            )}
          </div>
        )
      })}
    </fieldset>
  )
}

/** A paper that this desk writes carries the text as it stands, until somebody says another version. */
function lastVersion(outline: string, versions: readonly number[]): string {
  const last = versions.at(-1)
  return last !== undefined && isWritten(outline) ? String(last) : ''
}

function isWritten(outline: string): boolean {
  return CIRCULATED_OUTLINES.some((one) => one === outline)
}

function DocumentParts({
  document,
  versions,
  withAnnex,
  onChange,
}: {
  readonly document: DocumentDraft
  readonly versions: readonly number[]
  readonly withAnnex: boolean
  readonly onChange: (document: DocumentDraft) => void
}) {
  const t = useText()
  const { answer } = useProcedureOnScreen()
  return (
    <div className="document-parts">
      <p className="hint">
        {isJointText(document) ? (
          <>
            {t('act.jointText')}{' '}
            <GoLink to={procedurePath(answer.entity, 'text')}>{t('act.readJointText')}</GoLink>
          </>
        ) : isWritten(document.outline) ? (
          <>
            {t('act.writtenHere')}{' '}
            <GoLink to={procedurePath(answer.entity, 'documents')}>{t('act.readIt')}</GoLink>
          </>
        ) : (
          t('act.notHeld')
        )}
      </p>
      <label>
        <span>{t('act.title')}</span>
        <input
          value={document.title}
          onChange={(event) => onChange({ ...document, title: event.target.value })}
        />
      </label>
      {versions.length > 0 && (
        <label>
          <span>{t('act.field.version')}</span>
          <select
            value={document.version}
            onChange={(event) => onChange({ ...document, version: event.target.value })}
          >
            <option value="">{t('act.noVersion')}</option>
            {versions.map((number) => (
              <option key={number} value={number}>
                {t('act.version', { version: number })}
              </option>
            ))}
          </select>
        </label>
      )}
      {withAnnex && (
        <label>
          <span>{t('act.field.annex')}</span>
          <textarea
            rows={3}
            value={document.annex}
            onChange={(event) => onChange({ ...document, annex: event.target.value })}
          />
        </label>
      )}
    </div>
  )
}
