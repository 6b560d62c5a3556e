/** Need-to-know lists: those on which the reader stands, who else does, and making another. */
import type { KnownPerson, NeedToKnowList } from '@demarche/api'
import { type FormEvent, useId, useState } from 'react'
import { useChangeList, useFindPeople, useMakeList, useNeedToKnowLists } from '../../api/access-queries.ts'
import { useSession } from '../../api/queries.ts'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await, RefusalNote } from '../../parts/await.tsx'
import { formatInstant } from '../../parts/format-value.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { useText } from '../../texts.ts'

export default function ListsScreen() {
  const t = useText()
  const query = useNeedToKnowLists()
  useScreenMarking(query.data?.lists.map(({ marking }) => marking))
  return (
    <>
      <PageHead title={t('lists.title')} lead={t('lists.lead')} />
      <Await query={query}>
        {({ lists }) => (
          <>
            {lists.map((list) => (
              <OneList key={list.entity} list={list} />
            ))}
            {lists.length === 0 && <p className="quiet">{t('lists.none')}</p>}
          </>
        )}
      </Await>
      <NewList />
    </>
  )
}

function OneList({ list }: { readonly list: NeedToKnowList }) {
  const t = useText()
  const you = useSession().data?.person
  const change = useChangeList(list.entity)
  const on = new Set(list.members.map(({ person }) => person))
  return (
    <section className="group" aria-label={list.name}>
      <h2>{list.name}</h2>
      <p className="quiet">{t('lists.since', { at: formatInstant(list.madeAt) })}</p>
      <ul>
        {list.members.map((one) => (
          <li key={one.person}>
            <Named person={one} />
            {one.person === you && ` ${t('access.you')}`}
            {one.person === list.maker ? (
              <span className="quiet"> {t('lists.maker')}</span>
            ) : (
              one.person !== you && (
                <button
                  type="button"
                  className="button-quiet"
                  disabled={change.isPending}
                  aria-label={t('lists.takeOffName', { name: one.name })}
                  onClick={() => change.mutate({ person: one.person, on: false })}
                >
                  {t('lists.takeOff')}
                </button>
              )
            )}
          </li>
        ))}
      </ul>
      {change.isError && <RefusalNote error={change.error} />}
      <FindPeople but={on} onChoose={({ person }) => change.mutate({ person, on: true })} />
    </section>
  )
}

function NewList() {
  const t = useText()
  const make = useMakeList()
  const [name, setName] = useState('')
  const [members, setMembers] = useState<readonly KnownPerson[]>([])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    make.mutate(
      { name: name.trim(), members: members.map(({ person }) => person) },
      {
        onSuccess: () => {
          setName('')
          setMembers([])
        },
      },
    )
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      <fieldset className="group">
        <legend>{t('lists.new')}</legend>
        <div className="field">
          <label htmlFor="list-name">{t('lists.name')}</label>
          <p className="hint" id="list-name-hint">
            {t('lists.nameHint')}
          </p>
          <input
            id="list-name"
            value={name}
            maxLength={120}
            aria-describedby="list-name-hint"
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        {members.length > 0 && (
          <ul>
            {members.map((one) => (
              <li key={one.person}>
                <Named person={one} />{' '}
                <button
                  type="button"
                  className="button-quiet"
                  aria-label={t('lists.takeOffName', { name: one.name })}
                  onClick={() => setMembers(members.filter(({ person }) => person !== one.person))}
                >
                  {t('lists.takeOff')}
                </button>
              </li>
            ))}
          </ul>
        )}
        <FindPeople
          but={new Set(members.map(({ person }) => person))}
          onChoose={(person) => setMembers([...members, person])}
        />
        {make.isError && <RefusalNote error={make.error} />}
        <div className="actions">
          <button type="submit" className="button-main" disabled={make.isPending || name.trim() === ''}>
            {t('lists.make')}
          </button>
        </div>
      </fieldset>
    </form>
  )
}

function FindPeople({
  but,
  onChoose,
}: {
  readonly but: ReadonlySet<string>
  readonly onChoose: (person: KnownPerson) => void
}) {
  const t = useText()
  const id = useId()
  const you = useSession().data?.person
  const [who, setWho] = useState('')
  const query = useFindPeople(who.trim())
  const found = (query.data?.people ?? []).filter(({ person }) => person !== you && !but.has(person))
  return (
    <div className="field">
      <label htmlFor={id}>{t('lists.find')}</label>
      <p className="hint" id={`${id}-hint`}>
        {t('lists.findHint')}
      </p>
      <input
        id={id}
        value={who}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        onChange={(event) => setWho(event.target.value)}
      />
      {who.trim() !== '' && (
        <ul aria-live="polite">
          {found.slice(0, 12).map((one) => (
            <li key={one.person}>
              <button
                type="button"
                onClick={() => {
                  onChoose(one)
                  setWho('')
                }}
              >
                {t('lists.putOn', { name: one.name, party: one.party })}
              </button>
            </li>
          ))}
          {found.length === 0 && !query.isFetching && <li className="quiet">{t('lists.nobody')}</li>}
        </ul>
      )}
    </div>
  )
}

function Named({ person: { name, party } }: { readonly person: KnownPerson }) {
  return (
    <>
      {name} {party && <span className="quiet">({party})</span>}
    </>
  )
}
