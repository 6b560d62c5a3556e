/** Who belongs to an organisation or a region on the date asked for: in what standing, since when, read or recalled. */
import { formatPartialDate } from '../../parts/format-date.ts'
import { membersOf } from '@demarche/core/places/memberships.ts'
import { inOrderOfNames } from '@demarche/core/places/name-of.ts'
import { printedNameOf, statusNoteOf } from '@demarche/core/places/status-notes.ts'
import type { CountryGroup, Language, Membership } from '@demarche/core'
import { today, useAsOf } from '../../frame/address.ts'
import { Unverified } from '../../parts/authority-mark.tsx'
import { deskLanguage } from '../../parts/place-name.ts'
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
  const standings = new Map(membersOf(groups, group.id, day, SHOWN).map((one) => [one.country, one]))
  const members = inOrderOfNames([...standings.keys()], language).flatMap((code) => standings.get(code) ?? [])
  const belonging = members.filter(({ kind }) => kind !== 'observer').length
  const notes = members.flatMap(({ country }) => statusNoteOf(country, language) ?? [])
  return (
    <>
      <h2>{t('group.belong', { count: belonging, date: formatPartialDate(day) })}</h2>
      {group.noAgreedList && <p className="hint">{t('group.noAgreedList')}</p>}
      {group.kind === 'region' ? (
        <ul className="prose">
          {members.map(({ country, term }) => (
            <li key={country}>
              {printedNameOf(country, language)} {!term.verified && <Unverified />}
            </li>
          ))}
        </ul>
      ) : (
        <MemberTable members={members} language={language} />
      )}
      {notes.map((note) => (
        <p key={note} className="hint">
          {`* ${note}`}
        </p>
      ))}
    </>
  )
}

function MemberTable({
  members,
  language,
}: {
  readonly members: readonly Membership[]
  readonly language: Language
}) {
  const t = useText()
  return (
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
  )
}
