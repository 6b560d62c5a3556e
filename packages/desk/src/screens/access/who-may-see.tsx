/** Why the reader may see a thing, and who else may: people the reader may know of, and every party by the markings. */
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import type { AccessAnswer, PartyAccess } from '@demarche/api'
import { useAccess } from '../../api/access-queries.ts'
import { MarkingLabel } from '../../frame/marking-banner.tsx'
import { Await } from '../../parts/await.tsx'
import { semicolon } from '../../parts/semicolon.ts'
import { useText } from '../../texts.ts'

interface Props {
  /** id of a statement, a case or a procedure */
  readonly object: string
  readonly document?: string | undefined
}

export default function WhoMaySee({ object, document }: Props) {
  const query = useAccess(object, document)
  return <Await query={query}>{(answer) => <Answer answer={answer} />}</Await>
}

/** What is marked alike and seen for the same reasons stands together, whoever put it on record. */
function groundsOf(labels: AccessAnswer['labels']) {
  const said = labels.map(({ marking, statements, reasons }) => ({
    marking,
    statements,
    why: reasons.map(({ reason }) => reason).join(semicolon()),
  }))
  return [...Map.groupBy(said, ({ marking, why }) => `${JSON.stringify(marking)} ${why}`).values()].flatMap(
    (alike) => {
      const [first] = alike
      return first ? [{ ...first, statements: alike.reduce((sum, one) => sum + one.statements, 0) }] : []
    },
  )
}

function Answer({ answer }: { readonly answer: AccessAnswer }) {
  const t = useText()
  const { labels, people, parties } = answer
  const grounds = groundsOf(labels)
  const all = parties.filter(({ sees }) => sees === 'all')
  const part = parties.filter(({ sees }) => sees === 'part')
  const nothing = parties.filter(({ sees }) => sees === 'nothing')
  return (
    <div className="who-may-see">
      <p className="who-head">{t('access.mine')}</p>
      <ul>
        {grounds.slice(0, 12).map(({ marking, why, statements }) => (
          <li key={`${JSON.stringify(marking)}${why}`}>
            <MarkingLabel marking={marking} />{' '}
            {grounds.length > 1 && <span className="quiet">{t('access.items', { count: statements })}</span>}
            <span className="who-reasons">{why}</span>
          </li>
        ))}
      </ul>
      <p className="who-head">{t('access.people')}</p>
      <ul>
        {people.map((one) => (
          <li key={one.person}>
            <strong>{one.name}</strong> ({euCountryCode(one.party)}){one.isYou && ` ${t('access.you')}`}
            {t('mark.colon')} {t(`access.sees.${one.sees}`)}
            {one.sees !== 'all' && <span className="who-reasons">{one.because}</span>}
          </li>
        ))}
      </ul>
      <p className="who-head">{t('access.parties')}</p>
      <p className="quiet">{t('access.partiesHow')}</p>
      <PartyLine label={t('access.sees.all')} parties={all} />
      <PartyLine label={t('access.sees.part')} parties={part} />
      <PartyLine label={t('access.sees.nothing')} parties={nothing} />
    </div>
  )
}

function PartyLine({ label, parties }: { readonly label: string; readonly parties: readonly PartyAccess[] }) {
  const t = useText()
  if (parties.length === 0) return null
  const reasons = Map.groupBy(parties, ({ because }) => because)
  return (
    <details>
      <summary>
        {label}
        {t('mark.colon')} {parties.length}{' '}
        <span className="quiet">{parties.map(({ party }) => euCountryCode(party)).join(', ')}</span>
      </summary>
      <ul>
        {[...reasons].map(([because, some]) => (
          <li key={because}>
            {some.map(({ name }) => name).join(', ')}
            <span className="who-reasons">{because}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
