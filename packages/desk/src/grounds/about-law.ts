/**
 * Grounds of what the desk concludes: legal tests, norms, measures, packages, doctrine entries.
 */
import type { Doctrine, DoctrineEntry, Dossier, Fact, Proof } from '@demarche/core'
import { statesOfCase } from '@demarche/core/dossier/states-of-case.ts'
import { words } from '../parts/format-value.ts'
import { politicalLabel, reasonInDesk } from '../parts/say-reason.ts'
import type { Say } from '../texts.ts'
import type { Grounds } from './grounds.ts'
import { judgementOnRecord } from './judgement-on-record.ts'
import { entryOf, isReadInPart, openLabel, wordingOf } from './labels.ts'
import type { Topic } from './use-grounds.ts'

function ofEntry(
  entry: DoctrineEntry,
): Pick<Grounds, 'authority' | 'nature' | 'citation' | 'verified' | 'readInPart' | 'inForce' | 'doctrineId'> {
  return {
    authority: entry.authority,
    nature: entry.nature,
    citation: entry.source,
    verified: entry.verified,
    readInPart: isReadInPart(entry),
    inForce: entry.inForce,
    doctrineId: entry.id,
  }
}

function notesOf(entry: DoctrineEntry | undefined, t: Say) {
  return [
    { heading: t('grounds.notes'), lines: entry?.notes ?? [] },
    { heading: t('grounds.verifiedParts'), lines: entry?.verifiedParts ?? [] },
    { heading: t('grounds.unverifiedParts'), lines: entry?.unverifiedParts ?? [] },
  ]
}

/** Findings by key, as they stand on record, on everything that the proof leaves to people. */
function findingsUnder({ node, parts }: Proof): ReadonlyMap<string, Fact> {
  return new Map([
    ...('questions' in node ? [[node.key, node.fact] as const] : []),
    ...parts.flatMap((part) => [...findingsUnder(part)]),
  ])
}

/** Several questions may have been answered by one finding in the same words. */
function eachOnce(judgements: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(judgements.map((lines) => [lines.join('\n'), lines])).values()]
}

function ofTest(dossier: Dossier, doctrine: Doctrine | undefined, id: string, t: Say): Grounds | undefined {
  const finding = dossier.tests.find(({ test }) => test === id)
  if (!finding) return undefined
  const test =
    doctrine?.tests.find((one) => one === entryOf(doctrine, id, dossier.asOf)) ??
    doctrine?.tests.find((one) => one.id === id)
  const judged = finding.restsOnJudgement.length > 0
  return {
    kind: t('grounds.kind.test'),
    title: test?.label ?? words(id),
    ...(test ? ofEntry(test) : {}),
    verdict: {
      verdict: finding.verdict,
      wording: wordingOf(finding, test, t),
      suggestion: finding.suggestion,
    },
    conclusion: finding.inForce ? undefined : t('test.notInForce'),
    sections: [
      {
        heading: t('grounds.judgement'),
        lines: judged
          ? [t('grounds.restsOnJudgement', { verdict: t(`verdict.test.${finding.withoutJudgement}`) })]
          : [],
      },
      {
        heading: t('grounds.onRecord'),
        lines: eachOnce(
          [...findingsUnder(finding.proof).values()].map((fact) =>
            judgementOnRecord(dossier, doctrine, fact, t),
          ),
        ).flat(),
      },
      {
        heading: t('grounds.factors'),
        lines: finding.factors.map((factor) =>
          t(factor.codedByPerson ? 'grounds.factorCoded' : 'grounds.factor', {
            label: factor.label,
            strength: t(`strength.${factor.strength}`),
          }),
        ),
      },
      {
        heading: t('grounds.openFacts'),
        lines: finding.openFacts.map((open) => openLabel(dossier, doctrine, open, t)),
      },
      { heading: t('grounds.lawLeavesOpen'), lines: test?.lawLeavesOpen ?? [] },
      ...notesOf(test, t),
    ],
    proof: finding.proof,
    support: finding.proof.support,
  }
}

function ofMeasure(
  dossier: Dossier,
  doctrine: Doctrine | undefined,
  id: string,
  t: Say,
): Grounds | undefined {
  const finding = dossier.measures.find(({ measure }) => measure === id)
  if (!finding) return undefined
  const entry = entryOf(doctrine, id, dossier.asOf)
  const [first] = finding.reasons
  return {
    kind: t('grounds.kind.measure'),
    title: finding.label,
    ...(entry ? ofEntry(entry) : {}),
    verified: finding.verified,
    conclusion: t(`availability.${finding.availability}`),
    sections: [
      {
        heading: t('grounds.reasons'),
        lines: finding.reasons.map(({ verdict, text, words: said, authority }) =>
          t('grounds.reasonLine', {
            text: reasonInDesk(t, said, text),
            verdict: t(`verdict.plain.${verdict}`),
            authority: t(`authority.${authority}`),
          }),
        ),
      },
      {
        heading: t('grounds.turnsOn'),
        lines: finding.turnsOn.map((open) => openLabel(dossier, doctrine, open, t)),
      },
      { heading: t('grounds.attributionNeed'), lines: [t(`attributionNeed.${finding.attributionNeed}`)] },
      ...notesOf(entry, t),
    ],
    proof:
      finding.reasons.length === 1
        ? first?.proof
        : first && {
            verdict:
              finding.availability === 'available'
                ? 'true'
                : finding.availability === 'not-available'
                  ? 'false'
                  : 'unknown',
            node: { type: 'all' },
            support: [],
            parts: finding.reasons.map(({ proof, authority, citation }) => ({
              ...proof,
              authority,
              ...(citation ? { citation } : {}),
            })),
          },
    support: finding.reasons.flatMap(({ proof }) => proof.support),
  }
}

function ofPackage(
  dossier: Dossier,
  doctrine: Doctrine | undefined,
  id: string,
  t: Say,
): Grounds | undefined {
  const found = dossier.packages.find((one) => one.id === id)
  if (!found) return undefined
  const entry = entryOf(doctrine, id, dossier.asOf)
  return {
    kind: t('grounds.kind.package'),
    title: found.label,
    ...(entry ? ofEntry(entry) : { authority: 'our-judgement' }),
    verdict: undefined,
    conclusion: found.purpose,
    sections: [
      { heading: t('options.lawful'), lines: [t(`verdict.lawful.${found.lawful}`)] },
      {
        heading: t('options.proportionality'),
        lines: [
          t(`proportionality.${found.proportionality.verdict}`),
          ...found.proportionality.perDimension.map((row) => reasonInDesk(t, row.words, row.reason)),
        ],
      },
      {
        heading: t('grounds.turnsOn'),
        lines: found.turnsOn.map((open) => openLabel(dossier, doctrine, open, t)),
      },
      { heading: t('options.conflicts'), lines: found.conflicts.map(({ why }) => why) },
      ...notesOf(entry, t),
    ],
    support: [],
  }
}

/** The grounds of a conclusion; undefined when neither dossier nor doctrine has it. */
export function aboutLaw(
  { kind, id }: Topic,
  dossier: Dossier | undefined,
  doctrine: Doctrine | undefined,
  t: Say,
): Grounds | undefined {
  if (kind === 'doctrine') {
    const entry = entryOf(doctrine, id, dossier?.asOf)
    return (
      entry && {
        kind: t('grounds.kind.doctrine'),
        title: entry.label,
        conclusion: entry.description,
        ...ofEntry(entry),
        sections: notesOf(entry, t),
        support: [],
      }
    )
  }
  if (!dossier) return undefined
  switch (kind) {
    case 'test':
      return ofTest(dossier, doctrine, id, t)
    case 'measure':
      return ofMeasure(dossier, doctrine, id, t)
    case 'package':
      return ofPackage(dossier, doctrine, id, t)
    case 'norm': {
      const norm = dossier.norms.find((one) => one.norm === id)
      const entry = entryOf(doctrine, id, dossier.asOf)
      return (
        norm && {
          kind: t('grounds.kind.norm'),
          title: t('norm.title', { letter: norm.letter, label: norm.label }),
          ...(entry ? ofEntry(entry) : {}),
          citation: norm.citation,
          verified: norm.verified,
          conclusion:
            norm.status === 'claimed'
              ? t('norm.claimedBy', { parties: norm.claimedBy.join(', ') })
              : t('norm.toConsider'),
          sections: [
            { heading: t('norm.thenAsk'), lines: norm.thenAsk ? [norm.thenAsk] : [] },
            ...notesOf(entry, t),
          ],
          normOf: { norm: norm.norm, states: statesOfCase(dossier) },
          proof: norm.proof,
          support: norm.support,
        }
      )
    }
    case 'political': {
      const factor = dossier.political.find((one) => one.id === id)
      return (
        factor && {
          kind: t('grounds.kind.political'),
          title: politicalLabel(t, factor),
          verdict: { verdict: factor.verdict },
          conclusion: reasonInDesk(t, factor.words, factor.text),
          sections: [{ heading: t('grounds.note'), lines: [t('options.politicalNote')] }],
          support: factor.support,
        }
      )
    }
    case 'consistency': {
      const note = dossier.consistency.find((one) => one.precedent === id)
      return (
        note && {
          kind: t('grounds.kind.consistency'),
          title: note.precedentName,
          authority: 'our-judgement',
          conclusion: reasonInDesk(t, note.words, note.text),
          sections: [{ heading: t('options.reasonOnRecord'), lines: note.reason ? [note.reason] : [] }],
          support: [],
        }
      )
    }
    default:
      return undefined
  }
}
