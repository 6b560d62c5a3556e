/**
 * Where the desk begins: texts, preferences, data cache, then the frame with its screens.
 */
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { watchInput } from './api/last-input.ts'
import { App } from './app.tsx'
import { PreferencesProvider, speakAsPreferred } from './frame/preferences.tsx'
import { openQueries } from './frame/session-end.ts'
import './style/index.css'

watchInput(window)
await speakAsPreferred()
const queries = openQueries()

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <PreferencesProvider>
          <App />
        </PreferencesProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}
