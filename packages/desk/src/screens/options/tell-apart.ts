/** What tells the packages of a case from each other, so that a row does not say the same in every column. */
import type { Package } from '@demarche/core'

type Compared = Pick<Package, 'proportionality'>

/** The dimensions that read differently from one package to another, in the order of the profile. */
export function dimensionsApart(packages: readonly Compared[]): readonly string[] {
  const [first, ...others] = packages
  if (!first) return []
  const readingOf = ({ proportionality }: Compared, dimension: string) =>
    proportionality.perDimension.find((one) => one.dimension === dimension)?.reads
  return first.proportionality.perDimension.flatMap(({ dimension, reads }) =>
    others.some((other) => readingOf(other, dimension) !== reads) ? [dimension] : [],
  )
}

/** Degrees between the gravest step and the usual ceiling: below it positive, above it negative; null without a ceiling. */
export function headroomOf({ proportionality }: Compared): number | null {
  const { usualCeiling, highestEscalation } = proportionality
  return usualCeiling === null ? null : usualCeiling - highestEscalation
}
