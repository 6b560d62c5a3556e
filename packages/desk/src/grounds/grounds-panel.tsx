/**
 * The one side panel of the desk: conclusion, rule, article, authority, proof, statements.
 *
 * Esc closes, P pins; on a phone it is a sheet. It takes the focus when it opens and gives it back when it closes.
 */
import type { Doctrine, Dossier } from '@demarche/core'
import { useEffect, useRef } from 'react'
import { useRecordOnFile } from '../api/portfolio-queries.ts'
import { useDoctrineAtLength, useDossier } from '../api/queries.ts'
import { useAsOf, useCaseOnScreen, useRecordOnScreen } from '../frame/address.ts'
import { usePreferences } from '../frame/preferences.tsx'
import { Loading } from '../parts/await.tsx'
import { useViewAs } from '../screens/access/view-as.ts'
import { useRegister } from '../screens/register/use-register.ts'
import { type OnRecord, OnRecordContext, useOnRecordOf } from '../record/on-record.ts'
import { useText } from '../texts.ts'
import { aboutCase } from './about-case.ts'
import { aboutFact } from './about-fact.ts'
import { aboutLaw } from './about-law.ts'
import { GroundsBody } from './grounds-body.tsx'
import { ListingGrounds } from './listing-grounds.tsx'
import { wordingOfCase } from './labels.ts'
import { useGrounds } from './use-grounds.ts'

/** No question is asked about a case when none is on screen. */
function useDossierOnScreen() {
  const entity = useCaseOnScreen()
  const [asOf] = useAsOf()
  const [as] = useViewAs()
  return useDossier(entity ?? '', asOf, as)
}

/** What is on record about the case, or the record of the portfolio, on screen. */
function useOnRecordOnScreen(
  dossier: Dossier | undefined,
  doctrine: Doctrine | undefined,
): OnRecord | undefined {
  const t = useText()
  const entity = useRecordOnScreen()
  const [asOf] = useAsOf()
  const onFile = useRecordOnFile(entity ?? '', asOf, entity !== undefined).data
  const ofRecord = useOnRecordOf(onFile)
  return dossier ? { ...dossier, wording: wordingOfCase(dossier, doctrine, t) } : ofRecord
}

export default function GroundsPanel() {
  const t = useText()
  const { topic, key, close } = useGrounds()
  const { groundsPinned, choose } = usePreferences()
  const dossier = useDossierOnScreen()
  const doctrine = useDoctrineAtLength()
  const register = useRegister(topic?.kind === 'listing')
  const onRecord = useOnRecordOnScreen(dossier.data, doctrine.data)
  const heading = useRef<HTMLHeadingElement>(null)
  const grounds =
    topic &&
    ((dossier.data && aboutCase(topic, dossier.data, doctrine.data, t)) ??
      (onRecord && aboutFact(topic, onRecord, t)) ??
      aboutLaw(topic, dossier.data, doctrine.data, t))
  const listing =
    topic?.kind === 'listing' ? register.data?.listings.find(({ id }) => id === topic.id) : undefined
  const ready = grounds !== undefined || listing !== undefined
  useEffect(() => {
    if (ready) heading.current?.focus({ preventScroll: true })
  }, [key, ready])
  if (!topic) return null
  const waiting = dossier.isLoading || doctrine.isLoading || register.isLoading
  return (
    <aside
      className="grounds"
      aria-label={t('grounds.title')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          close()
        }
      }}
    >
      <div className="grounds-bar">
        <p className="grounds-name">{t('grounds.title')}</p>
        <button
          type="button"
          className="button-quiet"
          aria-pressed={groundsPinned}
          onClick={() => choose({ groundsPinned: !groundsPinned })}
        >
          {groundsPinned ? t('grounds.unpin') : t('grounds.pin')}
        </button>
        <button type="button" className="button-quiet" onClick={close}>
          {t('grounds.close')}
        </button>
      </div>
      {listing && register.data ? (
        <ListingGrounds listing={listing} register={register.data} headingRef={heading} />
      ) : grounds ? (
        <OnRecordContext value={onRecord ?? null}>
          <GroundsBody grounds={grounds} dossier={dossier.data} onRecord={onRecord} headingRef={heading} />
        </OnRecordContext>
      ) : waiting ? (
        <Loading />
      ) : (
        <p className="quiet">{topic.kind === 'listing' ? t('register.gone') : t('grounds.gone')}</p>
      )}
    </aside>
  )
}
