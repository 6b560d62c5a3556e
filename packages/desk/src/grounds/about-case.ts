/**
 * Grounds of facts, levels, claims, hypotheses, precedents: what a case says of itself.
 */
import type { Doctrine, Dossier, Fact } from '@demarche/core'
import { anchorWords, levelWords } from '../parts/level-dots.tsx'
import { formatPartialDate } from '../parts/format-date.ts'
import { formatValue, words } from '../parts/format-value.ts'
import { reasonsInDesk } from '../parts/say-reason.ts'
import { sayFeature, sayFeatureValues } from '../screens/options/say-feature.ts'
import type { Say } from '../texts.ts'
import type { Grounds } from './grounds.ts'
import { aboutFact } from './about-fact.ts'
import { judgementOnRecord } from './judgement-on-record.ts'
import { wordingOfCase } from './labels.ts'
import type { Topic } from './use-grounds.ts'

function ratingOf(dossier: Dossier, dimension: string): Fact | undefined {
  return dossier.facts.find(({ property }) => property === `rating.${dimension}`)?.fact
}

function ofDimension(
  dossier: Dossier,
  doctrine: Doctrine | undefined,
  id: string,
  t: Say,
): Grounds | undefined {
  const finding = dossier.profile.find(({ dimension }) => dimension === id)
  if (!finding) return undefined
  return {
    kind: t('grounds.kind.dimension'),
    title: finding.label,
    level: finding.level,
    conclusion: anchorWords(t, finding),
    authority: 'our-judgement',
    sections: [
      { heading: t('grounds.question'), lines: [finding.question] },
      {
        heading: t('grounds.basis'),
        lines: [
          t(`basis.${finding.basis}`),
          t('grounds.confidence', { confidence: t(`confidence.${finding.confidence}`) }),
        ],
      },
      { heading: t('grounds.reasons'), lines: reasonsInDesk(t, finding.reasonWords, finding.reasons) },
      {
        heading: t('grounds.ratingOnRecord'),
        lines: judgementOnRecord(dossier, doctrine, ratingOf(dossier, id), t),
      },
      {
        heading: t('grounds.scaleSuggests'),
        lines: finding.scaleSuggests
          ? [
              levelWords(t, {
                state: 'between',
                lower: finding.scaleSuggests.lower,
                upper: finding.scaleSuggests.upper,
              }),
            ]
          : [],
      },
    ],
    proof: finding.proof,
    support: finding.support,
    doctrineId: id,
  }
}

function ofClaim(dossier: Dossier, id: string, t: Say): Grounds | undefined {
  const row = dossier.attribution.claims[Number(id)]
  if (!row) return undefined
  const { claim } = row
  return {
    kind: t('grounds.kind.claim'),
    title: t('grounds.claimTitle', { claimant: claim.claimant, accused: claim.accused }),
    conclusion: formatValue(t, 'attributionClaim', { ...claim }),
    sections: [{ heading: t('grounds.note'), lines: [t('attribution.infrastructureNote')] }],
    support: [{ statement: row.statement, property: 'attributionClaim' }],
  }
}

function ofNeighbour(dossier: Dossier, id: string, t: Say): Grounds | undefined {
  const neighbour = dossier.neighbours.find(({ entity }) => entity === id)
  if (!neighbour) return undefined
  return {
    kind: t('grounds.kind.neighbour'),
    title: neighbour.name,
    authority: 'our-judgement',
    conclusion: t('options.distance', {
      percent: Math.round((1 - neighbour.distance) * 100),
      compared: Math.round(neighbour.compared * 100),
    }),
    sections: [
      {
        heading: t('options.features'),
        lines: neighbour.features.map((feature) =>
          t('options.featureLine', {
            feature: sayFeature(t, feature.feature),
            here: sayFeatureValues(t, feature.feature, feature.here),
            there: sayFeatureValues(t, feature.feature, feature.there),
            percent: Math.round(feature.distance * 100),
            weight: feature.weight,
          }),
        ),
      },
      {
        heading: t('options.answeredWith'),
        lines: neighbour.responses.map(
          (response) =>
            `${formatPartialDate(response.date)} ${response.by}${t('mark.colon')} ${words(response.instrument)}`,
        ),
      },
    ],
    support: [],
  }
}

/** The grounds of something that the case says of itself; undefined when the dossier does not have it. */
export function aboutCase(
  { kind, id }: Topic,
  dossier: Dossier,
  doctrine: Doctrine | undefined,
  t: Say,
): Grounds | undefined {
  switch (kind) {
    case 'dimension':
      return ofDimension(dossier, doctrine, id, t)
    case 'band':
      return {
        kind: t('grounds.kind.band'),
        title: t('band.title'),
        conclusion:
          dossier.band.band === null ? t('level.unknown') : t('band.words', { band: dossier.band.band }),
        authority: 'our-judgement',
        sections: [
          {
            heading: t('grounds.steps'),
            lines: reasonsInDesk(t, dossier.band.stepWords, dossier.band.steps),
          },
          { heading: t('grounds.note'), lines: [t('band.note')] },
        ],
        support: [],
      }
    case 'claim':
      return ofClaim(dossier, id, t)
    case 'hypothesis':
    case 'evidence': {
      const { hypotheses, rows } = dossier.attribution.matrix
      const item = (kind === 'hypothesis' ? hypotheses : rows).find((one) => one.id === id)
      return (
        item && { kind: t(`grounds.kind.${kind}`), title: item.text, sections: [], support: item.support }
      )
    }
    case 'neighbour':
      return ofNeighbour(dossier, id, t)
    default:
      return aboutFact({ kind, id }, { ...dossier, wording: wordingOfCase(dossier, doctrine, t) }, t)
  }
}
