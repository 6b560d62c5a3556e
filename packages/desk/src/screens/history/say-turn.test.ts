import i18next from 'i18next'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { restOfTexts, type Say, speak } from '../../texts.ts'
import { sayTurn } from './say-turn.ts'

vi.stubGlobal('document', { documentElement: { lang: 'en' } })

beforeAll(async () => {
  await restOfTexts()
  await speak('fr')
})
afterAll(async () => {
  await speak('en')
  vi.unstubAllGlobals()
})

const t: Say = (key, values) => i18next.t(key, values ?? {})

it.each([
  [
    { turn: 'said', names: ['Note of the capital', 'Press release'], more: 2 },
    'énoncés tirés de\u00a0: Note of the capital\u00a0; Press release\u00a0; et 2 autres',
  ],
  [{ turn: 'holds', names: ['victimRequestsResponse'], more: 0 }, /^validité dès ce jour.*victime/],
  [
    { turn: 'in-force', names: ['Threat to the Union'], more: 0 },
    'en vigueur dès ce jour\u00a0: Menace pour l’Union',
  ],
] as const)(
  'what happened on a day is said in French, with names of its own for facts and doctrine',
  (point, said) => {
    if (typeof said === 'string') expect(sayTurn(t, point)).toBe(said)
    else expect(sayTurn(t, point)).toMatch(said)
  },
)
