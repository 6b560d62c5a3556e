import type { Dossier } from '@demarche/core'
import { aDossier } from '@demarche/testkit'
import { describe, expect, it } from 'vitest'
import { shownMeasures } from './shown-measures.ts'

const [measure] = aDossier().measures
if (!measure) throw new Error('the invented dossier has no measure')
const measures: Dossier['measures'] = [
  { ...measure, measure: 'statement', role: 'measure' },
  { ...measure, measure: 'prolongation', role: 'lifecycle-act' },
  { ...measure, measure: 'other-regime', role: 'adjacent-option' },
]
const response = { date: '2026-05-01', by: 'EU', instrument: 'listing', category: 'restrictive' } as const
const shown = (responses: Dossier['responses']) =>
  shownMeasures({ measures, responses }).measures.map(({ measure: id }) => id)

describe('the catalogue', () => {
  it('leaves out what presupposes a listing while the Union has listed nobody', () => {
    expect(shown([])).toEqual(['statement'])
    expect(shown([{ ...response, bySide: 'MS' }])).toEqual(['statement'])
  })

  it('offers prolongation once restrictive measures of the Union are on record', () => {
    expect(shown([{ ...response, bySide: 'EU' }])).toEqual(['statement', 'prolongation'])
  })

  it('keeps options beside the Toolbox apart', () => {
    expect(shownMeasures({ measures, responses: [] }).adjacent.map(({ measure: id }) => id)).toEqual([
      'other-regime',
    ])
  })
})
