/** The seven dimensions as seven rows: level, reason, doubt. Never one number for the whole. */
import type { DimensionFinding, Dossier } from '@demarche/core'
import { useState } from 'react'
import { entryOf } from '../../grounds/labels.ts'
import { GroundsButton } from '../../grounds/grounds-button.tsx'
import { anchorWords, LevelDots, levelWords } from '../../parts/level-dots.tsx'
import { reasonsInDesk } from '../../parts/say-reason.ts'
import { MayRecord } from '../../record/may-record.tsx'
import { RecordDialog } from '../../record/record-dialog.tsx'
import { useText } from '../../texts.ts'
import { useCase } from '../case/case-context.ts'

function Row({ finding, onRate }: { readonly finding: DimensionFinding; readonly onRate: () => void }) {
  const t = useText()
  const [reason] = reasonsInDesk(t, finding.reasonWords, finding.reasons)
  return (
    <li className="dimension">
      <div className="dimension-head">
        <h3>{finding.label}</h3>
        <GroundsButton row topic={{ kind: 'dimension', id: finding.dimension }}>
          <LevelDots level={finding.level} />
        </GroundsButton>
      </div>
      {finding.anchor && <p>{anchorWords(t, finding)}</p>}
      {reason && <p className="quiet">{reason}</p>}
      <p className="dimension-foot">
        <span className="quiet">
          {t(`basis.${finding.basis}`)},{' '}
          {t('grounds.confidence', { confidence: t(`confidence.${finding.confidence}`) })}
          {finding.scaleSuggests && (
            <>
              {'. '}
              {t('profile.scaleSays', {
                level: levelWords(t, { state: 'between', ...finding.scaleSuggests }),
              })}
            </>
          )}
        </span>
        <MayRecord>
          <button type="button" className="button-quiet" onClick={onRate}>
            {t('profile.rate')} <span className="sr-only">{finding.label}</span>
          </button>
        </MayRecord>
      </p>
    </li>
  )
}

export function Profile({ dossier }: { readonly dossier: Dossier }) {
  const t = useText()
  const [rating, setRating] = useState<DimensionFinding | null>(null)
  const { band } = dossier
  const { doctrine } = useCase()
  const scale = doctrine?.scales.find(
    (one) => one === entryOf(doctrine, rating?.dimension ?? '', dossier.asOf),
  )
  return (
    <section aria-labelledby="profile-title">
      <h2 id="profile-title">{t('profile.title')}</h2>
      <ul className="dimensions">
        {dossier.profile.map((finding) => (
          <Row key={finding.dimension} finding={finding} onRate={() => setRating(finding)} />
        ))}
      </ul>
      <p className="band">
        <span className="quiet">{t('band.label')}</span>{' '}
        <GroundsButton topic={{ kind: 'band', id: 'response' }}>
          {band.band === null ? t('level.unknown') : t('band.words', { band: band.band })}
          {band.usualCeiling !== null && `, ${t('band.ceiling', { ceiling: band.usualCeiling })}`}
        </GroundsButton>{' '}
        <span className="quiet">{t('band.note')}</span>
      </p>
      {rating && (
        <RecordDialog
          property={`rating.${rating.dimension}`}
          title={t('profile.rateTitle', { label: rating.label })}
          label={rating.label}
          intro={rating.question}
          lines={scale?.anchors.map((anchor, level) => `${level}${t('mark.colon')} ${anchor}`)}
          onClose={() => setRating(null)}
        />
      )}
    </section>
  )
}
