/** Packages as columns, read across row by row; any cell's head opens its grounds. */
import type { Package } from '@demarche/core'
import type { ReactNode } from 'react'
import { openLabel } from '../../grounds/labels.ts'
import { GroundsButton } from '../../grounds/grounds-button.tsx'
import { Empty } from '../../parts/empty.tsx'
import { VerdictChip } from '../../parts/verdict-chip.tsx'
import { type TextKey, useText } from '../../texts.ts'
import { dimensionsApart } from './tell-apart.ts'
import { useCase } from '../case/case-context.ts'
import { OpenProcedureButton } from '../decision/open-button.tsx'
import { GoLink } from '../../frame/go-link.tsx'
import { CheckStanding } from '../rights/check-standing.tsx'
import { checkOf, rightsPath } from '../rights/rights-words.ts'
import { CategoryTag } from './category-tag.tsx'
import { ProportionalityCell, StepNeeds } from './package-cells.tsx'

function Texts({ texts, none }: { readonly texts: readonly string[]; readonly none: string }) {
  const different = [...new Set(texts)]
  if (different.length === 0) return <span className="quiet">{none}</span>
  return (
    <ul>
      {different.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

interface RowSpec {
  readonly name: TextKey
  readonly cell: (one: Package) => ReactNode
}

function useRows(): readonly RowSpec[] {
  const t = useText()
  const { dossier, doctrine } = useCase()
  const none = t('options.none')
  return [
    {
      name: 'options.lawful',
      cell: (one) => (
        <>
          <GroundsButton row topic={{ kind: 'package', id: one.id }}>
            <VerdictChip verdict={one.lawful} family="lawful" />
          </GroundsButton>
          {one.turnsOn.length > 0 && (
            <details>
              <summary>{t('options.turnsOnCount', { count: one.turnsOn.length })}</summary>
              <Texts none={none} texts={one.turnsOn.map((id) => openLabel(dossier, doctrine, id, t))} />
            </details>
          )}
        </>
      ),
    },
    {
      name: 'options.proportionality',
      cell: (one) => <ProportionalityCell value={one.proportionality} packageId={one.id} />,
    },
    {
      name: 'rights.row',
      cell: (one) =>
        one.steps.length === 0 || !doctrine ? <span className="quiet">{none}</span> : <RightsCell of={one} />,
    },
    {
      name: 'options.steps',
      cell: (one) =>
        one.steps.length === 0 ? (
          <span className="quiet">{none}</span>
        ) : (
          <ul className="steps">
            {one.steps.map((step) => (
              <li key={step.measure}>
                <GroundsButton topic={{ kind: 'measure', id: step.measure }}>{step.label}</GroundsButton>{' '}
                <CategoryTag category={step.category} />{' '}
                <span className="quiet">{t(`availability.${step.availability}`)}</span>
              </li>
            ))}
          </ul>
        ),
    },
    { name: 'options.needs', cell: (one) => <StepNeeds steps={one.steps} /> },
    {
      name: 'options.costs',
      cell: (one) => <Texts none={none} texts={one.steps.flatMap(({ costs }) => costs)} />,
    },
    {
      name: 'options.risks',
      cell: (one) => <Texts none={none} texts={one.steps.flatMap(({ risks }) => risks)} />,
    },
    {
      name: 'options.reversibility',
      cell: (one) => (
        <Texts
          none={none}
          texts={one.steps.map(({ label, reversibility }) => `${label}${t('mark.colon')} ${reversibility}`)}
        />
      ),
    },
    {
      name: 'options.conflicts',
      cell: (one) => <Texts none={none} texts={one.conflicts.map(({ why }) => why)} />,
    },
  ]
}

function RightsCell({ of: { label, steps } }: { readonly of: Package }) {
  const t = useText()
  const { dossier, doctrine } = useCase()
  if (!doctrine) return null
  const check = checkOf(
    dossier,
    doctrine,
    steps.map(({ measure }) => measure),
  )
  return (
    <>
      <CheckStanding check={check} />
      <p>
        <GoLink to={rightsPath(dossier.entity, check.measures)}>
          {t('rights.goTo')} <span className="sr-only">{label}</span>
        </GoLink>
      </p>
    </>
  )
}

export function PackageTable() {
  const t = useText()
  const { dossier } = useCase()
  const { packages } = dossier
  const hasConflicts = packages.some(({ conflicts }) => conflicts.length > 0)
  // a row that says "none" in every column is said once, above
  const rows = useRows().filter(({ name }) => hasConflicts || name !== 'options.conflicts')
  return (
    <section aria-labelledby="packages-title">
      <h2 id="packages-title">{t('options.packages')}</h2>
      <p className="quiet">{t('options.packagesNote')}</p>
      {packages.length > 1 && dimensionsApart(packages).length === 0 && <p>{t('options.dimensionsAlike')}</p>}
      {packages.length > 0 && !hasConflicts && <p className="quiet">{t('options.noConflicts')}</p>}
      {packages.length === 0 ? (
        <Empty title={t('options.emptyTitle')} text={t('options.emptyText')} />
      ) : (
        <>
          <p className="scroll-hint quiet" id="packages-scroll">
            {t('options.scrollHint')}
          </p>
          <div
            className="scroll"
            tabIndex={0}
            role="group"
            aria-label={t('options.packages')}
            aria-describedby="packages-scroll"
          >
            <table className="table packages">
              <caption className="sr-only">{t('options.packagesCaption')}</caption>
              <thead>
                <tr>
                  <td />
                  {packages.map((one) => (
                    <th key={one.id} scope="col">
                      <span className="package-name">{one.label}</span>
                      <span className="package-purpose">{one.purpose}</span>
                      <span className="package-tags">
                        {one.categories.map((category) => (
                          <CategoryTag key={category} category={category} />
                        ))}
                        {one.withoutAttribution && (
                          <span className="tag">{t('options.withoutAttribution')}</span>
                        )}
                        {one.restraint && <span className="tag">{t('options.restraint')}</span>}
                      </span>
                      {one.steps.length > 0 && (
                        <OpenProcedureButton
                          packageId={one.id}
                          label={t('open.buttonOf', { package: one.label })}
                        />
                      )}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ name, cell }) => (
                  <tr key={name}>
                    <th scope="row">{t(name)}</th>
                    {packages.map((one) => (
                      <td key={one.id}>{cell(one)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}
