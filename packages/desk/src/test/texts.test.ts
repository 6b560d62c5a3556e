/**
 * Every text of the desk is keyed: no missing key, no unused key, no words written into a screen.
 */
import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AskedKeys, isSyntaxNode, walkSyntax, withoutPlural } from '@demarche/testkit/texts/asked-keys.ts'
import { writtenMarks } from '@demarche/testkit/texts/written-marks.ts'
import { ENGLISH } from '@demarche/core/refusal/english/index.ts'
import { PLACES } from '@demarche/core/refusal/english/places.ts'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const texts: Record<string, string> = Object.assign(
  Object.fromEntries(Object.entries(ENGLISH).map(([code, text]) => [`refused.${code}`, text])),
  Object.fromEntries(Object.entries(PLACES).map(([part, text]) => [`inFile.${part}`, text])),
  ...globSync('locales/en*.json', { cwd: root }).map((file) => JSON.parse(readFileSync(root + file, 'utf8'))),
)
const bare = withoutPlural(Object.keys(texts))
const files = globSync('**/*.{ts,tsx}', { cwd: root }).filter((name) => !name.startsWith('test/'))
const SPOKEN_ATTRIBUTES = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'text'])

/** Words that an expression between tags would put on the screen: written there, or one of its outcomes. */
function wordsShown(node: unknown): string[] {
  if (!isSyntaxNode(node)) return []
  switch (node.type) {
    case 'Literal':
      return /\p{L}{2,}/u.test(String(node['value'])) && typeof node['value'] === 'string'
        ? [node['value']]
        : []
    case 'TemplateLiteral': {
      const quasis: unknown[] = Array.isArray(node['quasis']) ? node['quasis'] : []
      const text = quasis.map((quasi) => JSON.stringify(isSyntaxNode(quasi) ? quasi['value'] : '')).join(' ')
      return /"cooked":"[^"]*\p{L}{2,}/u.test(text) ? [text] : []
    }
    case 'ConditionalExpression':
      return [...wordsShown(node['consequent']), ...wordsShown(node['alternate'])]
    case 'LogicalExpression':
    case 'BinaryExpression':
      return node['operator'] === '&&'
        ? wordsShown(node['right'])
        : ['||', '??', '+'].includes(String(node['operator']))
          ? [...wordsShown(node['left']), ...wordsShown(node['right'])]
          : []
    default:
      return []
  }
}

/** Words that are written into the screens of a tree, each after the name of its file. */
function wordsWritten(tree: unknown, file: string): readonly string[] {
  const written: string[] = []
  walkSyntax(tree, (node) => {
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      for (const child of Array.isArray(node['children']) ? node['children'] : [])
        if (isSyntaxNode(child) && child.type === 'JSXExpressionContainer')
          written.push(...wordsShown(child['expression']))
    }
    if (node.type === 'JSXText' && /\p{L}{2,}/u.test(String(node['value'])))
      written.push(String(node['value']).trim())
    if (
      node.type === 'JSXAttribute' &&
      isSyntaxNode(node['name']) &&
      isSyntaxNode(node['value']) &&
      SPOKEN_ATTRIBUTES.has(String(node['name']['name']))
    ) {
      const { value } = node['value']
      if (typeof value === 'string' && !bare.has(value) && /\p{L}{2,}/u.test(value)) written.push(value)
    }
  })
  return written.map((words) => `${file}: ${words}`)
}

/** What people read and write back line by line: it is the same in every language. */
const WRITTEN_BACK = new Set(['screens/procedure/course/act-draft.ts'])

const treeOf = (file: string) => parseSync(file, readFileSync(root + file, 'utf8')).program
const asked = new AskedKeys(bare, ['t'])
const literals: string[] = []
const marks = new Set<string>()
for (const file of files) {
  const tree = treeOf(file)
  walkSyntax(tree, asked.see)
  literals.push(...wordsWritten(tree, file))
  if (!file.endsWith('.test.ts') && !WRITTEN_BACK.has(file))
    for (const mark of writtenMarks(tree)) marks.add(`${file}: ${mark}`)
}

/** The file and everything that is loaded with it; what is loaded through withTexts waits for texts of its own. */
const reached = (start: string): ReadonlySet<string> => {
  const loaded = new Set<string>()
  const reach = (file: string): void => {
    if (loaded.has(file)) return
    loaded.add(file)
    const source = readFileSync(root + file, 'utf8').replaceAll(
      /with(?:PartsOf)?Texts\((?:\[[^\]]*\], )?\(\) =>\s*import\(/g,
      '',
    )
    const imports = /(?:from |import\()'(\.[^']+\.tsx?)'/g
    for (const [, path = ''] of source.matchAll(imports)) reach(posix.join(posix.dirname(file), path))
  }
  reach(start)
  return loaded
}
/** Of these parts, the texts that the files ask for. */
const askedOf = (asking: Iterable<string>, parts: readonly string[]): readonly string[] => {
  const late: Record<string, string> = Object.assign(
    {},
    ...parts.map((part) => JSON.parse(readFileSync(`${root}locales/en.${part}.json`, 'utf8'))),
  )
  const keys = withoutPlural(Object.keys(late))
  const found = new AskedKeys(keys, ['t'])
  for (const file of asking) walkSyntax(treeOf(file), found.see)
  return found.among(keys)
}

describe('the texts of the desk', () => {
  it('finds the screens and their keys', () => {
    expect(files.length).toBeGreaterThan(60)
    expect(asked.count).toBeGreaterThan(250)
  })

  it('has a text for every key that a screen asks for, and for at least one value of every key that is put together', () => {
    expect(asked.withoutText).toEqual([])
  })

  it('keeps no text that nobody asks for', () => {
    const wanted = new Set(asked.among(bare))
    expect([...bare].filter((key) => !wanted.has(key))).toEqual([])
  })

  it('writes no English into a screen', () => {
    expect(literals).toEqual([])
  })

  it('writes no colon and no semicolon between what is said: French sets a space before them', () => {
    expect([...marks]).toEqual([])
  })

  it('would see English between tags, in an attribute, and as the outcome of a condition', () => {
    const planted = `const a = <p title="Not keyed">Plain {x ? 'Yes it is' : t('dialog.close')} {y && \`\${z} days\`}</p>`
    expect(wordsWritten(parseSync('planted.tsx', planted).program, 'planted')).toHaveLength(4)
  })

  const LATE = ['help', 'negotiation', 'norms', 'partner', 'procedure', 'record'] as const

  it('has with the first script every text that may show before another screen is opened', () => {
    const first = reached('main.tsx')
    expect(first.size).toBeGreaterThan(40)
    expect(askedOf(first, [...LATE, 'portfolio', 'public'])).toEqual([])
  })

  it('has for the public page every text that it shows, without those of the desk', () => {
    const own = reached('screens/public/public-app.tsx')
    expect(own.size).toBeGreaterThan(20)
    expect(askedOf(own, LATE)).toEqual([])
    expect(askedOf(own, ['public'])).not.toEqual([])
  })

  it('has both plural forms wherever it has one', () => {
    const plurals = Object.keys(texts).filter((key) => /_(one|other)$/.test(key))
    expect(
      plurals.filter(
        (key) => !(key.replace(/_(one|other)$/, '') + (key.endsWith('_one') ? '_other' : '_one') in texts),
      ),
    ).toEqual([])
  })

  it('says dates and instants in the language of the desk', () => {
    const english =
      /formatPartialDate[^}]*\} from '@demarche\/core|say-brussels\.ts'|toLocale(Date|Time)?String/
    expect(
      files.filter(
        (file) => file !== 'parts/format-date.ts' && english.test(readFileSync(root + file, 'utf8')),
      ),
    ).toEqual([])
  })
})
