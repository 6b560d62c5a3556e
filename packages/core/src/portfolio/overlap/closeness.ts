/**
 * How much two projects of an index have in common, in numbers that lie side by side: of words, of countries and of time.
 *
 * What puts in order those that the rule of the field calls alike: among very many it calls hundreds so for each, and people
 * read the first. Rarer words weigh more. The same from either side. Next door: `candidates.ts`. Rule: OVL-16.
 */
import { type Gists, shareOfDays } from './gists.ts'
import type { KeysOfProject, OverlapIndex } from './overlap-index.ts'

/** Parts of what is in common; together 1. Time counts for half, because plans move (our judgement). */
const OF_WORDS = 0.4
const OF_COUNTRIES = 0.4
const OF_TIME = 0.2

const NONE = new Uint32Array()

/**
 * Room to mark the keys of one project in, by number: all zero in between. One for all, so that it is not made anew for
 * each plan that is checked.
 */
let marks = new Uint8Array()

/** The closeness, 0 to 1, to each of some others, by position; in the order in which they are given. */
export function closenessTo(
  index: OverlapIndex,
  keys: KeysOfProject,
  gist: Gists,
  others: Uint32Array,
): Float32Array {
  if (marks.length < index.numbers.size) marks = new Uint8Array(index.numbers.size)
  const { numbers, countries, words } = keys
  const marked = countries + words
  for (let at = 0; at < marked; at++) marks[numbers[at] ?? 0] = 1
  const weights = weightsIn(index)
  let own = 0
  for (let at = countries; at < marked; at++) own += weightOf(numbers[at] ?? 0, index, weights)
  const closeness = new Float32Array(others.length)
  for (let place = 0; place < others.length; place++) {
    const other = others[place] ?? 0
    const theirs = index.keys[other]
    if (!theirs) continue
    closeness[place] =
      OF_WORDS * shareOfWords(index, theirs, weights, own) +
      OF_COUNTRIES * shareOfCountries(theirs, countries) +
      OF_TIME * shareOfDays(gist, index.gists, other)
  }
  for (let at = 0; at < marked; at++) marks[numbers[at] ?? 0] = 0
  return closeness
}

/** The cosine of two texts, each word weighed by how rare it is. @param own the weight of all words of the marked one */
function shareOfWords(
  index: OverlapIndex,
  { numbers, countries, words }: KeysOfProject,
  weights: Float32Array,
  own: number,
): number {
  let common = 0
  let all = 0
  for (let at = countries; at < countries + words; at++) {
    const number = numbers[at] ?? 0
    const weight = weightOf(number, index, weights)
    all += weight
    if (marks[number] === 1) common += weight
  }
  return common === 0 ? 0 : common / Math.sqrt(own * all)
}

/** Of the countries of either, those of both. */
function shareOfCountries({ numbers, countries }: KeysOfProject, own: number): number {
  let common = 0
  for (let at = 0; at < countries; at++) if (marks[numbers[at] ?? 0] === 1) common++
  return common === 0 ? 0 : common / (own + countries - common)
}

/** What a word weighs: one of nobody in the index as much as one of a single project. */
function weightOf(number: number, { lists, positions }: OverlapIndex, weights: Float32Array): number {
  const known = weights[number] ?? 0
  if (known > 0) return known
  const users = Math.max(1, (lists[number] ?? NONE).length)
  // as it is kept, so that the first who asks is told what the next is told
  const weight = Math.fround(Math.log((positions.size + 1) / users) ** 2)
  weights[number] = weight
  return weight
}

/** By number of key, what was asked for so far: side by side, because it is asked for some hundreds of times for each project. */
const weightsByIndex = new WeakMap<OverlapIndex, Float32Array>()

function weightsIn(index: OverlapIndex): Float32Array {
  let weights = weightsByIndex.get(index)
  if (!weights) weightsByIndex.set(index, (weights = new Float32Array(index.numbers.size)))
  return weights
}
