/**
 * What a version of the joint text gave up against the first one: paragraphs, words, strength, certainty.
 *
 * Says what was there, what stands there now, and in which sentence; whether that is a loss is for people to say.
 * Paragraphs and words are counted as they are; strength and hedges follow our own short list of English words.
 *
 * Rules TXT-12 and TXT-13 in docs/rules/joint-text.md. Next door: `compared-with-attributions.ts`.
 */
import type { Authority } from '../../kernel/doctrine-entry.ts'
import { compareVersions, type Paragraphs } from './compare-versions.ts'
import { wordsOf, type WordRun } from './compare-words.ts'
import { findMentions, type Mention } from './find-mention.ts'
import type { Paragraph } from './joint-text.ts'
import { HEDGES, LADDERS, NEGATIONS, STRENGTH_AUTHORITY, type Ladder } from './strength-words.ts'

export type GivenUpFinding =
  | {
      readonly kind: 'paragraph-removed'
      readonly rule: 'TXT-12'
      readonly paragraph: string
      readonly was: string
    }
  | {
      readonly kind: 'words-removed'
      readonly rule: 'TXT-12'
      readonly paragraph: string
      readonly was: string
      /** what was put in its place; empty when nothing was */
      readonly now: string
    }
  | {
      readonly kind: 'weakened'
      readonly rule: 'TXT-13'
      readonly authority: Authority
      readonly paragraph: string
      readonly about: Ladder['id']
      readonly was: Mention
      /** the strongest word of that kind that the paragraph has now; absent when it has none */
      readonly now?: Mention
      /** other paragraphs of the version where a word of the former strength stands */
      readonly stillIn: readonly string[]
    }
  | {
      readonly kind: 'hedge-added' | 'negation-added'
      readonly rule: 'TXT-13'
      readonly authority: Authority
      readonly paragraph: string
      readonly now: Mention
    }

export interface GivenUp {
  /** words of the first text, and how many of them stand no longer; words added since */
  readonly words: { readonly first: number; readonly removed: number; readonly added: number }
  readonly findings: readonly GivenUpFinding[]
}

/**
 * What `version` gave up against `first`.
 *
 * @returns findings in the order of the first text's paragraphs
 * @source TXT-12, TXT-13
 */
export function givenUp(first: Paragraphs, version: Paragraphs): GivenUp {
  const changes = compareVersions(first, version)
  const now = new Map(version.paragraphs.map((paragraph) => [paragraph.id, paragraph]))
  const runs = new Map(changes.map((change) => [change.id, change.runs]))
  const count = (kind: WordRun['kind']) =>
    changes.reduce(
      (sum, change) =>
        sum + change.runs.reduce((all, run) => all + (run.kind === kind ? countWords(run.text) : 0), 0),
      0,
    )
  return {
    words: {
      first: first.paragraphs.reduce((sum, { text }) => sum + countWords(text), 0),
      removed: count('removed'),
      added: count('added'),
    },
    findings: first.paragraphs.flatMap((was): readonly GivenUpFinding[] => {
      const is = now.get(was.id)
      if (!is) {
        return [{ kind: 'paragraph-removed', rule: 'TXT-12', paragraph: was.id, was: was.text }]
      }
      return [
        ...wordsRemoved(was.id, runs.get(was.id) ?? []),
        ...weakened(was, is, version),
        ...added('hedge-added', HEDGES, was, is),
        ...added('negation-added', NEGATIONS, was, is),
      ]
    }),
  }
}

function wordsRemoved(paragraph: string, runs: readonly WordRun[]): readonly GivenUpFinding[] {
  return runs.flatMap(({ kind, text }, index): readonly GivenUpFinding[] => {
    if (kind !== 'removed' || countWords(text) === 0) return []
    const next = runs[index + 1]
    const now = next?.kind === 'added' ? next.text.trim() : ''
    return [{ kind: 'words-removed', rule: 'TXT-12', paragraph, was: text.trim(), now }]
  })
}

function weakened(was: Paragraph, is: Paragraph, version: Paragraphs): readonly GivenUpFinding[] {
  return LADDERS.flatMap((ladder): readonly GivenUpFinding[] => {
    const [before, after] = [strongest(ladder, was), strongest(ladder, is)]
    if (!before || (after && after.rung <= before.rung)) return []
    const others = version.paragraphs.filter(({ id }) => id !== was.id)
    const stillIn = others.filter((other) => {
      const found = strongest(ladder, other)
      return found !== undefined && found.rung <= before.rung
    })
    return [
      {
        kind: 'weakened',
        rule: 'TXT-13',
        authority: STRENGTH_AUTHORITY,
        paragraph: was.id,
        about: ladder.id,
        was: before.mention,
        ...(after ? { now: after.mention } : {}),
        stillIn: stillIn.map(({ id }) => id),
      },
    ]
  })
}

function strongest(
  { rungs }: Ladder,
  paragraph: Paragraph,
): { readonly rung: number; readonly mention: Mention } | undefined {
  // together, so that the longest phrase wins: "will consider" is not "will"
  const mentions = findMentions([paragraph], rungs.flat())
  const ranked = mentions.map((mention) => {
    const said = mention.seen.toLowerCase().replaceAll(/\s+/gu, ' ')
    return { rung: rungs.findIndex((rung) => rung.includes(said)), mention }
  })
  return ranked.toSorted((a, b) => a.rung - b.rung)[0]
}

/** As many of the last mentions as there are more than before: which one is new cannot be told from the words. */
function added(
  kind: 'hedge-added' | 'negation-added',
  words: readonly string[],
  was: Paragraph,
  is: Paragraph,
): readonly GivenUpFinding[] {
  return words.flatMap((word) => {
    const exactly = word === 'may' ? [word] : []
    const [before, after] = [findMentions([was], [word], exactly), findMentions([is], [word], exactly)]
    return after.slice(0, Math.max(0, after.length - before.length)).map((now): GivenUpFinding => ({
      kind,
      rule: 'TXT-13',
      authority: STRENGTH_AUTHORITY,
      paragraph: was.id,
      now,
    }))
  })
}

function countWords(text: string): number {
  return wordsOf(text).filter((token) => /[\p{L}\p{N}]/u.test(token)).length
}
