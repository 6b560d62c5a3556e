/**
 * What things are called: entries of the doctrine, properties, open points, questions; never by their ids.
 *
 * Takes a dossier, the doctrine and an id; gives the label of the doctrine, of the vocabulary, or plain words. A test
 * may put several questions to people: the key is the test's id, then `:` and the kind of question.
 *
 * Next door: `about-law.ts` and `about-case.ts` for the grounds themselves.
 */
import { isFoundByPeople } from '@demarche/core/kernel/finding.ts'
import type { Doctrine, DoctrineEntry, Dossier, LegalFinding, LegalTest, Proof } from '@demarche/core'
import { words } from '../parts/format-value.ts'
import { semicolon } from '../parts/semicolon.ts'
import { caseLabel } from '../record/case-texts.ts'
import { saidLabel } from '../record/doctrine-labels.ts'
import { caseWording } from '../record/case-wording.ts'
import type { Wording } from '../record/wording.ts'
import type { Say } from '../texts.ts'

/** Every entry of the pack, whatever its kind. */
export function allEntries(doctrine: Doctrine): readonly DoctrineEntry[] {
  return [
    ...doctrine.tests,
    ...doctrine.scales,
    doctrine.proportionality,
    ...doctrine.measures,
    ...doctrine.norms,
    ...doctrine.packages,
    ...doctrine.documents,
    ...doctrine.votingRules,
    ...doctrine.roles,
    ...(doctrine.countryGroups ?? []),
    ...(doctrine.rightsCheck ? Object.values(doctrine.rightsCheck).flat() : []),
  ]
}

/** The entry of that id in force on the date; else any version of it. */
export function entryOf(
  doctrine: Doctrine | undefined,
  id: string,
  onDate?: string,
): DoctrineEntry | undefined {
  if (!doctrine) return undefined
  const versions = allEntries(doctrine).filter((entry) => entry.id === id)
  return (
    versions.find(
      ({ inForce }) =>
        onDate !== undefined && inForce.from <= onDate && (inForce.to === undefined || onDate <= inForce.to),
    ) ?? versions[0]
  )
}

/** True when only parts of the entry were read at the source, or when it says so of itself. */
export function isReadInPart({
  verified,
  verifiedParts = [],
  unverifiedParts = [],
}: Pick<DoctrineEntry, 'verified' | 'verifiedParts' | 'unverifiedParts'>): boolean {
  return verified && verifiedParts.length + unverifiedParts.length > 0
}

/** `finding.rest-sectoral:human` → `rest-sectoral`. */
function bare(id: string): string {
  return id.replace(/^(finding|rating|test)\./, '').replace(/:.*$/, '')
}

/** What labels are taken from, besides the doctrine. */
export type Labelled = Pick<Dossier, 'asOf' | 'measures' | 'profile' | 'facts'>

/** The label of a test or measure; without doctrine the id in words. */
export function entryLabel(dossier: Labelled, doctrine: Doctrine | undefined, id: string): string {
  return (
    entryOf(doctrine, id, dossier.asOf)?.label ??
    dossier.measures.find(({ measure }) => measure === id)?.label ??
    dossier.profile.find(({ dimension }) => dimension === id)?.label ??
    words(id.replace(/^test-/, ''))
  )
}

/** The label of a property; findings and ratings by what they are about. */
export function propertyLabel(
  dossier: Labelled,
  doctrine: Doctrine | undefined,
  property: string,
  t: Say,
): string {
  const what = entryLabel(dossier, doctrine, bare(property))
  if (property.startsWith('finding.')) return t('label.finding', { what })
  if (property.startsWith('rating.')) return t('label.rating', { what })
  return (
    caseLabel(property) ?? dossier.facts.find((row) => row.property === property)?.label ?? words(property)
  )
}

function under(proof: Proof): readonly Proof[] {
  return [proof, ...proof.parts.flatMap(under)]
}

/** The words of a case, with the doctrine's labels for findings and ratings. */
export function wordingOfCase(dossier: Dossier, doctrine: Doctrine | undefined, t: Say): Wording {
  return caseWording(t, (property) => propertyLabel(dossier, doctrine, property, t))
}

/** Where questions put in a test or a measure are written out, the question; nothing for factors and ids. */
function questionUnder(dossier: Dossier, key: string): string | undefined {
  const proofs = [
    ...dossier.tests.map(({ proof }) => proof),
    ...dossier.measures.flatMap(({ reasons }) => reasons.map(({ proof }) => proof)),
  ]
  for (const { node } of proofs.flatMap(under)) {
    if ((node.type === 'human' || node.type === 'conditions') && node.key === key)
      return node.questions.map(saidLabel).join(semicolon())
  }
  return undefined
}

/** The label of an open fact, finding, test or dimension, however it is named. */
export function openLabel(dossier: Dossier, doctrine: Doctrine | undefined, id: string, t: Say): string {
  const decisive = dossier.decisive.find(({ property }) => property === id)
  if (decisive && !decisive.askedOfPeople) return propertyLabel(dossier, doctrine, id, t)
  if (!/^(finding|rating|test)\./.test(id)) {
    const entry = entryOf(doctrine, id, dossier.asOf)
    return entry?.label ?? propertyLabel(dossier, doctrine, id, t)
  }
  const label = entryLabel(dossier, doctrine, bare(id))
  const question = id.includes(':') ? questionUnder(dossier, id.replace(/^finding\./, '')) : undefined
  return question === undefined ? (decisive?.label ?? label) : t('label.question', { label, question })
}

/** A question put to people: a factor by its label, a test by its label, else the question as written. */
export function questionLabel(
  dossier: Dossier,
  doctrine: Doctrine | undefined,
  key: string,
  id: string,
): string {
  const test = doctrine?.tests.find((one) => one === entryOf(doctrine, bare(key), dossier.asOf))
  const found =
    dossier.tests.find((one) => one.test === bare(key))?.factors.find((one) => one.id === id)?.label ??
    test?.factors?.find((one) => one.id === id)?.label ??
    entryOf(doctrine, id, dossier.asOf)?.label
  return found ?? words(id)
}

/** Words for a settled test: what people found is found to be met; the entry may have words of its own. */
export function wordingOf(
  finding: LegalFinding,
  test: LegalTest | undefined,
  t: Say,
): { readonly true?: string; readonly false?: string } | undefined {
  return isFoundByPeople(finding)
    ? { true: t('verdict.found.true'), false: t('verdict.found.false') }
    : test?.wording
}
