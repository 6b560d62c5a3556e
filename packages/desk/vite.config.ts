/**
 * How the desk is built: static files under `dist`, served by the server under a strict content security policy.
 *
 * No inlined scripts, no data: addresses for styles. The built-in texts of react-aria are kept for the seven languages
 * of the desk only. In development, calls to `/api` go to a running server (DEMARCHE_SERVER, default port 4700).
 */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const KEPT_LOCALES = ['en-US', 'et-EE', 'fr-FR', 'de-DE', 'pl-PL', 'pt-PT', 'sl-SI']

/** Leaves out the texts of languages that the desk does not speak. */
function keepSevenLanguages(): Plugin {
  return {
    name: 'keep-seven-languages',
    enforce: 'pre',
    load(id) {
      const locale = /react-(?:aria|stately)[^?]*\/intl\/.*\/?([a-z]{2}-[A-Z]{2})\.m?js$/.exec(id)?.[1]
      return locale && !KEPT_LOCALES.includes(locale) ? 'export default {}' : null
    },
  }
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), keepSevenLanguages()],
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': process.env['DEMARCHE_SERVER'] ?? 'http://127.0.0.1:4700' } },
})
