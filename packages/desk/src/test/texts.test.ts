/**
 * Every text of the desk is keyed: no missing key, no unused key, no words written into a screen.
 */
import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const texts: Record<string, string> = Object.assign(
  {},
  ...globSync('locales/en*.json', { cwd: root }).map((file) => JSON.parse(readFileSync(root + file, 'utf8'))),
)
const bare = new Set(Object.keys(texts).map((key) => key.replace(/_(one|other)$/, '')))
const files = globSync('**/*.{ts,tsx}', { cwd: root }).filter((name) => !name.startsWith('test/'))
const PREFIXES = new Set([...bare].map((key) => key.split('.')[0] ?? ''))
const SPOKEN_ATTRIBUTES = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'text'])

interface Found {
  readonly keys: Set<string>
  readonly patterns: Set<string>
  readonly literals: string[]
}

function isNode(value: unknown): value is Record<string, unknown> & { type: string } {
  return typeof value === 'object' && value !== null && 'type' in value
}

/** Words that an expression between tags would put on the screen: written there, or one of its outcomes. */
function wordsShown(node: unknown): string[] {
  if (!isNode(node)) return []
  switch (node.type) {
    case 'Literal':
      return /\p{L}{2,}/u.test(String(node['value'])) && typeof node['value'] === 'string'
        ? [node['value']]
        : []
    case 'TemplateLiteral': {
      const quasis: unknown[] = Array.isArray(node['quasis']) ? node['quasis'] : []
      const text = quasis.map((quasi) => JSON.stringify(isNode(quasi) ? quasi['value'] : '')).join(' ')
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

function visit(node: unknown, found: Found, file: string): void {
  if (Array.isArray(node)) {
    for (const one of node) visit(one, found, file)
    return
  }
  if (!isNode(node)) return
  if (node.type === 'Literal' && typeof node['value'] === 'string' && bare.has(node['value']))
    found.keys.add(node['value'])
  if (node.type === 'TemplateLiteral' && Array.isArray(node['quasis'])) {
    const parts = node['quasis'].map((quasi: { value: { cooked: string } }) => quasi.value.cooked)
    if (parts.length > 1 && parts[0]?.includes('.') && PREFIXES.has(parts[0].split('.')[0] ?? '')) {
      found.patterns.add(
        parts.map((part: string) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+'),
      )
    }
  }
  if (
    node.type === 'CallExpression' &&
    isNode(node['callee']) &&
    node['callee']['name'] === 't' &&
    Array.isArray(node['arguments'])
  ) {
    const [first] = node['arguments']
    if (isNode(first) && first.type === 'Literal') found.keys.add(String(first['value']))
  }
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
    for (const child of Array.isArray(node['children']) ? node['children'] : [])
      if (isNode(child) && child.type === 'JSXExpressionContainer')
        found.literals.push(...wordsShown(child['expression']).map((words) => `${file}: ${words}`))
  }
  if (node.type === 'JSXText' && /\p{L}{2,}/u.test(String(node['value'])))
    found.literals.push(`${file}: ${String(node['value']).trim()}`)
  if (
    node.type === 'JSXAttribute' &&
    isNode(node['name']) &&
    isNode(node['value']) &&
    SPOKEN_ATTRIBUTES.has(String(node['name']['name']))
  ) {
    const { value } = node['value']
    if (typeof value === 'string' && !bare.has(value) && /\p{L}{2,}/u.test(value))
      found.literals.push(`${file}: ${value}`)
  }
  for (const part of Object.values(node)) visit(part, found, file)
}

const found: Found = { keys: new Set(), patterns: new Set(), literals: [] }
for (const file of files) visit(parseSync(file, readFileSync(root + file, 'utf8')).program, found, file)

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
  const keys = Object.keys(late).map((key) => key.replace(/_(one|other)$/, ''))
  const asked: Found = { keys: new Set(), patterns: new Set(), literals: [] }
  for (const file of asking) visit(parseSync(file, readFileSync(root + file, 'utf8')).program, asked, file)
  return [
    ...keys.filter((key) => asked.keys.has(key)),
    ...[...asked.patterns].filter((pattern) => keys.some((key) => new RegExp(`^${pattern}$`).test(key))),
  ]
}

describe('the texts of the desk', () => {
  it('finds the screens and their keys', () => {
    expect(files.length).toBeGreaterThan(60)
    expect(found.keys.size).toBeGreaterThan(250)
  })

  it('has a text for every key that a screen asks for', () => {
    expect([...found.keys].filter((key) => !bare.has(key))).toEqual([])
  })

  it('has a text for at least one value of every key that is put together', () => {
    expect(
      [...found.patterns].filter((pattern) => ![...bare].some((key) => new RegExp(`^${pattern}$`).test(key))),
    ).toEqual([])
  })

  it('keeps no text that nobody asks for', () => {
    const patterns = [...found.patterns].map((pattern) => new RegExp(`^${pattern}$`))
    expect(
      [...bare].filter((key) => !found.keys.has(key) && !patterns.some((pattern) => pattern.test(key))),
    ).toEqual([])
  })

  it('writes no English into a screen', () => {
    expect(found.literals).toEqual([])
  })

  it('would see English between tags, in an attribute, and as the outcome of a condition', () => {
    const planted = `const a = <p title="Not keyed">Plain {x ? 'Yes it is' : t('dialog.close')} {y && \`\${z} days\`}</p>`
    const seen: Found = { keys: new Set(), patterns: new Set(), literals: [] }
    visit(parseSync('planted.tsx', planted).program, seen, 'planted')
    expect(seen.literals).toHaveLength(4)
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
