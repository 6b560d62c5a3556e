#!/usr/bin/env node
/**
 * `npx demarche …` on whatever Node the machine has: finds the Node 24 that Demarche brings along and hands over to it.
 *
 * Plain JavaScript with built-in modules only, because it runs before anything is known to be installed.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const inRepository = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const program = inRepository('packages/cli/src/main.ts')
const bundled = inRepository(
  process.platform === 'win32' ? 'node_modules/.bin/node.cmd' : 'node_modules/.bin/node',
)

if (!existsSync(inRepository('node_modules/commander'))) {
  console.error(`Demarche is not installed yet. Run "npm ci" in ${inRepository('.')} first.`)
  process.exit(1)
}
const major = Number(process.versions.node.split('.')[0])
const node = existsSync(bundled) ? bundled : major >= 24 ? process.execPath : null
if (node === null) {
  console.error(
    `Demarche needs Node 24 or later; this is ${process.versions.node}, and the one it brings along is missing. Run "npm ci" again, without --omit=optional.`,
  )
  process.exit(1)
}

const child = spawn(node, [program, ...process.argv.slice(2)], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // Ctrl-C reaches the child by itself; what was sent to this process alone is passed on
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  })
}
child.on('error', (error) => {
  console.error(`Node could not be started (${error.message}).`)
  process.exit(1)
})
child.on('exit', (code, signal) => {
  process.exit(code ?? (signal === 'SIGINT' ? 130 : 143))
})
