/**
 * The names under which the paper speaks of tests, roles, voting rules, documents and open points.
 *
 * Takes ids and the texts that doctrine entries hold in their place; gives labels of the doctrine, else plain words.
 * No id of the doctrine or of the vocabulary is ever printed.
 *
 * Next door: `paper.ts` looks entries up, `../plain-words.ts` for what has no label.
 */
import type { Citation, NormFinding, Package, PackageStep } from '@demarche/core'
import { firstClause, plainWords } from '../plain-words.ts'
import { sayProperty } from '../language/case-wording.ts'
import { opening } from '../wording.ts'
import { entryOf, testOf, type Paper } from './paper.ts'

export function testLabel(paper: Paper, id: string): string {
  const label = testOf(paper, id)?.label
  return label === undefined ? plainWords(id) : paper.wording.label('tests', id, label)
}

export function measureLabel(paper: Paper, id: string): string {
  const found = paper.dossier.measures.find(({ measure }) => measure === id)
  const label = found?.label ?? entryOf(paper, paper.doctrine.measures, id)?.label
  return label === undefined ? plainWords(id) : paper.wording.label('measures', id, label)
}

/** A package, or a step of one, carries its own label; it is said in the language of the paper. */
export function packageLabel({ wording }: Paper, { id, label }: Pick<Package, 'id' | 'label'>): string {
  return wording.label('packages', id, label)
}

export function stepLabel(
  { wording }: Paper,
  { measure, label }: Pick<PackageStep, 'measure' | 'label'>,
): string {
  return wording.label('measures', measure, label)
}

export function dimensionLabel({ dossier, wording }: Paper, id: string): string {
  const label = dossier.profile.find(({ dimension }) => dimension === id)?.label
  return wording.label('scales', id, label ?? opening(id))
}

/** A role by its label; the doctrine also writes roles out (`high-representative`), which finds the same entry. */
function roleLabel(paper: Paper, id: string): string {
  const { roles } = paper.doctrine
  const alike = roles.find(
    (role) => key(role.id) === key(id) || key(role.label.split(/ \/| \(/)[0]) === key(id),
  )
  const found = entryOf(paper, roles, alike?.id ?? id)
  if (found) return paper.wording.label('roles', found.id, found.label)
  const words = plainWords(id)
  return paper.wording.ofDoctrine(words)
}

function key(text = ''): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}

const abbreviated = (label: string): string => /\(([A-Z][A-Za-z/-]+)\)$/.exec(label)?.[1] ?? label

/** Several roles in one cell: each by the abbreviation in its label where it has one. */
export function rolesInShort(paper: Paper, ids: readonly string[]): string {
  return opening(
    paper.wording.list(
      ids.map((id) => abbreviated(roleLabel(paper, id))),
      'or',
    ),
  )
}

export function rolesInFull(paper: Paper, ids: readonly string[]): string {
  return paper.wording.list(
    ids.map((id) => roleLabel(paper, id)),
    'or',
  )
}

/** A voting rule by its label; a text that names other rules gets their labels too. */
export function votingLabel(paper: Paper, id: string): string {
  const { votingRules } = paper.doctrine
  const label = (rule: string): string | undefined => {
    const found = entryOf(paper, votingRules, rule)
    return found && paper.wording.label('votingRules', found.id, found.label)
  }
  const words = plainWords(
    id.replaceAll(/\brule-[a-z0-9-]+/g, (rule) => `“${label(rule) ?? plainWords(rule)}”`),
  )
  return label(id) ?? paper.wording.ofDoctrine(words)
}

/** The same for a table: what it says before it lists its particulars. */
export function votingInShort(paper: Paper, id: string): string {
  return opening(firstClause(votingLabel(paper, id)))
}

export function documentLabel(paper: Paper, id: string): string {
  const found = entryOf(paper, paper.doctrine.documents, id)
  return found ? paper.wording.label('documents', id, found.label) : opening(plainWords(id))
}

/** A norm, and whether somebody invokes it or this desk finds it worth considering. */
export function normOnRecord({ wording }: Pick<Paper, 'wording'>, finding: NormFinding): string {
  const { say, list, label } = wording
  const { letter, norm, status, claimedBy } = finding
  const named = { letter, norm: label('norms', norm, finding.label) }
  return status === 'claimed'
    ? say('onRecord.normInvoked', { ...named, parties: list(claimedBy) })
    : say('onRecord.normToConsider', named)
}

/** A property of the case by a name that a reader knows; questions to people by the test that they belong to. */
export function propertyLabel(paper: Paper, property: string): string {
  // a test may put several questions to people; each key is the test's id, then `:` and the kind of question
  const asked = /^finding\.([^:]+)/.exec(property)?.[1]
  if (asked !== undefined) return paper.wording.say('paper.findingOn', { test: testLabel(paper, asked) })
  const rated = /^rating\.(.+)/.exec(property)?.[1]
  if (rated !== undefined) {
    const dimension = dimensionLabel(paper, rated)
    return paper.wording.say('paper.ratingOf', { dimension: insideSentence(paper, dimension) })
  }
  const label = paper.dossier.facts.find((fact) => fact.property === property)?.label
  return label === undefined || paper.wording.language !== 'en' ? sayProperty(paper.wording, property) : label
}

/** An open point: a fact, or a finding that people have to make. */
export function openPoint(paper: Paper, property: string): string {
  const asked = /^finding\.([^:]+)/.exec(property)?.[1]
  return asked === undefined
    ? paper.wording.say('paper.quoted', { text: propertyLabel(paper, property) })
    : paper.wording.say('paper.openFinding', { test: testLabel(paper, asked) })
}

/** A label that stands in a sentence: without its capital, but for German, where nouns keep it. */
export function insideSentence({ wording }: Pick<Paper, 'wording'>, label: string): string {
  return wording.language === 'de' ? label : label.toLocaleLowerCase(wording.tag)
}

/** Points in one cell or bracket, side by side. */
export function inRow({ wording }: Paper, points: readonly string[]): string {
  return points.join(wording.semicolon)
}

/** The provision in a few words for a table; the footnote beside it has the whole. */
export function citationInShort({ document, locator }: Citation): string {
  const place = firstClause(locator.split(': ')[0] ?? locator)
  // `Declaration on a Common Understanding …, 15833/24` goes by its number
  const number = /\b\d{3,}\/\d{2}\b/.exec(document)?.[0]
  const name = number
    ? `${document.split(' ')[0]} ${number}`
    : firstClause(document.split(', ')[0]?.replace(/ \((?:as|summary|secondary).*$/, '') ?? document)
  // `Council Regulation (EU) 2019/796` keeps its bracket
  const act = /^.*?\((?:EU|EC|CFSP)\) (?:No )?[\d/]+/.exec(document)?.[0] ?? name
  const short = act.replace(/^Council (?=Regulation|Decision|Recommendation)/, '')
  return place === '' || short.includes(place) ? short : `${short}, ${place}`
}
