/**
 * The order of test files: those that take longest begin, so that no processor waits at the end for the other.
 *
 * The test runner remembers how long each file took, but in a fresh clone it goes by their size, and the longest are short:
 * they ask every route in many worlds, or walk in a browser.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const LONGEST: readonly RegExp[] = [
  /packages\/server\/test\//,
  /test\/desk\/(ten-questions|seven-roles)/,
  /packages\/cli\//,
  /test\/desk\//,
]

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- not of an array: the order of the test runner
    const ranked = (await super.sort(files)).map((file) => ({ file, rank: rankOf(file.moduleId) }))
    // sorting keeps the order of what is alike
    return ranked.toSorted((a, b) => a.rank - b.rank).map(({ file }) => file)
  }
}

function rankOf(path: string): number {
  const rank = LONGEST.findIndex((pattern) => pattern.test(path))
  return rank < 0 ? LONGEST.length : rank
}
