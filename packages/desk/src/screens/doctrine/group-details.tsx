/** Who belongs to an organisation or a region on the date asked for: in what standing, since when, read or recalled. */
import { formatPartialDate } from '@demarche/core/kernel/partial-date.ts'
import { membersOf } from '@demarche/core/places/memberships.ts'
import { collatorOf } from '@demarche/core/places/name-of.ts'
import { printedNameOf, statusNoteOf } from '@demarche/core/places/status-notes.ts'
import type { CountryGroup } from '@demarche/core'
import { today, useAsOf } from '../../frame/address.ts'
import { Unverified } from '../../parts/authority-mark.tsx'
import { deskLanguage, placeName } from '../../parts/place-name.ts'
import { useText } from '../../texts.ts'

interface Props {
  readonly groups: readonly CountryGroup[]
  readonly group: CountryGroup
}

const SHOWN = ['member', 'participant', 'suspended', 'country', 'observer'] as const

export function GroupDetails({ groups, group }: Props) {
  const t = useText()
  const [asOf] = useAsOf()
  const day = asOf ?? today()
  const language = deskLanguage()
  const { compare } = collatorOf(language)
  const members = membersOf(groups, group.id, day, SHOWN).toSorted((a, b) =>
    compare(placeName(a.country), placeName(b.country)),
  )
  const belonging = members.filter(({ kind }) => kind !== 'observer').length
  const notes = members.flatMap(({ country }) => statusNoteOf(country, language) ?? [])
  return (
    <>
      <h2>{t('group.belong', { count: belonging, date: formatPartialDate(day) })}</h2>
      {group.noAgreedList && <p className="hint">{t('group.noAgreedList')}</p>}
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t('group.name')}</th>
            <th scope="col">{t('group.standing')}</th>
            <th scope="col">{t('group.since')}</th>
          </tr>
        </thead>
        <tbody>
          {members.map(({ country, kind, held, term }) => (
            <tr key={country}>
              <th scope="row">{printedNameOf(country, language)}</th>
              <td data-label={t('group.standing')}>
                <span>
                  {t(`standing.${kind}`)} {!term.verified && <Unverified />}
                  {held === 'unknown' && <span className="quiet"> {t('group.dayUnclear')}</span>}
                </span>
              </td>
              <td data-label={t('group.since')}>
                {term.since === undefined ? (
                  <span className="quiet">{t('group.notStated')}</span>
                ) : (
                  formatPartialDate(term.since)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {notes.map((note) => (
        <p key={note} className="hint">
          {`* ${note}`}
        </p>
      ))}
    </>
  )
}
