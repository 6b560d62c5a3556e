import { describe, expect, it } from 'vitest'
import { aDossier } from '@demarche/testkit/a-dossier.ts'
import { writeDossiers } from './write-dossier.ts'

describe('dossiers as JSON', () => {
  it('say what they say when written at once, also the second time and with findings of another', () => {
    const write = writeDossiers()
    const one = aDossier()
    const other = { ...one, name: 'Łódź told anew', tests: one.tests.slice(1) }
    for (const dossier of [one, other, one, { ...one, tests: [], measures: [], packages: [] }]) {
      expect(JSON.parse(write(dossier).toString())).toEqual(JSON.parse(JSON.stringify(dossier)))
    }
    expect(write(one)).toBe(write(one))
  })
})
