/** Writes docs/configuration.md from the settings schema: `node packages/server/scripts/write-configuration.ts`. */
import { writeFileSync } from 'node:fs'
import { describeSettings } from '../src/describe-settings.ts'

writeFileSync(new URL('../../../docs/configuration.md', import.meta.url), describeSettings())
