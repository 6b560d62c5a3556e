/** History: statements in order of record, turning points, and what changed between two dates. */
import { formatPartialDate } from '../../parts/format-date.ts'
import { useHistory } from '../../api/queries.ts'
import { useAsOf } from '../../frame/address.ts'
import { Await } from '../../parts/await.tsx'
import { useText } from '../../texts.ts'
import { useCase } from '../case/case-context.ts'
import { Compare } from './compare.tsx'
import { Events } from './events.tsx'
import { sayTurn } from './say-turn.ts'

export default function HistoryScreen() {
  const t = useText()
  const { dossier } = useCase()
  const [asOf, setAsOf] = useAsOf()
  const history = useHistory(dossier.entity)
  return (
    <Await query={history}>
      {({ turningPoints, events }) => (
        <div className="columns history">
          <div>
            <section aria-labelledby="turning-title">
              <h2 id="turning-title">{t('history.turningPoints')}</h2>
              <p className="quiet">{t('history.turningPointsNote')}</p>
              {turningPoints.length === 0 && <p className="quiet">{t('history.noTurningPoints')}</p>}
              <ol className="turning-points">
                {turningPoints.map((point) => (
                  <li key={`${point.date}${point.turn}`}>
                    <button
                      type="button"
                      className="link-button"
                      data-row=""
                      aria-pressed={asOf === point.date}
                      onClick={() => setAsOf(point.date)}
                    >
                      {formatPartialDate(point.date)}
                    </button>{' '}
                    {sayTurn(t, point)}
                  </li>
                ))}
              </ol>
            </section>
            <Compare dossier={dossier} turningPoints={turningPoints} />
          </div>
          <Events events={events} />
        </div>
      )}
    </Await>
  )
}
