/** On the page of an item of evidence: what rests on it, and what would be found without it. */
import type { EvidenceRestsAnswer, RestingCase, RestingStatement } from '@demarche/api'
import { useDoctrine } from '../api/queries.ts'
import { useWhatRests } from '../api/evidence-queries.ts'
import { casePath, procedurePath, recordPath, useAsOf } from '../frame/address.ts'
import { GoLink } from '../frame/go-link.tsx'
import { MarkingLabel } from '../frame/marking-banner.tsx'
import { useScreenMarking } from '../frame/screen-marking.tsx'
import { propertyLabel } from '../grounds/labels.ts'
import { Await } from '../parts/await.tsx'
import { semicolon } from '../parts/semicolon.ts'
import { ChangeTable } from '../screens/history/change-table.tsx'
import { useText } from '../texts.ts'

export function WhatRests({ entity }: { readonly entity: string }) {
  const t = useText()
  const [asOf] = useAsOf()
  const query = useWhatRests(entity, asOf)
  useScreenMarking(query.data && [query.data.marking])
  return (
    <section className="tied evidence-rests" aria-labelledby="rests">
      <h2 id="rests">{t('evidence.rests')}</h2>
      <Await query={query}>
        {(answer) =>
          answer.cases.length + answer.records.length === 0 ? (
            <>
              <p>{t('evidence.nothingRests')}</p>
              <p className="quiet">{t('evidence.howToCite')}</p>
            </>
          ) : (
            <Resting answer={answer} />
          )
        }
      </Await>
    </section>
  )
}

function Resting({ answer }: { readonly answer: EvidenceRestsAnswer }) {
  const t = useText()
  const { cases, records, total } = answer
  return (
    <>
      <p className="quiet">{t('evidence.restsNote')}</p>
      {total > cases.length && (
        <p className="note" data-tone="info">
          {t('evidence.moreCases', { shown: cases.length, total })}
        </p>
      )}
      {cases.map((one) => (
        <OfCase key={one.entity} found={one} answer={answer} />
      ))}
      {records.length > 0 && (
        <>
          <h3>{t('evidence.records')}</h3>
          <ul>
            {records.map(({ entity, name }) => (
              <li key={entity}>
                <GoLink to={recordPath(entity)}>{name}</GoLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function OfCase({ found, answer }: { readonly found: RestingCase; readonly answer: EvidenceRestsAnswer }) {
  const t = useText()
  const { data: doctrine } = useDoctrine()
  const { entity, name, marking, falls, stays, changes, procedures } = found
  const { asOf, names } = answer
  const dossier = { asOf, facts: [], measures: [], profile: [] }
  const known = { dossier, doctrine, t }
  const line = ({ statement, properties, document, also }: RestingStatement) => (
    <li key={statement}>
      {properties.map((one) => propertyLabel(dossier, doctrine, one, t)).join(', ')}{' '}
      <span className="quiet">
        {document}
        {also.length > 0 &&
          `${semicolon()}${t('evidence.restsOnToo', {
            count: also.length,
            items: also.map((one) => names[one] ?? t('evidence.notForYou')).join(', '),
          })}`}
      </span>
    </li>
  )
  const id = `rests-${entity}`
  return (
    <section className="pair" aria-labelledby={id}>
      <div className="section-head">
        <h3 id={id}>
          <GoLink to={casePath(entity)}>{name}</GoLink>
        </h3>
        <MarkingLabel marking={marking} />
      </div>
      {falls.length > 0 && (
        <>
          <h4>{t('evidence.falls', { count: falls.length })}</h4>
          <ul>{falls.map(line)}</ul>
        </>
      )}
      {stays.length > 0 && (
        <>
          <h4>{t('evidence.stays', { count: stays.length })}</h4>
          <ul>{stays.map(line)}</ul>
        </>
      )}
      <h4>{t('evidence.without')}</h4>
      {changes.length === 0 ? (
        <p>{t('evidence.noChange')}</p>
      ) : (
        <ChangeTable
          changes={changes}
          known={known}
          caption={t('evidence.changes', { count: changes.length })}
          before={t('evidence.withIt')}
          after={t('evidence.withoutIt')}
          from={asOf}
          to={asOf}
        />
      )}
      {procedures.length > 0 && (
        <>
          <h4>{t('evidence.procedures')}</h4>
          <ul>
            {procedures.map((one) => (
              <li key={one.entity}>
                <GoLink to={procedurePath(one.entity)}>{one.title}</GoLink>
                {t('mark.colon')}{' '}
                {one.before === one.after
                  ? t(`availability.${one.before}`)
                  : t('evidence.fromTo', {
                      before: t(`availability.${one.before}`),
                      after: t(`availability.${one.after}`),
                    })}
                {one.subjects.length > 0 && (
                  <div className="quiet">
                    {t('evidence.lists', { names: one.subjects.join(semicolon()) })}
                  </div>
                )}
                {one.documents.length > 0 && (
                  <div className="quiet">
                    {t('evidence.papers', {
                      names: one.documents
                        .map(({ title, annex }) =>
                          annex.length === 0
                            ? title
                            : t('evidence.withAnnex', { title, names: annex.join(semicolon()) }),
                        )
                        .join(', '),
                    })}
                  </div>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
