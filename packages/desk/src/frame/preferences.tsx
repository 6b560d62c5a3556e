/**
 * What the reader has chosen for this browser: language, theme, row density, single-letter shortcuts, a pinned Grounds panel.
 *
 * Kept in local storage; absent or broken storage means the defaults.
 */
import type { Language } from '@demarche/core/kernel/language.ts'
import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { firstLanguage, OFFERED_LANGUAGES } from '../languages.ts'
import { speak } from '../texts.ts'

export const THEMES = ['system', 'light', 'dark'] as const
export const DENSITIES = ['compact', 'default', 'comfortable'] as const
type Theme = (typeof THEMES)[number]
type Density = (typeof DENSITIES)[number]

export interface Preferences {
  readonly language: Language
  readonly theme: Theme
  readonly density: Density
  readonly letterShortcuts: boolean
  readonly groundsPinned: boolean
}

const DEFAULTS: Preferences = {
  language: firstLanguage(navigator.languages),
  theme: 'system',
  density: 'default',
  letterShortcuts: true,
  groundsPinned: false,
}
const KEY = 'demarche.preferences'

function load(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (typeof stored !== 'object' || stored === null) return DEFAULTS
    const has = (name: string, value: unknown): boolean =>
      Object.entries(stored).some(([n, v]) => n === name && v === value)
    return {
      language: OFFERED_LANGUAGES.find((language) => has('language', language)) ?? DEFAULTS.language,
      theme: THEMES.find((theme) => has('theme', theme)) ?? DEFAULTS.theme,
      density: DENSITIES.find((density) => has('density', density)) ?? DEFAULTS.density,
      letterShortcuts: !has('letterShortcuts', false),
      groundsPinned: has('groundsPinned', true),
    }
  } catch {
    return DEFAULTS
  }
}

/** The texts of the reader's language are there before the first screen is. */
export async function speakAsPreferred(): Promise<void> {
  await speak(load().language).catch(() => undefined)
}

function apply(preferences: Preferences): void {
  const { dataset } = document.documentElement
  if (preferences.theme === 'system') delete dataset['theme']
  else dataset['theme'] = preferences.theme
  dataset['density'] = preferences.density
}

interface PreferencesContext extends Preferences {
  readonly choose: (change: Partial<Preferences>) => void
}

const Context = createContext<PreferencesContext>({ ...DEFAULTS, choose: () => undefined })

export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const [preferences, setPreferences] = useState(load)
  useEffect(() => {
    apply(preferences)
    try {
      localStorage.setItem(KEY, JSON.stringify(preferences))
    } catch {
      // storage may be refused by the browser; the choice then lasts for this visit
    }
  }, [preferences])
  const queries = useQueryClient()
  const spoken = useRef(preferences.language)
  useEffect(() => {
    speak(preferences.language).then(
      () => {
        if (spoken.current === preferences.language) return
        spoken.current = preferences.language
        // answers hold labels of doctrine in the language in which they were read
        return queries.invalidateQueries()
      },
      // a language that cannot be loaded now is spoken from the next visit on; until then the present one stays
      () => undefined,
    )
  }, [preferences.language, queries])
  const value = useMemo(
    () => ({
      ...preferences,
      choose: (change: Partial<Preferences>) => setPreferences((current) => ({ ...current, ...change })),
    }),
    [preferences],
  )
  return <Context value={value}>{children}</Context>
}

export function usePreferences(): PreferencesContext {
  return useContext(Context)
}
