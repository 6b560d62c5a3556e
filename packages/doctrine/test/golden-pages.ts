/**
 * Golden pages: a pack in a Markdown file, and what the check says about it, word for word.
 *
 * A page holds whole files (```yaml path), changes to files of another page (```diff path), files to leave out (Without
 * `path`.), and the findings (```findings). `DEMARCHE_GOLDEN=write` writes the findings anew; the difference is read
 * like prose.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { PackFile } from '../src/pack-file.ts'

const BLOCK = /^```(yaml|diff|findings)(?: (\S+))?\n([\s\S]*?)^```$/gm
const FINDINGS = /^```findings\n[\s\S]*?^```$/m

export interface GoldenPage {
  readonly name: string
  readonly title: string
  /** the files of the base with this page's changes */
  readonly files: (base: readonly PackFile[]) => PackFile[]
  readonly findings: readonly string[]
  /** writes the findings into the page */
  readonly rewrite: (findings: readonly string[]) => void
}

/** Every page of `test/<folder>`, in order of name. */
export function goldenPages(folder: 'good' | 'bad'): readonly GoldenPage[] {
  const directory = new URL(`./${folder}/`, import.meta.url)
  return readdirSync(directory)
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .map((name) => readPage(name, fileURLToPath(new URL(name, directory))))
}

function readPage(name: string, path: string): GoldenPage {
  const page = readFileSync(path, 'utf8')
  const blocks = [...page.matchAll(BLOCK)].map(([, kind, file, body]) => ({
    kind,
    file: file ?? '',
    body: body ?? '',
  }))
  const without = new Set([...page.matchAll(/^Without `(.+)`\.$/gm)].map(([, file]) => file))
  return {
    name: name.replace('.md', ''),
    title: /^# (.+)$/m.exec(page)?.[1] ?? name,
    files: (base) => {
      const texts = new Map(
        base.filter(({ path: file }) => !without.has(file)).map((file) => [file.path, file.text]),
      )
      for (const { kind, file, body } of blocks) {
        if (kind === 'yaml') texts.set(file, body)
        if (kind === 'diff') texts.set(file, change(texts.get(file) ?? '', body, `${name}: ${file}`))
      }
      return [...texts].map(([file, text]) => ({ path: file, text }))
    },
    findings: (blocks.find(({ kind }) => kind === 'findings')?.body ?? '')
      .split('\n')
      .filter((line) => line !== ''),
    rewrite: (findings) => {
      writeFileSync(
        path,
        page.replace(FINDINGS, () => ['```findings', ...findings, '```'].join('\n')),
      )
    },
  }
}

/** Replaces the lines marked `-` by those marked `+`. @throws Error when the text has no such lines */
function change(text: string, diff: string, where: string): string {
  const lines = diff.split('\n')
  const marked = (mark: string) =>
    lines.filter((line) => line.startsWith(mark)).map((line) => `${line.slice(1)}\n`)
  const [old, wanted] = [marked('-').join(''), marked('+').join('')]
  if (!`\n${text}`.includes(`\n${old}`)) throw new Error(`${where} has no line "${old.trim()}"`)
  return `\n${text}`.replace(`\n${old}`, () => `\n${wanted}`).slice(1)
}
