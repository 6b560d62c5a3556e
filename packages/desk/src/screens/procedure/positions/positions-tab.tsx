/** Where the Member States stand: reserves first, the vote if it were held now, the own position, then all 27. */
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import { useText } from '../../../texts.ts'
import { partyCodes } from '../course/act-words.ts'
import { sayBrussels } from '../course/brussels-words.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'
import { OwnPosition } from './own-position.tsx'
import { PositionLabel } from './position-label.tsx'
import { countPositions } from './position-summary.ts'
import { PositionTable } from './position-table.tsx'
import { SilenceRounds } from './silence-rounds.tsx'
import { VoteOutcomeNow } from './vote-outcome.tsx'

export default function PositionsTab() {
  const t = useText()
  const { answer, doctrine } = useProcedureOnScreen()
  const { positions, reserves } = answer.procedure
  return (
    <div className="positions-tab">
      <div className="columns two">
        <div>
          {reserves.length > 0 && (
            <section className="reserves" aria-labelledby="reserves-title">
              <h2 id="reserves-title">{t('positions.reserves', { count: reserves.length })}</h2>
              <ul className="plain-rows">
                {reserves.map((reserve) => (
                  <li key={`${reserve.statement} ${reserve.party}`}>
                    <strong>{euCountryCode(reserve.party)}</strong>{' '}
                    <PositionLabel position={reserve.position} />{' '}
                    {reserve.paragraph !== undefined &&
                      t('positions.onParagraph', { paragraph: reserve.paragraph })}
                    <p>{reserve.comment ?? <span className="quiet">{t('positions.noComment')}</span>}</p>
                    <p className="quiet">{t('course.since', { time: sayBrussels(reserve.at) })}</p>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <SilenceRounds />
          <section aria-labelledby="counts-title">
            <h2 id="counts-title">{t('positions.counts')}</h2>
            <dl className="position-counts">
              {countPositions(positions).map(({ position, parties }) => (
                <div key={position ?? 'none'}>
                  <dt>
                    <PositionLabel position={position} />
                  </dt>
                  <dd>
                    <strong>{parties.length}</strong> <span className="quiet">{partyCodes(parties)}</span>
                  </dd>
                </div>
              ))}
            </dl>
            <p className="hint">{t('positions.unknownHint')}</p>
          </section>
          <OwnPosition />
        </div>
        <VoteOutcomeNow />
      </div>
      <section aria-labelledby="all-title">
        <h2 id="all-title">{t('positions.title')}</h2>
        <PositionTable positions={positions} presidency={answer.presidency} doctrine={doctrine} />
      </section>
    </div>
  )
}
