/** What a question of the rights check rests on, with what nobody has read. */
import type { RightsQuestion } from '@demarche/core'
import { Unverified } from '../../parts/authority-mark.tsx'
import { ON_RECORD } from '../../parts/language-on-record.ts'
import { useText } from '../../texts.ts'

export function RightsBasis({ question: { basis } }: { readonly question: Pick<RightsQuestion, 'basis'> }) {
  const t = useText()
  return (
    <ul className="rights-basis" aria-label={t('rights.basis')}>
      {basis.map(({ document, locator, address, verified }) => (
        <li key={document}>
          <span lang={ON_RECORD}>
            {address ? <a href={address}>{document}</a> : document}, {locator}
          </span>{' '}
          {!verified && <Unverified />}
        </li>
      ))}
    </ul>
  )
}
