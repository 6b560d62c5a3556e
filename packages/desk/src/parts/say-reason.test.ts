import {
  CASE_VOCABULARY,
  compileDoctrine,
  deriveFacts,
  type Fact,
  factsOf,
  type PoliticalFactor,
  politicalFactors,
  weighCase,
  type WeighedCase,
} from '@demarche/core'
import { loadDoctrine } from '@demarche/doctrine'
import i18next from 'i18next'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readLabelled } from '../record/doctrine-labels.ts'
import { type Say, speak } from '../texts.ts'
import { politicalLabel, reasonInDesk, reasonsInDesk } from './say-reason.ts'

vi.stubGlobal('document', { documentElement: { lang: 'en' } })
const t: Say = (key, values) => i18next.t(key, values ?? {})
const DAY = '2026-11-24'
const known: readonly (readonly [string, Fact])[] = [
  ['memberStates', { state: 'known', value: ['FR', 'DE', 'GR'], support: [] }],
  ['systemsAffected', { state: 'known', value: 30_000, support: [] }],
  ['rating.impact', { state: 'known', value: { level: 3, reason: 'Power plants went dark' }, support: [] }],
]
const claimOf = (claimantState: string) => ({
  claimant: `MS:${claimantState}`,
  claimantState,
  kind: 'political',
  accused: 'a State body',
})
const CLAIMS = new Map([
  ['attributionClaim', ['EE', 'US'].map((code) => ({ value: claimOf(code), support: [] }))],
])
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

  it('say in French how a band was come by, and what is on record of political factors', async () => {
    await speak('fr')
    const { band } = answer()
    expect(reasonsInDesk(t, band.stepWords, band.steps)).toMatchInlineSnapshot(`
      [
        "Effet 3 : d’après une seule dimension, l’autre étant inconnue : Incidence.",
        "Déroulement inconnu : aucun changement de degré.",
        "Degré de réponse 3 au moins ; pourrait atteindre 5 si l’une de ces conditions se vérifie : Intensité au-dessus de 3 ; Portée ou Ampleur au-dessus de 3.",
        "Degré de réponse 3 : les mesures jusqu’au degré d’escalade 4 n’exigent d’ordinaire aucun motif particulier.",
      ]
    `)
    const factors: PoliticalFactor[] = JSON.parse(
      JSON.stringify(politicalFactors(factsOf(new Map(known), CLAIMS))),
    )
    expect(factors.map((one) => [politicalLabel(t, one), reasonInDesk(t, one.words, one.text)]))
      .toMatchInlineSnapshot(`
      [
        [
          "Attribution publique",
          "Ont procédé à une attribution politique ou juridique : Estonie et États-Unis. L’attribution reste la décision de chaque État membre.",
        ],
        [
          "Demande de la victime",
          "Personne n’a dit si la victime demande une réponse conjointe.",
        ],
        [
          "Action de partenaires",
          "Personne n’a dit si des partenaires agissent.",
        ],
        [
          "Mode opératoire récurrent du même acteur",
          "Personne n’a dit combien d’actes avérés le même acteur a commis en 24 mois.",
        ],
      ]
    `)
  })

  it('are the English ones where the desk is older than the code', async () => {
    await speak('fr')
    expect(reasonInDesk(t, JSON.parse('{"code":"carries.later","values":{}}'), 'It carries.')).toBe(
      'It carries.',
    )
  })
})
