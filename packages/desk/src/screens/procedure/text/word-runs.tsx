/** A comparison word by word: what was removed and what was added, told apart by marks and by words, not by colour. */
import type { WordRun } from '@demarche/core'
import { useText } from '../../../texts.ts'

export function WordRuns({ runs }: { readonly runs: readonly WordRun[] }) {
  const t = useText()
  return (
    <p className="runs">
      {runs.map(({ kind, text }, index) => {
        if (kind === 'kept') return <span key={index}>{text}</span>
        const Mark = kind === 'added' ? 'ins' : 'del'
        return (
          <Mark key={index}>
            <span className="sr-only">{t(kind === 'added' ? 'text.addedStart' : 'text.removedStart')} </span>
            {text}
            <span className="sr-only"> {t('text.runEnd')}</span>
          </Mark>
        )
      })}
    </p>
  )
}
