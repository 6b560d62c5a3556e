/**
 * Which SQL is asked again and again: that is parsed and planned once for each connection, under a name of its own.
 *
 * Takes the text of each statement; gives its name from the second time on, null for what is asked once or by the
 * hundred. To read through row security, parsing and planning take as long as the reading itself.
 *
 * Rests on: PostgreSQL documentation, "Extended Query"; a plan that rests on row security is made anew when the role
 * changes. Next door: `open-database.ts` and `embedded-worker.ts` ask.
 */
export type NameStatement = (sql: string) => string | null

const MOST = 200
const WORTHWHILE = /^\s*(?:select|with|insert)\b/i

export function nameRepeated(): NameStatement {
  const once = new Set<string>()
  const names = new Map<string, string>()
  return (sql) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size >= MOST || !WORTHWHILE.test(sql)) return null
    if (!once.delete(sql)) {
      once.add(sql)
      for (const oldest of once) {
        if (once.size <= MOST) break
        once.delete(oldest)
      }
      return null
    }
    const name = `demarche_${names.size}`
    names.set(sql, name)
    return name
  }
}
