/** What is running there: projects that end soon, that run, that are planned; those that ended are folded. */
import { alternativesOf } from '@demarche/core/portfolio/read-record.ts'
import type { PartnerProject } from '@demarche/core'
import { useShortPlaceName } from '../../portfolio/places.ts'
import { useText } from '../../texts.ts'
import { Known, useOnPage } from './on-page.tsx'
import { Fold, NoneFound, Part, RecordLine, Rows } from './partner-rows.tsx'

/** What of a project is to be noticed; that it runs is what the heading says. */
const FLAGGED = ['ending', 'no-end', 'frozen', 'planned'] as const

export function Projects() {
  const t = useText()
  const { projects } = useOnPage().answer.view
  const ended = projects.filter(({ standing }) => standing === 'ended')
  const others = projects.filter(({ standing }) => standing !== 'ended')
  return (
    <Part id="running" title={t('partner.running')} kind="project">
      {others.length === 0 && <NoneFound text={t('partner.noneRunning')} />}
      {others.length > 0 && (
        <Rows
          most={8}
          rows={others.map((one) => (
            <Project key={one.entity} project={one} />
          ))}
        />
      )}
      {ended.length > 0 && (
        <Fold summary={t('partner.ended', { count: ended.length })}>
          <ul className="partner-rows">
            {ended.map((one) => (
              <Project key={one.entity} project={one} />
            ))}
          </ul>
        </Fold>
      )}
    </Part>
  )
}

function Project({ project: { entity, standing, regions } }: { readonly project: PartnerProject }) {
  const t = useText()
  const shortName = useShortPlaceName()
  const row = useOnPage().row(entity)
  if (!row) return null
  const isDated = row.facts.some(
    (fact) => (fact.property === 'start' || fact.property === 'end') && alternativesOf(fact).length > 0,
  )
  const flag = FLAGGED.find((one) => one === standing)
  return (
    <RecordLine
      entity={entity}
      when={
        isDated ? (
          <>
            <Known row={row} property="start" />
            {' – '}
            <Known row={row} property="end" />
          </>
        ) : (
          <span className="quiet">{t('partner.noDates')}</span>
        )
      }
      flag={
        <>
          {flag && (
            <span className="tag" data-tone={flag === 'ending' || flag === 'frozen' ? 'warn' : undefined}>
              {t(`partner.project.${flag}`)}
            </span>
          )}
          {regions.length > 0 && (
            <span className="quiet">
              {' '}
              {t('partner.byRegion', { regions: regions.map((region) => shortName(region)).join(', ') })}
            </span>
          )}
        </>
      }
      details={['status', 'themes', 'donors']}
    />
  )
}
