/**
 * Runs drills by name: `npm run drill -- kill --rounds 100 --seed 7 --engine postgres`. Exit code 0 when the desk stood all
 * of them. docs/drills.md says what each one does.
 */
import { parseArgs } from 'node:util'
import type { Drill } from './drill.ts'

const DRILLS: Readonly<Record<string, () => Promise<Drill>>> = {
  'non-interference': async () => (await import('./non-interference.ts')).nonInterference,
  fuzz: async () => (await import('./fuzz.ts')).fuzz,
  kill: async () => (await import('./kill-server.ts')).killServer,
  load: async () => (await import('./load.ts')).load,
}
const ENGINES = ['pglite', 'postgres'] as const

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string' },
    seed: { type: 'string' },
    users: { type: 'string' },
    minutes: { type: 'string' },
    servers: { type: 'string' },
    engine: { type: 'string' },
    'without-database': { type: 'boolean', default: false },
  },
})

/** @throws by ending the program, when it is no number */
function numberOf(name: 'rounds' | 'seed' | 'users' | 'minutes' | 'servers'): number | undefined {
  const given = values[name]
  if (given === undefined) return undefined
  const number = Number(given)
  if (Number.isFinite(number) && number >= 0) return number
  console.error(`--${name} ${given}: expected a number, e.g. --${name} 10.`)
  process.exit(2)
}

const engine = ENGINES.find((one) => one === values.engine)
if (values.engine !== undefined && engine === undefined) {
  console.error(`--engine ${values.engine}: expected ${ENGINES.join(' or ')}.`)
  process.exit(2)
}
const given = Object.fromEntries(
  (['rounds', 'users', 'minutes', 'servers'] as const).flatMap((name) => {
    const number = numberOf(name)
    return number === undefined ? [] : [[name, number]]
  }),
)
const wanted = positionals.length > 0 ? positionals : Object.keys(DRILLS)
let stood = true
for (const name of wanted) {
  const load = DRILLS[name]
  if (!load) {
    console.error(`No drill called ${name}. There are: ${Object.keys(DRILLS).join(', ')}.`)
    process.exit(2)
  }
  const seed = numberOf('seed') ?? Math.floor(Math.random() * 1_000_000)
  console.log(`\n${name} (seed ${seed})`)
  const drill = await load()
  const passed = await drill({
    ...given,
    ...(engine && { engine }),
    withoutDatabase: values['without-database'],
    seed,
    say: (line) => console.log(`  ${line}`),
  })
  console.log(passed ? '  stood' : '  FAILED')
  stood &&= passed
}
process.exit(stood ? 0 : 1)
