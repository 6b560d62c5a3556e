/** The listings that followed a case, beside its responses; nothing when there are none. */
import { listingsFollowing } from '@demarche/core/listing/standing.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useText } from '../../texts.ts'
import { useRegister } from './use-register.ts'

const NAMED = 4

export function ListingsFollowed({ entity, own }: { readonly entity: string; readonly own?: boolean }) {
  const t = useText()
  const register = useRegister()
  const slug = entity.slice(entity.indexOf(':') + 1)
  const listings = register.data ? listingsFollowing(register.data.listings, slug, register.data.asOf) : []
  if (listings.length === 0) return null
  const address = `/register?case=${encodeURIComponent(slug)}`
  return (
    <p className="listings-followed">
      <span className="quiet">{own ? t('register.followedOwn') : t('register.followed')}</span>{' '}
      {listings.slice(0, NAMED).map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <GoLink to={`${address}&grounds=listing:${id}`}>{name}</GoLink>
        </span>
      ))}
      {listings.length > NAMED && (
        <>
          {', '}
          <GoLink to={address}>{t('register.more', { count: listings.length - NAMED })}</GoLink>
        </>
      )}
    </p>
  )
}
