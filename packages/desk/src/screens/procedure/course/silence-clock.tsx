/**
 * Silence: when it ends, absolutely and first; what is left; who objected and who commented; afterwards how it ended.
 *
 * When the deadline passes while the page is open, the procedure is asked for again: the end needs no act.
 */
import type { Silence } from '@demarche/core'
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useText } from '../../../texts.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'
import { sayBrussels, sayLeft, sayUtc } from './brussels-words.ts'
import { useServerNow } from './use-server-now.ts'

export function SilenceClock({ silence }: { readonly silence: Silence }) {
  const t = useText()
  const { answer } = useProcedureOnScreen()
  const queries = useQueryClient()
  const now = useServerNow(answer.at)
  const left = Date.parse(silence.until) - now
  const isOver = silence.status === 'running' && left <= 0
  useEffect(() => {
    if (isOver) void queries.invalidateQueries({ queryKey: ['procedure', answer.entity] })
  }, [isOver, queries, answer.entity])
  return (
    <section className="silence" data-status={silence.status} aria-labelledby="silence-title">
      <h2 id="silence-title">{t('silence.title')}</h2>
      <p className="silence-until">
        <strong>
          {silence.status === 'running'
            ? t('silence.until', { time: sayBrussels(silence.until) })
            : t(`silence.ended.${silence.status}`, { time: sayBrussels(silence.endedAt ?? silence.until) })}
        </strong>{' '}
        <span className="quiet">
          {sayUtc(silence.status === 'running' ? silence.until : (silence.endedAt ?? silence.until))}
        </span>
      </p>
      {silence.status === 'running' && (
        <p>{isOver ? t('silence.over') : t('silence.left', { left: sayLeft(t, left) })}</p>
      )}
      <p className="quiet">
        {t('silence.opened', {
          party: euCountryCode(silence.opened.party),
          time: sayBrussels(silence.opened.at),
        })}{' '}
        {silence.version !== undefined && t('silence.onVersion', { version: silence.version })}
      </p>
      {silence.status !== 'running' && silence.endedAt !== silence.until && (
        <p className="quiet">{t('silence.was', { time: sayBrussels(silence.until) })}</p>
      )}
      <Said
        title={t('silence.objections', { count: silence.objections.length })}
        said={silence.objections.map(({ reason, ...who }) => ({ ...who, text: reason }))}
      />
      <Said
        title={t('silence.comments', { count: silence.comments.length })}
        said={silence.comments.map(({ comment, ...who }) => ({ ...who, text: comment }))}
      />
      <Said
        title={t('silence.extended', { count: silence.extended.length })}
        said={silence.extended.map(({ reason, until, ...who }) => ({
          ...who,
          text: t('silence.extendedTo', { time: sayBrussels(until), reason }),
        }))}
      />
      {silence.noted && (
        <p className="quiet">
          {t('silence.noted', {
            party: euCountryCode(silence.noted.party),
            time: sayBrussels(silence.noted.at),
          })}
        </p>
      )}
    </section>
  )
}

interface Line {
  readonly statement: string
  readonly party: string
  readonly at: string
  readonly text: string
}

function Said({ title, said }: { readonly title: string; readonly said: readonly Line[] }) {
  if (said.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul className="plain-rows">
        {said.map(({ statement, party, at, text }) => (
          <li key={statement}>
            <strong>{euCountryCode(party)}</strong> {text} <span className="quiet">{sayBrussels(at)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
