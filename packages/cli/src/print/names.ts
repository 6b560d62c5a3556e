/**
 * Ids in words: open facts, tests, dimensions and measures by the labels that the dossier and the doctrine give them.
 */
import { CASE_VOCABULARY, derivedProperty, type Doctrine, type Dossier } from '@demarche/core'

export interface Names {
  /** a fact or a question to people, e.g. `personRole` → "Role of a candidate for listing" */
  readonly fact: (property: string) => string
  /** a test, dimension or measure by its label */
  readonly entry: (id: string) => string
}

export function namesIn(dossier: Dossier, doctrine: Doctrine): Names {
  const questions = new Map(dossier.decisive.map(({ property, label }) => [property, label]))
  const entries = new Map(
    [doctrine.tests, doctrine.scales, doctrine.measures].flat().map(({ id, label }) => [id, label]),
  )
  const entry = (id: string) => entries.get(id) ?? id
  return {
    entry,
    fact: (property) =>
      questions.get(property) ??
      (property.startsWith('finding.')
        ? `people’s finding on ${entry(property.slice('finding.'.length).replace(/:.*$/, ''))}`
        : ((derivedProperty(property) ?? CASE_VOCABULARY.find(property))?.label ?? property)),
  }
}
