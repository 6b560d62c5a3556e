/** What is running there: projects that end soon, that run, that are planned; those that ended are folded. */
import { alternativesOf } from '@demarche/core/portfolio/read-record.ts'
import { expandRegion } from '@demarche/core/places/expand-region.ts'
import type { PartnerProject } from '@demarche/core'
import { useCountryGroups, usePrintedPlaceName, useShortPlaceName } from '../../portfolio/places.ts'
import { useText } from '../../texts.ts'
import { Known, useOnPage } from './on-page.tsx'
import { Fold, NoneFound, Part, RecordLine, Rows } from './partner-rows.tsx'
import { semicolon } from '../../parts/semicolon.ts'

/** What of a project is to be noticed; that it runs is what the heading says. */
const FLAGGED = ['ending', 'no-end', 'frozen', 'planned'] as const

export function Projects() {
  const t = useText()
  const { projects } = useOnPage().answer.view
  const ended = projects.filter(({ standing }) => standing === 'ended')
  const others = projects.filter(({ standing }) => standing !== 'ended')
  return (
    <Part id="running" title={t('partner.running')} kind="project">
      {projects.some(({ countries }) => countries.length > 0) && <Reading />}
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

/** That countries stand for the region, and what is in doubt about who belongs to it (PFO-26). */
function Reading() {
  const t = useText()
  const { code, asOf } = useOnPage().answer
  const { doubts } = expandRegion(useCountryGroups(), code, asOf)
  return (
    <p className="quiet">
      {t('partner.byMembersLead')}{' '}
      {doubts.length > 0 &&
        t('partner.byMembersDoubt', {
          doubts: doubts.map(({ kind }) => t(`overlaps.doubt.${kind}`)).join(semicolon()),
        })}
    </p>
  )
}

/** So many countries are named in a line; the rest is counted. */
const MOST_NAMED = 4

interface ProjectProps {
  readonly project: PartnerProject
}

function Project({ project: { entity, standing, regions, countries } }: ProjectProps) {
  const t = useText()
  const shortName = useShortPlaceName()
  const placeName = usePrintedPlaceName()
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
          {countries.length > 0 && (
            <span className="quiet">
              {' '}
              {t('partner.byMembers', {
                countries: countries.slice(0, MOST_NAMED).map(placeName).join(', '),
              })}
              {countries.length > MOST_NAMED &&
                ` ${t('portfolio.more', { count: countries.length - MOST_NAMED })}`}
            </span>
          )}
        </>
      }
      details={['status', 'themes', 'donors']}
    />
  )
}
