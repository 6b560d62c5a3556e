/** The eleven norms: what is on record of their implementation, how other sets stand to them, what is left uncovered. */
import { readCrosswalk } from '@demarche/core/portfolio/norms/crosswalk.ts'
import { readImplementations } from '@demarche/core/portfolio/norms/implementation.ts'
import { factsOf, useAllRecords } from '../../api/norm-queries.ts'
import { useDoctrine } from '../../api/queries.ts'
import { useAsOf } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await } from '../../parts/await.tsx'
import { JumpList } from '../../parts/jump-list.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { useText } from '../../texts.ts'
import { CrosswalkByNorm, CrosswalkMatrix } from './crosswalk-matrix.tsx'
import { Gaps } from './gaps.tsx'
import { NormList } from './norm-list.tsx'

export default function NormsScreen() {
  const t = useText()
  const [asOf] = useAsOf()
  const doctrine = useDoctrine()
  const sets = useAllRecords('norm-set', asOf)
  const principles = useAllRecords('principle', asOf)
  const implementations = useAllRecords('implementation', asOf)
  useScreenMarking(
    [sets, principles, implementations].flatMap(({ data = [] }) => data.map(({ marking }) => marking)),
  )
  return (
    <>
      <PageHead title={t('normsPage.title')} lead={t('normsPage.lead')}>
        <GoLink className="button" to="/norms/compare">
          {t('normsPage.compare')}
        </GoLink>
        <GoLink className="button" to="/norms/survey">
          {t('normsPage.survey')}
        </GoLink>
      </PageHead>
      <JumpList
        targets={[
          { id: 'eleven', label: t('normsPage.eleven') },
          { id: 'crosswalk', label: t('crosswalk.title') },
          { id: 'gaps', label: t('crosswalk.gaps') },
        ]}
      />
      <Await query={doctrine}>
        {({ norms }) => (
          <>
            <section aria-labelledby="eleven">
              <h2 id="eleven">{t('normsPage.eleven')}</h2>
              <p className="quiet">{t('normsPage.nature')}</p>
              <Await query={implementations}>
                {(rows) => <NormList norms={norms} implementations={readImplementations(factsOf(rows))} />}
              </Await>
            </section>
            <Await query={sets}>
              {(setRows) => (
                <Await query={principles}>
                  {(rows) => {
                    const crosswalk = readCrosswalk({
                      norms,
                      sets: factsOf(setRows),
                      principles: factsOf(rows),
                    })
                    return (
                      <>
                        <section className="tied" aria-labelledby="crosswalk">
                          <h2 id="crosswalk">{t('crosswalk.title')}</h2>
                          <CrosswalkMatrix norms={norms} crosswalk={crosswalk} />
                          <CrosswalkByNorm norms={norms} crosswalk={crosswalk} />
                        </section>
                        <Gaps norms={norms} crosswalk={crosswalk} />
                      </>
                    )
                  }}
                </Await>
              )}
            </Await>
          </>
        )}
      </Await>
    </>
  )
}
