/** Acts said in words: as pairs of label and text, and as what others did while something was being typed. */
import type { Doctrine, RecordedAct } from '@demarche/core'
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import { useText } from '../../../texts.ts'
import { actWords, verbName, type Words } from './act-words.ts'
import { sayBrussels } from './brussels-words.ts'

export function Pairs({ words }: { readonly words: readonly Words[] }) {
  if (words.length === 0) return null
  return (
    <dl className="pairs said">
      {words.map(({ label, text }) => (
        <div key={`${label}${text}`}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

interface Props {
  readonly acts: readonly RecordedAct[]
  readonly doctrine: Doctrine | undefined
  /** the act that was being prepared can still be done */
  readonly stillAllowed: boolean
  readonly onTake: () => void
}

/** What came in between; the reader takes note of it before sending again. */
export function ActsBetween({ acts, doctrine, stillAllowed, onTake }: Props) {
  const t = useText()
  return (
    <div className="note" data-tone="warn" role="alert">
      <h2>{t('between.title')}</h2>
      <p>{t('between.kept')}</p>
      <ol>
        {acts.map(({ statement, act, party, at }) => (
          <li key={statement}>
            <strong>{verbName(doctrine, act, act.verb === 'move' ? act.transition : undefined)}</strong>{' '}
            {euCountryCode(party)}, {sayBrussels(at)}
            <Pairs words={actWords(t, doctrine, act)} />
          </li>
        ))}
      </ol>
      {!stillAllowed && <p>{t('between.noLonger')}</p>}
      <button type="button" onClick={onTake}>
        {t('between.take')}
      </button>
    </div>
  )
}
