/** Which points of contact a schedule of communication checks asks, and which it leaves out and why. */
import type { ContactOnSchedule } from '@demarche/api'
import type { ScheduleSettings } from '@demarche/core'
import { recordPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useText } from '../../texts.ts'

/** Those in these directories, or in any: how many are asked, and why the others are not. */
export function WhomItAsks({
  contacts,
  networks,
}: Pick<ScheduleSettings, 'networks'> & { readonly contacts: readonly ContactOnSchedule[] }) {
  const t = useText()
  const within = contacts.filter(
    (one) => networks.length === 0 || one.networks.some((word) => networks.includes(word)),
  )
  const asked = within.filter(({ why }) => why === undefined)
  const left = within.filter(({ why }) => why !== undefined)
  return (
    <>
      {[asked, left].map((some, index) =>
        some.length === 0 && index === 1 ? null : (
          <details className="more" key={index === 0 ? 'asked' : 'left'}>
            <summary>
              {t(index === 0 ? 'contacts.schedule.asked' : 'contacts.schedule.left', { count: some.length })}
            </summary>
            <ul className="set-texts">
              {some.map(({ entity, name, why }) => (
                <li key={entity}>
                  <GoLink to={recordPath(entity)}>{name}</GoLink>
                  {why && `${t('mark.colon')} ${t(`contacts.schedule.why.${why}`)}`}
                </li>
              ))}
            </ul>
          </details>
        ),
      )}
    </>
  )
}
