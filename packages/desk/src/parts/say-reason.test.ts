import {
  CASE_VOCABULARY,
  compileDoctrine,
  deriveFacts,
  type Fact,
  factsOf,
  weighCase,
  type WeighedCase,
} from '@demarche/core'
import { loadDoctrine } from '@demarche/doctrine'
import i18next from 'i18next'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readLabelled } from '../record/doctrine-labels.ts'
import { type Say, speak } from '../texts.ts'
import { reasonInDesk, reasonsInDesk } from './say-reason.ts'

vi.stubGlobal('document', { documentElement: { lang: 'en' } })
const t: Say = (key, values) => i18next.t(key, values ?? {})
const DAY = '2026-11-24'
const known: readonly (readonly [string, Fact])[] = [
  ['memberStates', { state: 'known', value: ['FR', 'DE', 'GR'], support: [] }],
  ['systemsAffected', { state: 'known', value: 30_000, support: [] }],
  ['rating.impact', { state: 'known', value: { level: 3, reason: 'Power plants went dark' }, support: [] }],
]
const weighed = weighCase(
  compileDoctrine(loadDoctrine(), CASE_VOCABULARY),
  deriveFacts(factsOf(new Map(known)), DAY),
  DAY,
  new Map(),
)
/** As the server answers. */
const answer = (): WeighedCase => readLabelled(JSON.stringify(weighed))

/** Why the dimension reads as it does in the mildest and in the gravest package, and why it has its level. */
function said(dimension: string) {
  const { packages, profile } = answer()
  const readings = [packages[0], packages.at(-1)].flatMap(
    (one) => one?.proportionality.perDimension.filter((row) => row.dimension === dimension) ?? [],
  )
  const found = profile.find((one) => one.dimension === dimension)
  return {
    carries: readings.map(({ words, reason }) => reasonInDesk(t, words, reason)),
    level: found ? reasonsInDesk(t, found.reasonWords, found.reasons) : [],
  }
}

describe('reasons in the language of the desk', () => {
  afterEach(() => speak('en'))

  it('are what the core says, in English', () => {
    const inEnglish = said('scope').carries
    expect(inEnglish[0]).toMatch(
      /^Scope between 3 and 4 \(Level 3 .*\): carries steps up to 4 of 5; it would carry more\.$/,
    )
    expect(weighed.packages[0]?.proportionality.perDimension.map(({ reason }) => reason)).toContain(
      inEnglish[0],
    )
  })

  it('are said in French, with properties, values and anchors of the language', async () => {
    await speak('fr')
    expect(said('scope')).toMatchInlineSnapshot(`
      {
        "carries": [
          "Portée, entre les niveaux 3 et 4 : suffit pour des mesures jusqu’au degré 4 sur 5 ; permettrait davantage. Niveau 3 (un secteur dans 2 à 4 États membres, ou 2 à 3 secteurs dans un seul) : Nombre d’États membres touchés : 3 États membres ; Pays touchés : 3 pays.",
          "Portée, entre les niveaux 3 et 4 : suffit pour des mesures jusqu’au degré 4 sur 5. Niveau 3 (un secteur dans 2 à 4 États membres, ou 2 à 3 secteurs dans un seul) : Nombre d’États membres touchés : 3 États membres ; Pays touchés : 3 pays.",
        ],
        "level": [
          "Niveau 3 (un secteur dans 2 à 4 États membres, ou 2 à 3 secteurs dans un seul) : Nombre d’États membres touchés : 3 États membres ; Pays touchés : 3 pays.",
          "Pourrait atteindre 4 ; points ouverts : Secteurs touchés, Instance de l’Union visée.",
        ],
      }
    `)
    expect(said('impact').carries).toMatchInlineSnapshot(`
      [
        "Incidence, niveau 3 : suffit pour des mesures jusqu’au degré 4 sur 5 ; permettrait davantage. Niveau 3 attribué : Power plants went dark",
        "Incidence, niveau 3 : suffit pour des mesures jusqu’au degré 4 sur 5. Niveau 3 attribué : Power plants went dark",
      ]
    `)
    expect(said('duration')).toMatchInlineSnapshot(`
      {
        "carries": [
          "Durée : niveau inconnu.",
          "Durée : niveau inconnu.",
        ],
        "level": [
          "Rien de ce qui est consigné ne permet d’établir un niveau. Points à établir : Durée de la perturbation, Maintien de l’accès, Perturbation, par classe de durée, Jours d’activité.",
        ],
      }
    `)
  })

  it('are the English ones where the desk is older than the code', async () => {
    await speak('fr')
    expect(reasonInDesk(t, JSON.parse('{"code":"carries.later","values":{}}'), 'It carries.')).toBe(
      'It carries.',
    )
  })
})
