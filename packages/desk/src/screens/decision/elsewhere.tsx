/**
 * The procedures of this case that were run at other desks, as they stood when an archive brought them: there to be read, and
 * said to be so. Nothing where there is none.
 */
import type { ProcedureElsewhere } from '@demarche/api'
import type { Doctrine } from '@demarche/core'
import { MarkingLabel } from '../../frame/marking-banner.tsx'
import { inGroups } from '../../parts/fingerprint.ts'
import { partyName } from '../../parts/party-name.ts'
import { SpeltOut } from '../../parts/spelt-out.tsx'
import { useText } from '../../texts.ts'
import { WhoMaySeeButton } from '../access/who-may-see-button.tsx'
import { sayBrussels } from '../procedure/course/brussels-words.ts'
import { CourseEvents } from '../procedure/course/events.tsx'
import { PositionTable } from '../procedure/positions/position-table.tsx'

interface Props {
  readonly procedures: readonly ProcedureElsewhere[]
  readonly doctrine: Doctrine | undefined
}

export function Elsewhere({ procedures, doctrine }: Props) {
  const t = useText()
  if (procedures.length === 0) return null
  return (
    <section className="track-notes" aria-labelledby="elsewhere-title">
      <h2 id="elsewhere-title">{t('elsewhere.title')}</h2>
      <p className="quiet">{t('elsewhere.lead')}</p>
      <ul className="plain-rows">
        {procedures.map((one) => (
          <li key={one.entity}>
            <One one={one} doctrine={doctrine} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function One({ one, doctrine }: { readonly one: ProcedureElsewhere } & Pick<Props, 'doctrine'>) {
  const t = useText()
  const {
    entity,
    title,
    measureLabel,
    measure,
    standing,
    unread,
    acts,
    parted,
    text,
    desk,
    party,
    at,
    marking,
  } = one
  const { history = [], ignored = [], positions = [] } = standing ?? {}
  const stated = positions.filter(({ history: said }) => said.length > 0)
  return (
    <article>
      <h3>{title ?? t('elsewhere.untitled')}</h3>
      <dl className="pairs">
        {measure !== null && (
          <div>
            <dt>{t('procedure.measure')}</dt>
            <dd>{measureLabel ?? measure}</dd>
          </div>
        )}
        <div>
          <dt>{t('elsewhere.stood')}</dt>
          <dd>
            {standing ? (
              <>
                <SpeltOut text={standing.state.label} />{' '}
                <span className="quiet">
                  {t('course.since', { time: sayBrussels(standing.state.since) })}
                </span>{' '}
                <span className="tag">{t(`procedure.outcome.${standing.outcome}`)}</span>
              </>
            ) : (
              t(unread === 'doctrine' ? 'elsewhere.otherDoctrine' : 'elsewhere.gap')
            )}
          </dd>
        </div>
        {standing?.silence && (
          <div>
            <dt>{t('silence.title')}</dt>
            <dd>
              {standing.silence.status === 'running'
                ? t('elsewhere.silenceUntil', { time: sayBrussels(standing.silence.until) })
                : t(`silence.ended.${standing.silence.status}`, {
                    time: sayBrussels(standing.silence.endedAt ?? standing.silence.until),
                  })}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('elsewhere.at')}</dt>
          <dd>{sayBrussels(at)}</dd>
        </div>
        {party !== null && (
          <div>
            <dt>{t('elsewhere.desk')}</dt>
            <dd>{partyName(doctrine, party)}</dd>
          </div>
        )}
        <div>
          <dt>{t('archive.fingerprint')}</dt>
          <dd className="mono break">{inGroups(desk)}</dd>
        </div>
        <div>
          <dt>{t('cases.column.marking')}</dt>
          <dd>
            <MarkingLabel marking={marking} />
          </dd>
        </div>
      </dl>
      <p>
        <WhoMaySeeButton object={entity} name={title ?? t('elsewhere.untitled')} />
      </p>
      <details className="more">
        <summary>{t('elsewhere.acts', { number: acts.length })}</summary>
        <CourseEvents procedure={{ acts, history, ignored }} doctrine={doctrine} />
      </details>
      {stated.length > 0 && (
        <details className="more">
          <summary>{t('elsewhere.positions', { number: stated.length })}</summary>
          <PositionTable positions={stated} presidency={null} doctrine={doctrine} />
        </details>
      )}
      {text.versions.length > 0 && (
        <details className="more">
          <summary>{t('text.titleOf', { version: text.versions.length })}</summary>
          <ol>
            {text.paragraphs.map(({ id, text: words, status }) => (
              <li key={id}>
                {words} <span className="tag">{t(`text.status.${status}`)}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
      {parted.length > 0 && (
        <div className="note" data-tone="warn">
          <p>{t('elsewhere.parted')}</p>
          <CourseEvents procedure={{ acts: parted, history: [], ignored: [] }} doctrine={doctrine} />
        </div>
      )}
    </article>
  )
}
