/**
 * What a verb has to speak with: lines out, messages beside them, progress while something takes long.
 *
 * Results go to standard output, everything else to standard error, so that output can be piped. Colours and progress
 * appear on a terminal alone, and never when NO_COLOR is set.
 */
export interface Terminal {
  /** one line of the result */
  out(line: string): void
  /** a message beside the result */
  note(line: string): void
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  /** shows how far something is, 0 to 1; replaced by the next, gone after `done` */
  progress(what: string, share: number): void
  done(): void
}

interface Stream {
  readonly isTTY?: boolean
  write(text: string): unknown
}

export interface Streams {
  readonly stdout: Stream
  readonly stderr: Stream
  readonly environment: Readonly<Record<string, string | undefined>>
}

const CLEAR_LINE = '\r\u001b[2K'

export function openTerminal({ stdout, stderr, environment }: Streams): Terminal {
  const colours = stdout.isTTY === true && (environment['NO_COLOR'] ?? '') === ''
  const style = (on: number, off: number) => (text: string) =>
    colours ? `\u001b[${on}m${text}\u001b[${off}m` : text
  let shown = ''
  const clear = (): void => {
    if (shown !== '') stderr.write(CLEAR_LINE)
    shown = ''
  }
  return {
    out: (line) => {
      clear()
      stdout.write(`${line}\n`)
    },
    note: (line) => {
      clear()
      stderr.write(`${line}\n`)
    },
    bold: style(1, 22),
    dim: style(2, 22),
    progress(what, share) {
      if (stderr.isTTY !== true) return
      const text = `${what} ${Math.floor(share * 100)} %`
      if (text === shown) return
      stderr.write(`${CLEAR_LINE}${text}`)
      shown = text
    },
    done: clear,
  }
}
