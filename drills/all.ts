/**
 * Runs drills by name: `npm run drill -- kill --rounds 100 --seed 7`. Exit code 0 when the desk stood all of them.
 */
import { parseArgs } from 'node:util'
import type { Drill } from './drill.ts'

const DRILLS: Readonly<Record<string, () => Promise<Drill>>> = {
  kill: async () => (await import('./kill-server.ts')).killServer,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' }, seed: { type: 'string' } },
})
const wanted = positionals.length > 0 ? positionals : Object.keys(DRILLS)
let stood = true
for (const name of wanted) {
  const load = DRILLS[name]
  if (!load) {
    console.error(`No drill called ${name}. There are: ${Object.keys(DRILLS).join(', ')}.`)
    process.exit(2)
  }
  const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : Number(values.seed)
  console.log(`\n${name} (seed ${seed})`)
  const drill = await load()
  const passed = await drill({
    seed,
    say: (line) => console.log(`  ${line}`),
    ...(values.rounds === undefined ? {} : { rounds: Number(values.rounds) }),
  })
  console.log(passed ? '  stood' : '  FAILED')
  stood &&= passed
}
process.exit(stood ? 0 : 1)
