/**
 * Marks that code writes between what is said, as in `${name}: ${value}` or `join('; ')`: French puts a space before them that
 * does not break, so that they belong to the language and not to the code.
 *
 * In: the syntax tree of a file, as the parser of Vite gives it. Next door: `asked-keys.ts`.
 */
import { isSyntaxNode, type SyntaxNode, walkSyntax } from './asked-keys.ts'

/** A mark and nothing else, as between the parts of a row. */
const ALONE = /^\s?[;:?!] $/
/** A mark right behind what was said. */
const BEHIND = /^\s?[;:?!]$/
/** A mark between two parts, or before one that is said only at times. */
const BETWEEN = /^\P{L}?[;:?!]\s\P{L}*$/u
/** A mark before what is filled in. */
const BEFORE = /[;:?!] $/
/** What reads a text that is there, and says nothing. */
const READING = new Set(['split', 'startsWith', 'endsWith', 'indexOf', 'includes'])

/** What the code writes, each as it stands there. */
export function writtenMarks(tree: unknown): readonly string[] {
  const written: string[] = []
  const read = new Set<unknown>()
  walkSyntax(tree, (node) => {
    for (const one of readBy(node)) read.add(one)
    if (!read.has(node)) written.push(...marksOf(node))
  })
  return written
}

function readBy({ type, callee, arguments: given }: SyntaxNode): readonly unknown[] {
  const method = isSyntaxNode(callee) && isSyntaxNode(callee['property']) ? callee['property']['name'] : ''
  return type === 'CallExpression' && READING.has(String(method)) && Array.isArray(given) ? given : []
}

function marksOf(node: SyntaxNode): readonly string[] {
  switch (node.type) {
    case 'JSXText':
      return [String(node['value']).trim()].filter((text) => /[;:?!](\s|$)/.test(text))
    case 'JSXExpressionContainer':
      return outcomesOf(node['expression']).filter((text) => BEHIND.test(text))
    case 'TemplateLiteral': {
      const parts = partsOf(node['quasis'])
      const last = parts.length - 1
      return parts.filter((text, index) =>
        index === last
          ? last > 0 && (BETWEEN.test(text) || BEHIND.test(text))
          : BETWEEN.test(text) || BEFORE.test(text),
      )
    }
    case 'Literal':
      return [String(node['value'])].filter((text) => ALONE.test(text))
    default:
      return []
  }
}

/** Texts that an expression may come to. */
function outcomesOf(node: unknown): readonly string[] {
  if (!isSyntaxNode(node)) return []
  switch (node.type) {
    case 'Literal':
      return [String(node['value'])]
    case 'ConditionalExpression':
      return [node['consequent'], node['alternate']].flatMap(outcomesOf)
    case 'LogicalExpression':
      return [node['left'], node['right']].flatMap(outcomesOf)
    default:
      return []
  }
}

function partsOf(quasis: unknown): readonly string[] {
  return Array.isArray(quasis) ? quasis.map((quasi: { value: { cooked: string } }) => quasi.value.cooked) : []
}
