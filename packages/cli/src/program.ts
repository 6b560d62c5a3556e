/**
 * `demarche <verb>`: the desk from a shell.
 *
 * Exit codes: 0 done, 1 refused or found wanting, 2 bad usage. Results on standard output, messages on standard error.
 * Each verb is one file in `verbs/`; what is large, such as the records and the renderers, is loaded when it is needed.
 */
import { Command, CommanderError } from 'commander'
import { explain } from './explain.ts'
import { openTerminal } from './terminal.ts'
import { VERBS } from './verbs/verbs.ts'

const terminal = openTerminal({ stdout: process.stdout, stderr: process.stderr, environment: process.env })
const abort = new AbortController()
process.once('SIGINT', () => abort.abort())
// somebody who reads only the first lines (| head) is no fault
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const program = new Command('demarche')
  .description(
    'From the report of a malicious cyber activity to a proportionate, traceable, joint response.\n' +
      'A case is read from the records under DEMARCHE_DATA (./data), or from a file alone: cases as JSON, an EuRepoC CSV file, a STIX 2.1 bundle.',
  )
  .addHelpText('after', '\nExit codes: 0 done, 1 refused or found wanting, 2 bad usage.')
  .showHelpAfterError('(run the command with --help to see what it takes)')
  .helpCommand('help [verb]', 'explains a verb')
  .exitOverride()
  .configureOutput({ getOutHasColors: () => false, getErrHasColors: () => false })

for (const verb of VERBS) verb(program, { terminal, signal: abort.signal, environment: process.env })
for (const command of allCommands(program)) command.exitOverride()

try {
  await program.parseAsync(process.argv)
} catch (error) {
  terminal.done()
  if (error instanceof CommanderError) {
    // help and version are no fault; everything else of the parser's is bad usage, which it has already explained
    process.exitCode =
      error.exitCode === 0 || (error.code === 'commander.help' && process.argv.length > 2) ? 0 : 2
  } else {
    const { text, exitCode } = explain(error, abort.signal)
    terminal.note(text)
    process.exitCode = exitCode
  }
}

function allCommands(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(allCommands)]
}
