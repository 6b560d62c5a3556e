/**
 * A dossier's assessment for a terminal: profile, legal tests, what would decide them, norms, attribution.
 *
 * Lines of plain text; the same dossier gives the same lines. Every unknown stays visible as such.
 */
import type { DimensionFinding, Doctrine, Dossier, LegalFinding, LegalTest } from '@demarche/core'
import {
  ENGLISH_VOICE,
  euCountryCode,
  formatMarking,
  isFoundByPeople,
  phraseProof,
  phraseVerdict,
} from '@demarche/core'
import { namesIn, type Names } from './names.ts'
import { table, wrapped } from './table.ts'

export interface Style {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
}

const AUTHORITY = {
  'binding-law': 'law',
  'agreed-guidance': 'guidance',
  'our-judgement': 'our judgement',
} as const

export function headLines(dossier: Dossier, { bold, dim }: Style): readonly string[] {
  return [
    bold(dossier.name === dossier.entity ? dossier.entity : `${dossier.name} (${dossier.entity})`),
    dim(`${formatMarking(dossier.marking)} · as of ${dossier.asOf} · doctrine ${dossier.doctrine.version}`),
    ...(dossier.summary === undefined ? [] : wrapped(dossier.summary, '')),
    '',
  ]
}

export function assessmentLines(
  dossier: Dossier,
  doctrine: Doctrine,
  style: Style,
  withProof: boolean,
): readonly string[] {
  const { bold } = style
  const names = namesIn(dossier, doctrine)
  return [
    ...headLines(dossier, style),
    bold('Profile (0 to 5; no number decides)'),
    ...table(
      ['dimension', 'level', 'basis', 'confidence', 'reason'],
      dossier.profile.map((finding) => [
        finding.label,
        levelText(finding.level),
        finding.basis === 'person' ? 'rated by people' : finding.basis === 'scale' ? 'our scale' : '–',
        finding.confidence,
        finding.reasons[0] ?? finding.anchor ?? '',
      ]),
    ),
    '',
    bold('Legal tests'),
    ...table(
      ['test', 'verdict', 'kind', 'rests on'],
      dossier.tests.map((finding) => testRow(finding, doctrine, names)),
    ),
    ...(withProof ? proofLines(dossier, names, style) : []),
    '',
    bold('What would decide it'),
    ...(dossier.decisive.length === 0
      ? ['Nothing that is open would settle a conclusion.']
      : table(
          ['settles', 'state', 'open question, and the conclusions it would settle'],
          dossier.decisive.map((fact) => [
            String(fact.settles.length),
            fact.state,
            `${shortened(fact.label)}${fact.askedOfPeople ? ' [for people to weigh]' : ''}: ${fact.settles.map(names.entry).join('; ')}`,
          ]),
        )),
    '',
    bold('Norms of responsible State behaviour'),
    ...(dossier.norms.length === 0
      ? ['None is claimed or suggested by the facts.']
      : table(
          ['norm', 'status', 'text'],
          dossier.norms.map((norm) => [
            norm.letter,
            norm.status === 'claimed' ? `claimed by ${norm.claimedBy.join(', ')}` : 'to consider',
            norm.label,
          ]),
        )),
    '',
    bold('Who is said to be behind it'),
    ...(dossier.attribution.claims.length === 0
      ? ['Nobody is on record as having said so.']
      : table(
          ['claimant', 'date', 'kind', 'confidence', 'accused'],
          dossier.attribution.claims.map(({ claim, confidence }) => [
            claim.claimant,
            claim.date ?? 'undated',
            claim.kind,
            confidence ?? claim.confidenceAsStated ?? 'not said',
            claim.accusedState === undefined
              ? claim.accused
              : `${claim.accused} (${euCountryCode(claim.accusedState)})`,
          ]),
        )),
    '',
  ]
}

/** Labels of questions can run over several lines; `--json` has them whole. */
function shortened(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text
}

export function levelText(level: DimensionFinding['level']): string {
  switch (level.state) {
    case 'known':
      return String(level.level)
    case 'between':
      return `${level.lower}–${level.upper}`
    case 'contested':
      return `contested ${level.levels.join('/')}`
    case 'unknown':
      return 'unknown'
  }
}

function testRow(finding: LegalFinding, doctrine: Doctrine, names: Names): readonly string[] {
  const test = doctrine.tests.find(({ id }) => id === finding.test)
  const open =
    finding.openFacts.length > 0
      ? `turns on ${finding.openFacts.slice(0, 4).map(names.fact).map(shortened).join('; ')}${finding.openFacts.length > 4 ? ' …' : ''}`
      : ''
  const judged =
    finding.restsOnJudgement.length > 0
      ? `rests on what people found; without it: ${phraseVerdict(finding.withoutJudgement, test?.wording)}`
      : ''
  const suggested =
    finding.suggestion === undefined ? '' : `suggested finding: ${finding.suggestion.replaceAll('-', ' ')}`
  return [
    test?.label ?? finding.test,
    finding.inForce ? saidOf(finding, test) : 'not in force',
    test ? AUTHORITY[test.authority] : '',
    [open, judged, suggested].filter((part) => part !== '').join('. '),
  ]
}

/** What the law leaves to weighing is never said to be met: a person has found it so. */
function saidOf(finding: LegalFinding, test: LegalTest | undefined): string {
  if (!isFoundByPeople(finding)) return phraseVerdict(finding.verdict, test?.wording)
  return phraseVerdict(finding.verdict, { true: 'found to be met', false: 'found not to be met' })
}

function proofLines(dossier: Dossier, names: Names, { bold, dim }: Style): readonly string[] {
  return dossier.tests.flatMap((finding) => [
    '',
    bold(`Proof: ${names.entry(finding.test)}`),
    ...phraseProof(finding.proof, ENGLISH_VOICE).flatMap(({ depth, said, support, citation, verified }) => {
      const indent = '  '.repeat(depth + 1)
      const law = citation
        ? ` [${citation.document}, ${citation.locator}${verified === false ? '; not verified' : ''}]`
        : ''
      return [
        ...wrapped(`${said}${law}`, indent),
        ...support.map(({ statement, property }) =>
          dim(`${indent}  ↳ ${statement.slice(0, 12)} ${property}`),
        ),
      ]
    }),
  ])
}
