/**
 * Which texts that are kept by key a source file asks for: by a key in full, `say('package.none')`, or by one that it puts together,
 * `say(`verdict.${verdict}`)`, which stands for each key of that shape.
 *
 * In: the syntax tree of a file, as the parser of Vite gives it. Next door: `translation-faults.ts`.
 */

export type SyntaxNode = Record<string, unknown> & { readonly type: string }

export function isSyntaxNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value
}

/** Every node of the tree, the outer ones first. */
export function walkSyntax(tree: unknown, see: (node: SyntaxNode) => void): void {
  if (Array.isArray(tree)) {
    for (const one of tree) walkSyntax(one, see)
    return
  }
  if (!isSyntaxNode(tree)) return
  see(tree)
  for (const part of Object.values(tree)) walkSyntax(part, see)
}

/** Keys as they are asked for: without the form of the plural, which follows from a count. */
export function withoutPlural(keys: Iterable<string>): ReadonlySet<string> {
  return new Set([...keys].map((key) => key.replace(/_(one|other)$/, '')))
}

/** What may stand where a key is put together: one part of it, in which a dot is that of a number (`stix-2.1`). */
const PART = String.raw`(?:[^.]|\.(?=\d))+`

export class AskedKeys {
  readonly #known: ReadonlySet<string>
  readonly #prefixes: ReadonlySet<string>
  readonly #speaking: readonly string[]
  readonly #keys = new Set<string>()
  readonly #patterns = new Set<string>()

  /**
   * @param known the keys that have a text, without the form of the plural
   * @param speaking the functions that take a key first, by name
   */
  constructor(known: ReadonlySet<string>, speaking: readonly string[]) {
    this.#known = known
    this.#speaking = speaking
    this.#prefixes = new Set([...known].map((key) => key.split('.')[0] ?? ''))
  }

  /** Notes what one node asks for. */
  readonly see = (node: SyntaxNode): void => {
    if (node.type === 'Literal' && typeof node['value'] === 'string' && this.#known.has(node['value']))
      this.#keys.add(node['value'])
    if (node.type === 'TemplateLiteral' && Array.isArray(node['quasis'])) {
      const parts = node['quasis'].map((quasi: { value: { cooked: string } }) => quasi.value.cooked)
      if (parts.length > 1 && parts[0]?.includes('.') && this.#prefixes.has(parts[0].split('.')[0] ?? ''))
        this.#patterns.add(
          parts.map((part: string) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join(PART),
        )
    }
    // also where it has no text: a type refuses that, and plain JavaScript would not
    const called =
      node.type === 'CallExpression' && isSyntaxNode(node['callee']) ? node['callee']['name'] : undefined
    if (this.#speaking.includes(String(called)) && Array.isArray(node['arguments'])) {
      const [first] = node['arguments']
      if (isSyntaxNode(first) && first.type === 'Literal') this.#keys.add(String(first['value']))
    }
  }

  /** How many keys are asked for in full. */
  get count(): number {
    return this.#keys.size
  }

  /** Keys in full, and shapes of keys, that have no text at all. */
  get withoutText(): readonly string[] {
    const known = [...this.#known]
    return [
      ...[...this.#keys].filter((key) => !this.#known.has(key)),
      ...[...this.#patterns].filter((pattern) => !known.some((key) => new RegExp(`^${pattern}$`).test(key))),
    ]
  }

  /** Of the keys, those that are asked for. */
  among(keys: Iterable<string>): readonly string[] {
    const patterns = [...this.#patterns].map((pattern) => new RegExp(`^${pattern}$`))
    return [...keys].filter((key) => this.#keys.has(key) || patterns.some((pattern) => pattern.test(key)))
  }
}
