/** Who and what and when, in two lines; the stage strip; the tabs. */
import { formatPartialDate } from '../../parts/format-date.ts'
import type { Dossier } from '@demarche/core'
import { CASE_TABS, type CaseTab, casePath } from '../../frame/address.ts'
import { useProcedures } from '../../api/procedure-queries.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { countryCodes, formatValue } from '../../parts/format-value.ts'
import { languageOf, type LanguageOnRecord } from '../../parts/language-on-record.ts'
import { alternativesOf } from '@demarche/core/portfolio/read-record.ts'
import { semicolon } from '../../parts/semicolon.ts'
import { GroundsButton } from '../../grounds/grounds-button.tsx'
import { Presence } from '../../live/presence.tsx'
import { useAsOfInstant } from '../procedure/as-of-instant.ts'
import { WhoMaySeeButton } from '../access/who-may-see-button.tsx'
import { useText } from '../../texts.ts'

function HeadFact({ dossier, property, label }: { dossier: Dossier; property: string; label: string }) {
  const t = useText()
  const fact = dossier.facts.find((row) => row.property === property)?.fact
  if (!fact || fact.state === 'unknown') return null
  const text =
    fact.state === 'contested'
      ? t('fact.contested', { count: fact.alternatives.length })
      : Array.isArray(fact.value)
        ? countryCodes(fact.value.map(String))
        : formatValue(t, property, fact.value)
  return (
    <span className="head-fact">
      <span className="quiet">{label}</span>{' '}
      <GroundsButton topic={{ kind: 'fact', id: property }}>{text}</GroundsButton>
    </span>
  )
}

/** How far the case has come, read from what is on record; no stage is ever set by hand. */
function Stages({ dossier }: { readonly dossier: Dossier }) {
  const t = useText()
  const settled = dossier.tests.filter(({ verdict }) => verdict === 'true' || verdict === 'false').length
  // as the list counts: corrections and withdrawals are statements, what was erased is none any more
  const onRecord = Object.values(dossier.statements).filter(({ erased }) => !erased).length
  const at = useAsOfInstant()
  // what was adopted here is an answer of the Union; only procedures that the reader may see are counted
  const adopted =
    useProcedures(dossier.entity, at).data?.procedures.filter(
      ({ procedure }) => procedure.outcome === 'adopted',
    ).length ?? 0
  const answered = dossier.responses.length + adopted > 0
  return (
    <ol className="stages" aria-label={t('case.stages')}>
      <li data-done="true">{t('case.stage.reported', { count: onRecord })}</li>
      <li data-done={settled > 0}>{t('case.stage.assessed', { settled, total: dossier.tests.length })}</li>
      <li data-done={dossier.packages.length > 0}>
        {t('case.stage.options', { count: dossier.packages.length })}
      </li>
      <li data-done={answered}>
        {!answered && t('case.stage.open')}
        {dossier.responses.length > 0 && t('case.stage.answered', { count: dossier.responses.length })}
        {dossier.responses.length > 0 && adopted > 0 && semicolon()}
        {adopted > 0 && t('case.stage.adopted', { count: adopted })}
      </li>
    </ol>
  )
}

/** On a narrow screen the tabs scroll; the one that is open must be seen. */
function showTab(item: HTMLLIElement | null): void {
  const strip = item?.parentElement
  if (item && strip) strip.scrollLeft = item.offsetLeft - strip.offsetLeft - 16
}

function languageOfFact({ facts, statements }: Dossier, name: string): LanguageOnRecord {
  const row = facts.find(({ property }) => property === name)
  const support = row ? alternativesOf(row).flatMap((one) => one.support) : []
  return languageOf(...support.flatMap(({ statement }) => statements[statement] ?? []))
}

export function CaseHead({ dossier, tab }: { readonly dossier: Dossier; readonly tab: CaseTab }) {
  const t = useText()
  const named = dossier.facts.find(({ property }) => property === 'name')?.fact
  return (
    <header className="case-head">
      <h1>
        {dossier.name}
        {named?.state === 'contested' && (
          <>
            {' '}
            <GroundsButton topic={{ kind: 'fact', id: 'name' }}>
              <span className="tag" data-tone="warn">
                {t('case.nameContested', { count: named.alternatives.length })}
              </span>
            </GroundsButton>
          </>
        )}
      </h1>
      {dossier.summary && (
        <p className="case-summary" lang={languageOfFact(dossier, 'summary')}>
          {dossier.summary}
        </p>
      )}
      <p className="head-facts">
        <HeadFact dossier={dossier} property="startDate" label={t('case.start')} />
        <HeadFact dossier={dossier} property="disclosedDate" label={t('case.disclosed')} />
        <HeadFact dossier={dossier} property="memberStates" label={t('case.memberStates')} />
        <span className="head-fact head-as-of quiet">
          {t('case.asOf', { date: formatPartialDate(dossier.asOf), doctrine: dossier.doctrine.version })}
        </span>
      </p>
      <div className="head-people">
        <WhoMaySeeButton object={dossier.entity} name={dossier.name} />
        <Presence entity={dossier.entity} />
      </div>
      <Stages dossier={dossier} />
      {Object.keys(dossier.statements).length === 0 && (
        <p className="note" data-tone="info">
          {t('case.nothingKnown', { date: formatPartialDate(dossier.asOf) })}
        </p>
      )}
      <nav className="tabs" aria-label={t('case.tabs')}>
        <ul>
          {CASE_TABS.map((one) => (
            <li key={one} ref={one === tab ? showTab : undefined}>
              <GoLink to={casePath(dossier.entity, one)} aria-current={one === tab ? 'page' : undefined}>
                {t(`tab.${one}`)}
              </GoLink>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}
