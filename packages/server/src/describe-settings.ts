/**
 * The page docs/configuration.md, written from the settings schema.
 *
 * Out: the whole page as Markdown. `scripts/write-configuration.ts` writes it; a test compares it with the file.
 * Next door: `settings.ts`.
 */
import { settingNotes, settingsSchema } from './settings.ts'

/** The page as it must stand in docs/configuration.md. */
export function describeSettings(): string {
  const defaults: Readonly<Record<string, unknown>> = settingsSchema.parse({})
  const rows = Object.entries(settingsSchema.shape).map(([name, schema]) => {
    const notes = settingNotes.get(schema)
    const preset = defaults[name]
    return `| \`${name}\` | ${notes?.meaning ?? ''} | ${preset === undefined ? 'none' : `\`${String(preset)}\``} | \`${notes?.example ?? ''}\` | ${notes?.secret ? 'yes' : 'no'} |`
  })
  return `# Configuration

Demarche is configured by its environment alone. Everything has a default, so \`npm start\` needs no setting. All faults
are reported together at start, and nothing is opened before they are mended.

| Setting | Meaning | Default | Example | Secret |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

A setting that is present but empty counts as absent. The value of a secret setting is never printed.

\`NO_COLOR\` (any value) switches colours in the terminal off; they are also off whenever the output is not a terminal.

This page is made by \`packages/server/scripts/write-configuration.ts\` from \`packages/server/src/settings.ts\`; a test fails
when the two differ.
`
}
