import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadShipped, loadShippedKeptIn } from './kept-doctrine.ts'

const parent = mkdtempSync(join(tmpdir(), 'demarche-doctrine-'))
const folder = join(parent, 'doctrine')
afterAll(() => rmSync(parent, { recursive: true, force: true }))

describe('doctrine that is kept ready', () => {
  it('is the doctrine that is read from the pack, whole', () => {
    const read = loadShipped()
    expect(loadShippedKeptIn(folder)).toEqual(read)
    expect(readdirSync(folder)).toHaveLength(1)
    expect(loadShippedKeptIn(folder)).toEqual(read)
  })

  it('is read anew when what was kept is damaged', () => {
    const [name = ''] = readdirSync(folder)
    const file = join(folder, name)
    writeFileSync(file, readFileSync(file, 'utf8').replace('"binding-law"', '"agreed-guidance"'))
    expect(loadShippedKeptIn(folder)).toEqual(loadShipped())
  })
})
