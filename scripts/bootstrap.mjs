/**
 * Makes a fresh clone ready, on any Node from 18: installs the locked packages (the Node 24 runtime among them), builds
 * the desk when it is missing or older than its sources, and with `--test` gets what the tests need.
 *
 * Built-ins only: it runs before anything is installed. Says what it does only when it does something.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = join(root, 'node_modules', '.bin')
const windows = process.platform === 'win32'
const forTests = process.argv.includes('--test')

if (Number(process.versions.node.split('.')[0]) < 18) {
  fail(`This needs Node 18 or newer to begin with; found ${process.version}.`)
}
install()
checkRuntime()
buildDesk()
prepareDatabase()
if (forTests) {
  findChromium()
  findPostgres()
}

function install() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).digest('hex')
  const stampFile = join(root, 'node_modules', '.demarche-installed')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return
  say('Installing packages (once) …')
  run(windows ? 'npm.cmd' : 'npm', [
    'ci',
    '--include=dev',
    '--include=optional',
    // no package needs one, so none that gains one may run it
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ])
  writeFileSync(stampFile, wanted)
}

/** The Node 24 that came with the packages, or this one where none comes for the machine. */
function runtime() {
  const local = join(bin, windows ? 'node.cmd' : 'node')
  return existsSync(local) ? local : process.execPath
}

function checkRuntime() {
  const { stdout } = spawnSync(runtime(), ['--version'], { encoding: 'utf8', shell: windows })
  if (Number(/^v(\d+)/.exec(stdout ?? '')?.[1] ?? 0) < 24) {
    fail(
      `Demarche runs on Node 24. No packaged runtime exists for ${process.platform}-${process.arch}, ` +
        `and this Node is ${process.version}. Please install Node 24 LTS and run the command again.`,
    )
  }
}

function buildDesk() {
  const desk = join(root, 'packages', 'desk')
  const built = join(desk, 'dist', 'index.html')
  const newest = Math.max(
    newestChange(join(desk, 'src')),
    newestChange(join(root, 'packages', 'core', 'src')),
    newestChange(join(root, 'packages', 'api', 'src')),
    statSync(join(desk, 'index.html')).mtimeMs,
  )
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return
  say('Building the desk …')
  run(windows ? 'npm.cmd' : 'npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn'])
}

/** An empty database, made once and copied for every new store. */
function prepareDatabase() {
  const cache = join(root, 'node_modules', '.cache', 'demarche')
  if (
    existsSync(cache) &&
    readdirSync(cache).some((file) => file.startsWith('empty-database-') && !file.endsWith('.tar'))
  )
    return
  say('Preparing the empty database (once) …')
  run(runtime(), [join('packages', 'store', 'src', 'engine', 'database-template.ts')])
}

function newestChange(folder) {
  let newest = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    newest = Math.max(newest, entry.isDirectory() ? newestChange(path) : statSync(path).mtimeMs)
  }
  return newest
}

function findChromium() {
  const cache = join(root, 'node_modules', '.cache', 'browsers')
  if (['chromium', 'chromium-browser', 'google-chrome'].some(isOnPath) || existsSync(join(cache, 'ready')))
    return
  if (isRoot() && isOnPath('apt-get')) {
    say('No browser found: installing the system package chromium …')
    if (aptInstall('chromium')) return
  }
  say('No browser found: asking the test library for its own …')
  mkdirSync(cache, { recursive: true })
  const got = spawnSync(windows ? 'npx.cmd' : 'npx', ['playwright-core', 'install', 'chromium'], {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
    env: { ...process.env, PLAYWRIGHT_BROWSERS_PATH: cache },
  })
  if (got.status === 0) writeFileSync(join(cache, 'ready'), '')
  else say('LEFT OUT: no browser could be had; the tests of the desk in a browser will be skipped.')
}

function findPostgres() {
  if (process.env.DATABASE_URL || isOnPath('initdb') || existsSync('/usr/lib/postgresql')) return
  if (isRoot() && isOnPath('apt-get')) {
    say('No PostgreSQL found: installing the system package postgresql …')
    if (aptInstall('postgresql')) return
  }
  say('LEFT OUT: no PostgreSQL could be had; the ledger is tested on the embedded engine only.')
}

function aptInstall(name) {
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update', '-qq'], quiet)
  return spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quiet).status === 0
}

function isOnPath(name) {
  return (process.env.PATH ?? '').split(windows ? ';' : ':').some((folder) => existsSync(join(folder, name)))
}

function isRoot() {
  return process.getuid?.() === 0
}

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: windows })
  if (status !== 0) fail(`"${command} ${args.join(' ')}" did not succeed.`)
}

function say(text) {
  process.stderr.write(`${text}\n`)
}

function fail(text) {
  say(text)
  process.exit(1)
}
