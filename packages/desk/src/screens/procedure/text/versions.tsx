/** The versions of the text, who made each and how, and any two of them compared word by word. */
import { compareVersions } from '@demarche/core/procedure/joint-text/compare-versions.ts'
import type { TextVersion } from '@demarche/core'
import { useState } from 'react'
import { formatInstant } from '../../../parts/format-value.ts'
import { type Say, useText } from '../../../texts.ts'
import { partyName } from '../../../parts/party-name.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'
import { WordRuns } from './word-runs.tsx'

/** How a version came to be. */
function originWords(t: Say, { origin }: TextVersion, nameOf: (party: string) => string): string {
  switch (origin.verb) {
    case 'set-text':
      return origin.note ? t('text.origin.setNote', { note: origin.note }) : t('text.origin.set')
    case 'decide-amendment':
      return t('text.origin.amendment', { id: origin.amendment, party: nameOf(origin.proposedBy) })
    case 'agree-paragraph':
      return t('text.origin.agreed', { paragraphs: origin.paragraphs.join(', ') })
  }
}

export function Versions() {
  const t = useText()
  const { answer, doctrine } = useProcedureOnScreen()
  const { versions } = answer.text
  const last = versions.length
  const [from, setFrom] = useState(1)
  const [to, setTo] = useState<number>()
  const nameOf = (party: string) => partyName(doctrine, party)
  const [a, b] = [versions[from - 1], versions[(to ?? last) - 1]]
  const choose = (id: string, label: string, value: number, onChoose: (number: number) => void) => (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(Number(event.target.value))}>
        {versions.map((version) => (
          <option key={version.number} value={version.number}>
            {t('text.version', { number: version.number })}
          </option>
        ))}
      </select>
    </div>
  )
  return (
    <section aria-labelledby="versions-title">
      <h2 id="versions-title">{t('text.versions', { count: last })}</h2>
      <ol className="versions">
        {versions.map((version) => (
          <li key={version.number}>
            {originWords(t, version, nameOf)}{' '}
            <span className="quiet">
              {nameOf(version.party)}, {formatInstant(version.at)}
            </span>
          </li>
        ))}
      </ol>
      {last > 1 && a && b && (
        <>
          <div className="field-row compare-choice">
            {choose('version-from', t('text.from'), from, setFrom)}
            {choose('version-to', t('text.to'), to ?? last, setTo)}
          </div>
          <ol className="plain compared">
            {compareVersions(a, b).map(({ id, change, moved, runs }) => (
              <li key={id}>
                <span className="mono">{id}</span> <span className="tag">{t(`text.change.${change}`)}</span>{' '}
                {moved && <span className="tag">{t('text.moved')}</span>}
                {change !== 'same' && <WordRuns runs={runs} />}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}
