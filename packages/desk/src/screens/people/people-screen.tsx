/** "People": who has an account at this desk, for whom and in which roles. For administrators. */
import type { PersonAnswer } from '@demarche/api'
import { useState } from 'react'
import { usePeople } from '../../api/accounts.ts'
import { useSession } from '../../api/queries.ts'
import { RoleSwitch } from '../../frame/role-switch.tsx'
import { Await } from '../../parts/await.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { usePartyName } from '../../parts/party-name.ts'
import { useText } from '../../texts.ts'
import { formatInstant } from '../../parts/format-value.ts'
import { InviteDialog } from './invite-dialog.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { Waiting } from './waiting.tsx'

function PeopleTable({ people }: { readonly people: readonly PersonAnswer[] }) {
  const t = useText()
  const [open, setOpen] = useState<string>()
  const nameOf = usePartyName()
  const shown = people.find(({ id }) => id === open)
  return (
    <>
      <table className="table cards">
        <caption className="sr-only">{t('people.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('account.name')}</th>
            <th scope="col">{t('account.party')}</th>
            <th scope="col">{t('people.roles')}</th>
            <th scope="col">{t('people.ceiling')}</th>
            <th scope="col">{t('people.signsInBy')}</th>
            <th scope="col">{t('people.state')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <button type="button" className="button-quiet row-button" onClick={() => setOpen(person.id)}>
                  {person.name}
                </button>{' '}
                <span className="quiet">{person.email}</span>
              </th>
              <td data-label={t('account.party')}>{nameOf(person.party)}</td>
              <td data-label={t('people.roles')}>
                {person.roles.map((role) => t(`role.${role}`)).join(', ')}
              </td>
              <td data-label={t('people.ceiling')} translate="no">
                <span>
                  {person.ceiling.maxDistribution} · {person.ceiling.maxTlp}
                </span>
              </td>
              <td data-label={t('people.signsInBy')}>
                {[
                  person.hasPassword && t('people.by.password'),
                  person.hasSecondFactor && t('people.by.secondFactor'),
                  person.hasPasskey && t('people.by.passkey'),
                  person.hasSingleSignOn && t('people.by.singleSignOn'),
                ]
                  .filter(Boolean)
                  .join(', ') || t('people.by.link')}
              </td>
              <td data-label={t('people.state')}>
                <span>
                  {t(`people.state.${person.state}`)}{' '}
                  {person.invitedUntil !== null && (
                    <span className="quiet">
                      {t('people.invitedUntil', { day: formatInstant(person.invitedUntil) })}
                    </span>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown && <PersonDialog key={shown.id} person={shown} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function People({ party }: { readonly party: string }) {
  const t = useText()
  const people = usePeople()
  const [inviting, setInviting] = useState(false)
  return (
    <>
      <PageHead title={t('people.title')} lead={t('people.lead')}>
        <button type="button" className="button-main" onClick={() => setInviting(true)}>
          {t('people.invite')}
        </button>
      </PageHead>
      <Await query={people}>
        {(answer) => (
          <>
            <Waiting proposals={answer.proposals} />
            <PeopleTable people={answer.people} />
          </>
        )}
      </Await>
      {inviting && <InviteDialog party={party} onClose={() => setInviting(false)} />}
    </>
  )
}

export default function PeopleScreen() {
  const t = useText()
  const session = useSession()
  if (!session.data) return null
  if (session.data.role === 'administrator') return <People party={session.data.party} />
  const may = session.data.roles.includes('administrator')
  return (
    <>
      <PageHead title={t('people.title')} lead={t('people.lead')} />
      <div className="note" data-tone="warn">
        <p>{t(may ? 'people.actFirst' : 'people.notYours')}</p>
        {may && <RoleSwitch id="people-role-switch" session={session.data} />}
      </div>
    </>
  )
}
