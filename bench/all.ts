/**
 * Runs every benchmark and prints one line each: a figure, its unit, and what it is measured against in the same run.
 *
 * `npm run bench` for all, `npm run bench -- rules import` for some.
 */
import type { BenchLine } from './bench-line.ts'

const BENCHES: Readonly<Record<string, () => Promise<{ run: () => Promise<readonly BenchLine[]> }>>> = {
  rules: () => import('./rules.ts'),
  precedents: () => import('./precedents.ts'),
  import: () => import('./import.ts'),
  'large-files': () => import('./large-files.ts'),
  'what-if': () => import('./what-if.ts'),
  access: () => import('./access.ts'),
  pages: () => import('./pages.ts'),
  growth: () => import('./growth.ts'),
  portfolio: () => import('./portfolio.ts'),
  overlap: () => import('./overlap.ts'),
  start: () => import('./start.ts'),
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  console.error(`No benchmark called ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`)
  process.exit(2)
}
for (const [name, load] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n${name}`)
  for (const line of await (await load()).run()) {
    console.log(
      `  ${line.name}: ${format(line.value)} ${line.unit}${line.against ? ` (${line.against})` : ''}`,
    )
  }
}

function format(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
}
