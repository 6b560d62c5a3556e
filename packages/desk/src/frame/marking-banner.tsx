/**
 * The first line of every screen and page: the highest marking shown, in words and in the colours of TLP 2.0.
 *
 * Rests on: FIRST, Traffic Light Protocol 2.0 (coloured letters on black; the label is never translated).
 */
import type { Marking } from '@demarche/core'
import { partyInMarking } from '../parts/party-name.ts'
import { useText } from '../texts.ts'
import { useShownMarking } from './screen-marking.tsx'

export function MarkingLabel({ marking }: { readonly marking: Marking }) {
  const t = useText()
  return (
    <span className="marking">
      {marking.distribution === 'LIMITE' && <span className="marking-limite">{t('marking.limite')}</span>}
      <span className="marking-tlp" data-tlp={marking.tlp} translate="no">
        {marking.tlp}
      </span>
      {marking.releasableTo && (
        <span className="marking-rel">
          {t('marking.releasable', {
            parties: marking.releasableTo.map((code) => partyInMarking(code, t)).join(', '),
          })}
        </span>
      )}
      {marking.needToKnow && <span className="marking-rel">{t('marking.needToKnow')}</span>}
    </span>
  )
}

export function MarkingBanner() {
  const t = useText()
  const { marking, raisedBy } = useShownMarking()
  return (
    <div className="banner" role="region" aria-label={t('marking.region')}>
      <MarkingLabel marking={marking} />
      <span className="banner-meaning">{t(`marking.meaning.${marking.tlp}`)}</span>
      {raisedBy > 0 && <span className="banner-raised">{t('marking.raised', { count: raisedBy })}</span>}
    </div>
  )
}
