/** The measures of one case side by side: which contradict each other, and which wait for what. */
import { readTracks, type TrackView } from '@demarche/core/procedure/read-tracks.ts'
import type { ProcedureInList } from '@demarche/api'
import type { Doctrine } from '@demarche/core'
import { procedurePath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { VerdictChip } from '../../parts/verdict-chip.tsx'
import { useText } from '../../texts.ts'
import { conflictPairs } from './conflict-pairs.ts'

interface Props {
  readonly procedures: readonly ProcedureInList[]
  readonly doctrine: Doctrine
}

export function TrackNotes({ procedures, doctrine }: Props) {
  const t = useText()
  const views = readTracks(doctrine, procedures)
  const title = (entity: string) => procedures.find((one) => one.entity === entity)?.procedure.title ?? entity
  const conflicts = conflictPairs(views)
  const waiting = views.filter(({ waits }) => waits.length > 0)
  return (
    <>
      {conflicts.length > 0 && (
        <section className="track-notes" aria-labelledby="conflicts-title">
          <h2 id="conflicts-title">{t('decision.conflicts')}</h2>
          <ul className="plain-rows">
            {conflicts.map(({ between: [one, other], reasons }) => (
              <li key={`${one}${other}`}>
                <GoLink to={procedurePath(one)}>{title(one)}</GoLink> {t('decision.against')}{' '}
                <GoLink to={procedurePath(other)}>{title(other)}</GoLink>
                {reasons.map((reason) => (
                  <p key={reason}>{reason}</p>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {waiting.length > 0 && (
        <section className="track-notes" aria-labelledby="waits-title">
          <h2 id="waits-title">{t('decision.waits')}</h2>
          <p className="quiet">{t('decision.waitsNote')}</p>
          <ul className="plain-rows">
            {waiting.map((view) => (
              <li key={view.entity}>
                <GoLink to={procedurePath(view.entity)}>{title(view.entity)}</GoLink>
                <Waits view={view} title={title} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Waits({ view, title }: { readonly view: TrackView; readonly title: (entity: string) => string }) {
  const t = useText()
  return (
    <ul>
      {view.waits.map((wait) =>
        wait.for === 'attribution' ? (
          <li key="attribution">
            {t(`decision.waits.${wait.need}`)} <VerdictChip verdict={wait.verdict} family="plain" />
            <p className="quiet">
              {wait.text} {wait.exchangeRuns && t('decision.exchangeRuns')}
            </p>
          </li>
        ) : (
          <li key={wait.track}>
            {t('decision.waits.decision', { track: wait.label })}{' '}
            {wait.entity === null ? (
              <span className="quiet">{t('decision.waits.notOpened')}</span>
            ) : (
              <GoLink to={procedurePath(wait.entity)}>{title(wait.entity)}</GoLink>
            )}{' '}
            <VerdictChip verdict={wait.verdict} family="plain" />
          </li>
        ),
      )}
    </ul>
  )
}
