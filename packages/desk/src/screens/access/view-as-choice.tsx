/** Chooses the party as which a case and its papers, or the papers of a page, are shown. */
import { useDoctrine } from '../../api/queries.ts'
import { usePartyName } from '../../parts/party-name.ts'
import { useText } from '../../texts.ts'
import { useViewAs } from './view-as.ts'

export function ViewAsChoice({ question }: { readonly question?: string }) {
  const t = useText()
  const [as, setAs] = useViewAs()
  const nameOf = usePartyName()
  const parties = useDoctrine().data?.parties ?? []
  return (
    <div className="field compare-choice">
      <label htmlFor="view-as">{question ?? t('viewAs.choose')}</label>
      <select id="view-as" value={as ?? ''} onChange={(event) => setAs(event.target.value)}>
        <option value="">{t('viewAs.self')}</option>
        {as !== undefined && !parties.some(({ code }) => code === as) && (
          <option value={as}>{nameOf(as)}</option>
        )}
        {parties.map(({ code }) => (
          <option key={code} value={code}>
            {nameOf(code)}
          </option>
        ))}
      </select>
    </div>
  )
}
