/** The text beside the attributions on record in the case: whom each names, how surely, and whether the text names them. */
import {
  comparedWithAttributions,
  type NameSearch,
} from '@demarche/core/procedure/joint-text/compared-with-attributions.ts'
import { formatPartialDate } from '../../../parts/format-date.ts'
import { useDossier } from '../../../api/queries.ts'
import { casePath } from '../../../frame/address.ts'
import { GoLink } from '../../../frame/go-link.tsx'
import { useScreenMarking } from '../../../frame/screen-marking.tsx'
import { Await } from '../../../parts/await.tsx'
import { AuthorityMark } from '../../../parts/authority-mark.tsx'
import { placeName } from '../../../parts/place-name.ts'
import { useText } from '../../../texts.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'

export function BesideAttributions() {
  const t = useText()
  const { answer } = useProcedureOnScreen()
  const { procedure, text } = answer
  const query = useDossier(procedure.case, undefined)
  const claims = query.data?.attribution.claims ?? []
  useScreenMarking(
    query.data &&
      claims.flatMap(({ statement }) => {
        const marking = query.data.statements[statement]?.marking
        return marking ? [marking] : []
      }),
  )
  const [first, last] = [text.versions[0], text.versions.at(-1)]
  return (
    <section aria-labelledby="beside-title">
      <h2 id="beside-title">{t('beside.title')}</h2>
      <p className="hint">
        <AuthorityMark authority="our-judgement" />
        {t('mark.colon')} {t('beside.how')}
      </p>
      <Await query={query}>
        {() =>
          claims.length === 0 || !last ? (
            <p className="quiet">{t('beside.none')}</p>
          ) : (
            <table className="table cards beside">
              <thead>
                <tr>
                  <th scope="col">{t('beside.claim')}</th>
                  <th scope="col">{t('beside.sure')}</th>
                  <th scope="col">{t('beside.actor')}</th>
                  <th scope="col">{t('beside.state')}</th>
                </tr>
              </thead>
              <tbody>
                {comparedWithAttributions(last, claims, first ? { first } : {}).map(
                  ({ claim, actor, state }, index, all) => (
                    <tr key={`${claim.statement}${claim.claim.accused}`}>
                      <th scope="row">
                        {claim.claim.claimant}
                        <span className="quiet">
                          {' '}
                          {t(`claim.kind.${claim.claim.kind}`)}
                          {claim.claim.date && `, ${formatPartialDate(claim.claim.date)}`}
                        </span>
                      </th>
                      <td data-label={t('beside.sure')}>
                        {claim.claim.confidenceAsStated ? (
                          <q>{claim.claim.confidenceAsStated}</q>
                        ) : (
                          <span className="quiet">{t('claim.notSaid')}</span>
                        )}
                      </td>
                      <td data-label={t('beside.actor')}>
                        <Naming
                          search={actor}
                          name={claim.claim.accused}
                          isSaid={all
                            .slice(0, index)
                            .some((one) => one.claim.claim.accused === claim.claim.accused)}
                        />
                      </td>
                      <td data-label={t('beside.state')}>
                        {state ? (
                          <Naming
                            search={state}
                            name={placeName(state.code)}
                            isSaid={all.slice(0, index).some((one) => one.state?.code === state.code)}
                          />
                        ) : (
                          <span className="quiet">{t('claim.notSaid')}</span>
                        )}
                      </td>
                    </tr>
                  ),
                )}
              </tbody>
            </table>
          )
        }
      </Await>
      <p className="quiet">
        <GoLink to={casePath(procedure.case, 'attribution')}>{t('beside.toCase')}</GoLink>
      </p>
    </section>
  )
}

/** @param isSaid an earlier row looked for the same name: what was found there is not said again */
function Naming({
  search,
  name,
  isSaid,
}: {
  readonly search: NameSearch
  readonly name: string
  readonly isSaid: boolean
}) {
  const t = useText()
  const { naming, mentions, noLongerNamed } = search
  if (isSaid && mentions.length > 0)
    return (
      <span>
        {name}
        {t('mark.colon')} <span className="quiet">{t('beside.asAbove')}</span>
      </span>
    )
  return (
    <span>
      {name}
      {t('mark.colon')}{' '}
      {naming === 'not-searchable' && <span className="quiet">{t('beside.notSearchable')}</span>}
      {naming === 'not-named' && (
        <strong>{t(noLongerNamed ? 'beside.noLongerNamed' : 'beside.notNamed')}</strong>
      )}
      {mentions.map(({ paragraph, seen, sentence, hedges }, index) => (
        <span key={index} className="sentence">
          {t('beside.named', { seen, paragraph })}
          {hedges.length > 0 && ` ${t('beside.hedged', { hedges: hedges.join(', ') })}`} <q>{sentence}</q>
        </span>
      ))}
    </span>
  )
}
