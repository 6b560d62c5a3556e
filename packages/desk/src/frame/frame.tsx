/**
 * The frame around every screen: marking banner, header, rail, work, Grounds, print header and footer.
 *
 * Whoever is not signed in is led to the sign-in screen and back again afterwards.
 */
import { useQueryClient } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { Redirect, useLocation, useSearch } from 'wouter'
import type { ActionContext } from '../actions/actions.ts'
import { useShortcuts } from '../actions/use-shortcuts.ts'
import { useSession, useSignOut } from '../api/queries.ts'
import { useGrounds } from '../grounds/use-grounds.ts'
import { Loading, RefusalNote } from '../parts/await.tsx'
import { useText, withTexts } from '../texts.ts'
import { today, useAsOf, useCaseOnScreen, useGo } from './address.ts'
import { useArrival } from './arrive.ts'
import { Header } from './header.tsx'
import { MarkingBanner } from './marking-banner.tsx'
import { THEMES, usePreferences } from './preferences.tsx'
import { PrintFurniture } from './print-furniture.tsx'
import { Rail } from './rail.tsx'
import { ScreenMarkingProvider } from './screen-marking.tsx'
import { askAnew, emptyQueries, isSessionEnd } from './session-end.ts'
import { useUndoLast } from './toasts.tsx'
import { forgetTyped } from './typed.ts'

const CommandBar = lazy(
  withTexts(() => import('../actions/command-bar.tsx').then((module) => ({ default: module.CommandBar }))),
)
const ShortcutHelp = lazy(withTexts(() => import('./shortcut-help.tsx')))
const GroundsPanel = lazy(withTexts(() => import('../grounds/grounds-panel.tsx')))

function useActionContext(show: (what: 'commands' | 'shortcuts') => void): ActionContext {
  const go = useGo()
  const [asOf, setAsOf] = useAsOf()
  const entity = useCaseOnScreen()
  const grounds = useGrounds()
  const { theme, groundsPinned, choose } = usePreferences()
  const signOut = useSignOut()
  return {
    go,
    entity,
    asOf,
    setAsOf,
    groundsOpen: grounds.topic !== undefined,
    pinGrounds: () => choose({ groundsPinned: !groundsPinned }),
    closeGrounds: grounds.close,
    goBack: () => {
      if (window.history.length > 1) window.history.back()
    },
    showCommands: () => show('commands'),
    showShortcuts: () => show('shortcuts'),
    nextTheme: () => choose({ theme: THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system' }),
    undo: useUndoLast(),
    signOut: () =>
      signOut.mutate(undefined, {
        onSuccess() {
          forgetTyped(sessionStorage)
          go('/sign-in')
        },
      }),
  }
}

function Work({ children }: { readonly children: ReactNode }) {
  const t = useText()
  const [path] = useLocation()
  const work = useRef<HTMLElement>(null)
  useArrival(work, path)
  useEffect(() => {
    // newer browsers answer a promise here, which React would take for a clean-up
    void window.scrollTo(0, 0)
  }, [path])
  return (
    <main ref={work} id="work" tabIndex={-1} aria-label={t('frame.work')}>
      {children}
    </main>
  )
}

export function Frame({ children }: { readonly children: ReactNode }) {
  const t = useText()
  const session = useSession()
  const queries = useQueryClient()
  const [path] = useLocation()
  const search = useSearch()
  const [shown, setShown] = useState<'commands' | 'shortcuts' | null>(null)
  const context = useActionContext(setShown)
  const { letterShortcuts } = usePreferences()
  useShortcuts(context, letterShortcuts, shown !== null)
  const isOut = isSessionEnd(session.error)
  const person = session.data?.person
  /** who finds nothing of anybody else here: another one may have signed in in another window of this browser */
  const [readyFor, setReadyFor] = useState<string>()
  useEffect(() => {
    if (isOut) emptyQueries(queries)
    else if (person !== undefined && person !== readyFor) {
      forgetTyped(sessionStorage, person)
      if (readyFor !== undefined) askAnew(queries)
      setReadyFor(person)
    }
  }, [isOut, person, readyFor, queries])
  if (isOut) {
    const back = search === '' ? path : `${path}?${search}`
    const ended = person === undefined ? '' : '&ended=1'
    return <Redirect to={`/sign-in?back=${encodeURIComponent(back)}${ended}`} replace />
  }
  if (session.data?.needsSecondFactor && path !== '/account') return <Redirect to="/account" replace />
  return (
    <ScreenMarkingProvider>
      <a className="skip" href="#work">
        {t('frame.skip')}
      </a>
      <div className="frame" data-past={context.asOf !== undefined} data-grounds={context.groundsOpen}>
        <MarkingBanner />
        <Header session={session.data} onCommands={() => setShown('commands')} onSignOut={context.signOut} />
        <Rail />
        <Work>
          {session.error && !session.data ? (
            <RefusalNote error={session.error} onRetry={() => void session.refetch()} />
          ) : session.isPending || person !== readyFor ? (
            <Loading />
          ) : (
            children
          )}
        </Work>
        {context.groundsOpen && (
          <Suspense fallback={null}>
            <GroundsPanel />
          </Suspense>
        )}
        <PrintFurniture asOf={context.asOf ?? today()} />
      </div>
      <Suspense fallback={null}>
        {shown === 'commands' && <CommandBar context={context} onClose={() => setShown(null)} />}
        {shown === 'shortcuts' && <ShortcutHelp onClose={() => setShown(null)} />}
      </Suspense>
    </ScreenMarkingProvider>
  )
}
