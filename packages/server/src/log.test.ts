import { describe, expect, it } from 'vitest'
import { logFormatIn, openLog } from './log.ts'

const written = (format: 'text' | 'json') => {
  const lines: { readonly to: 'out' | 'err'; readonly line: string }[] = []
  const log = openLog(format, {
    out: (line) => lines.push({ to: 'out', line }),
    err: (line) => lines.push({ to: 'err', line }),
    clock: () => new Date('2026-11-28T06:00:00.000Z'),
  })
  log.say('Demarche is ready')
  log.complain('The key is\nnot there.')
  const error = Object.assign(new Error('it broke'), { code: '42P01', parameters: ['a secret'] })
  log.defect('AB12', 'POST /api/cases', error)
  return lines
}

describe('the log of the server', () => {
  it('is one JSON object a line, with time, level and message, where that is asked for', () => {
    const lines = written('json')
    expect(lines.map(({ to }) => to)).toEqual(['out', 'err', 'err'])
    for (const { line } of lines) expect(line).not.toContain('\n')
    const [said, complained, defect] = lines.map(({ line }) => JSON.parse(line))
    expect(said).toEqual({ at: '2026-11-28T06:00:00.000Z', level: 'info', message: 'Demarche is ready' })
    expect(complained).toMatchObject({ level: 'warning', message: 'The key is\nnot there.' })
    expect(defect).toMatchObject({ level: 'error', reference: 'AB12', where: 'POST /api/cases' })
    expect(defect.error).toMatch(/^Error: it broke\n[^]*\[42P01\]$/)
  })

  it('is text otherwise, and in neither does a defect carry what its error holds', () => {
    expect(
      written('text')
        .map(({ line }) => line)
        .slice(0, 3),
    ).toEqual([
      'Demarche is ready',
      'The key is\nnot there.',
      'defect AB12 in POST /api/cases at 2026-11-28T06:00:00.000Z',
    ])
    for (const format of ['text', 'json'] as const)
      expect(
        written(format)
          .map(({ line }) => line)
          .join(),
      ).not.toContain('a secret')
  })

  it('knows its format before the settings are read', () => {
    expect([{ DEMARCHE_LOG: ' json ' }, { DEMARCHE_LOG: 'xml' }, {}].map(logFormatIn)).toEqual([
      'json',
      'text',
      'text',
    ])
  })
})
