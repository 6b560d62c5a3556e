/** One norm: its items of guidance, what States do about each, how other sets stand to it, what was raised in meetings. */
import { readCrosswalk } from '@demarche/core/portfolio/norms/crosswalk.ts'
import { readImplementations } from '@demarche/core/portfolio/norms/implementation.ts'
import type { Norm } from '@demarche/core'
import { useParams } from 'wouter'
import { factsOf, useAllRecords } from '../../api/norm-queries.ts'
import { useDoctrineAtLength } from '../../api/queries.ts'
import { recordPath, useAsOf } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Unverified } from '../../parts/authority-mark.tsx'
import { Cited } from '../../parts/cited.tsx'
import { Await } from '../../parts/await.tsx'
import { JumpList } from '../../parts/jump-list.tsx'
import { NotFound } from '../../parts/not-found.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { useText } from '../../texts.ts'
import { ImplementationTable } from './implementation-table.tsx'
import { Raised } from './raised.tsx'
import { StrengthWord } from './strength-word.tsx'

export default function NormScreen() {
  const { norm: id } = useParams<{ norm: string }>()
  const doctrine = useDoctrineAtLength()
  return (
    <Await query={doctrine}>
      {({ norms }) => {
        const norm = norms.find((one) => one.id === decodeURIComponent(id))
        return norm ? <NormPage key={norm.id} norm={norm} /> : <NotFound />
      }}
    </Await>
  )
}

function NormPage({ norm }: { readonly norm: Norm }) {
  const t = useText()
  const [asOf] = useAsOf()
  const implementations = useAllRecords('implementation', asOf)
  useScreenMarking((implementations.data ?? []).map(({ marking }) => marking))
  return (
    <>
      <p className="crumb">
        <GoLink to="/norms">{t('normsPage.title')}</GoLink>
      </p>
      <PageHead title={t('norm.title', { letter: norm.letter, label: norm.label })} lead={norm.nature}>
        <GoLink className="button" to="/norms/survey">
          {t('normsPage.survey')}
        </GoLink>
      </PageHead>
      <p className="quiet">
        <Cited citation={norm.source} /> <GoLink to={`/doctrine/${norm.id}`}>{t('normPage.doctrine')}</GoLink>
      </p>
      <JumpList
        targets={[
          { id: 'implementation', label: t('implementation.title') },
          { id: 'sets', label: t('crosswalk.title') },
          { id: 'raised', label: t('normPage.raised') },
        ]}
      />
      <section aria-labelledby="implementation">
        <h2 id="implementation">{t('implementation.title')}</h2>
        <Await query={implementations}>
          {(rows) => <ImplementationTable norm={norm} implementations={readImplementations(factsOf(rows))} />}
        </Await>
      </section>
      <OtherSets norm={norm} />
      <Raised norm={norm} />
    </>
  )
}

function OtherSets({ norm }: { readonly norm: Norm }) {
  const t = useText()
  const [asOf] = useAsOf()
  const sets = useAllRecords('norm-set', asOf)
  const principles = useAllRecords('principle', asOf)
  useScreenMarking([sets, principles].flatMap(({ data = [] }) => data.map(({ marking }) => marking)))
  return (
    <section className="tied" aria-labelledby="sets">
      <h2 id="sets">{t('crosswalk.title')}</h2>
      <Await query={sets}>
        {(setRows) => (
          <Await query={principles}>
            {(rows) => {
              const found = readCrosswalk({
                norms: [norm],
                sets: factsOf(setRows),
                principles: factsOf(rows),
              }).sets.flatMap((set) =>
                set.rows.flatMap((row) =>
                  row.cells.map((cell) => ({ set: set.name ?? set.entity, row, cell })),
                ),
              )
              if (found.length === 0) return <p className="quiet">{t('normPage.noSets')}</p>
              return (
                <ul className="plain-rows">
                  {found.map(({ set, row, cell }, index) => (
                    <li key={index}>
                      <StrengthWord strength={cell.strength} />{' '}
                      <GoLink to={recordPath(row.entity)}>{row.name}</GoLink>{' '}
                      <span className="quiet">{set}</span> {!cell.verified && <Unverified />}
                      {cell.why !== undefined && <p className="reason quiet">{cell.why}</p>}
                    </li>
                  ))}
                </ul>
              )
            }}
          </Await>
        )}
      </Await>
    </section>
  )
}
