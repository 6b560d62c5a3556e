/**
 * Two texts word by word: what was kept, what was added, what was removed.
 *
 * A word is a run of letters with their marks, with apostrophes and hyphens inside; a number keeps its separators
 * (`2019/796`, `40 000` with a no-break space). White space and each punctuation mark stand by themselves, so words never
 * stick together. Texts are compared in composed form (NFC): the same letter typed in two ways is no change.
 *
 * Rests on: Myers, "An O(ND) difference algorithm" (1986), as in the library `diff`. Rule TXT-10 in
 * docs/rules/joint-text.md. Next door: `compare-versions.ts` for whole texts.
 */
import { diffArrays } from 'diff'

export interface WordRun {
  readonly kind: 'kept' | 'added' | 'removed'
  readonly text: string
}

const TOKEN =
  /\p{N}+(?:[.,:/\u00A0\u202F]\p{N}+)+(?![\p{L}\p{M}\p{N}])|[\p{L}\p{M}\p{N}]+(?:['’ʼ\u00AD\u00B7\u2010\u2011-][\p{L}\p{M}\p{N}]+)*|\s+|./gsu

/** Above so many differing tokens two texts have nothing in common worth finding, and looking takes long. */
const MOST_EDITS = 1500

/**
 * The runs that lead from `before` to `after`.
 *
 * @returns runs in reading order, what was removed before what was added in its place; neighbours differ in kind.
 *   Texts that share next to nothing are one removal and one addition.
 * @example compareWords('attributes the attack', 'condemns the attack')[0] // { kind: 'removed', text: 'attributes' }
 */
export function compareWords(before: string, after: string): readonly WordRun[] {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  let head = 0
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1
  let tail = 0
  const most = Math.min(old.length, now.length) - head
  while (tail < most && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1
  const [left, right] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)]
  const found = diffArrays(left, right, { maxEditLength: MOST_EDITS })
  const changes = found
    ? found.map(({ added, removed, value }): WordRun => ({
        kind: added ? 'added' : removed ? 'removed' : 'kept',
        text: value.join(''),
      }))
    : [run('removed', left.join('')), run('added', right.join(''))]
  const all = [
    run('kept', old.slice(0, head).join('')),
    ...changes,
    run('kept', old.slice(old.length - tail).join('')),
  ]
  return foldSpaces(steps(all)).flatMap(runsOf)
}

/** The text after the change. */
export function textAfter(runs: readonly WordRun[]): string {
  return runs.map(({ kind, text }) => (kind === 'removed' ? '' : text)).join('')
}

/** The text before the change. */
export function textBefore(runs: readonly WordRun[]): string {
  return runs.map(({ kind, text }) => (kind === 'added' ? '' : text)).join('')
}

/** The tokens of a text in composed form; joined they are that text. */
export function wordsOf(text: string): readonly string[] {
  return text.normalize('NFC').match(TOKEN) ?? []
}

const run = (kind: WordRun['kind'], text: string): WordRun => ({ kind, text })

/** What stays, or what is replaced by what. */
interface Step {
  kept: string
  removed: string
  added: string
}

function steps(runs: readonly WordRun[]): readonly Step[] {
  const all: Step[] = []
  for (const { kind, text } of runs) {
    if (text === '') continue
    const last = all.at(-1)
    if (last && (last.kept === '') === (kind !== 'kept')) last[kind] += text
    else all.push({ kept: '', removed: '', added: '', [kind]: text })
  }
  return all
}

/** A kept space between two replaced words is no island: "a b" became "x y" as a whole. */
function foldSpaces(all: readonly Step[]): readonly Step[] {
  const folded: Step[] = []
  all.forEach((step, index) => {
    const [before, next] = [folded.at(-1), all[index + 1]]
    if (before && replaces(before)) {
      if (step.kept !== '' && /^\s+$/u.test(step.kept) && next && replaces(next)) {
        before.removed += step.kept
        before.added += step.kept
        return
      }
      if (step.kept === '') {
        before.removed += step.removed
        before.added += step.added
        return
      }
    }
    folded.push({ ...step })
  })
  return folded
}

function replaces({ removed, added }: Step): boolean {
  return removed !== '' && added !== ''
}

function runsOf({ kept, removed, added }: Step): readonly WordRun[] {
  return [run('kept', kept), run('removed', removed), run('added', added)].filter(({ text }) => text !== '')
}
