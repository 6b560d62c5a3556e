/** How a listing stands on the date, in words; and a mark when it was never compared with the official text. */
import type { Listing } from '@demarche/core'
import { isOfficiallyChecked } from '@demarche/core/listing/doubts.ts'
import { standingOn } from '@demarche/core/listing/standing.ts'
import { formatPartialDate } from '../../parts/format-date.ts'
import { useText } from '../../texts.ts'

export function ListingStatus({ listing, asOf }: { readonly listing: Listing; readonly asOf: string }) {
  const t = useText()
  const { status } = listing
  return (
    <>
      {t(`register.standing.${standingOn(listing, asOf)}`, {
        read: formatPartialDate(status.asOf),
        removed: status.delistedOn === null ? '' : formatPartialDate(status.delistedOn),
      })}
      {!isOfficiallyChecked(listing) && (
        <>
          {' '}
          <span className="tag" data-tone="warn" title={t('register.doubt.transcription-only')}>
            {t('register.transcription')}
          </span>
        </>
      )}
    </>
  )
}
