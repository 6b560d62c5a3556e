/**
 * Which routes were asked by which roles, and which of them never were.
 *
 * Next door: `try-worlds.ts`.
 */
import type { Reader } from '@demarche/core'

type Role = Reader['role']

export interface Coverage {
  /** routes that there are to ask, and roles that ask */
  readonly routes: number
  readonly roles: number
  /** how many pairs of a route and a role there are to ask, and which of them nobody asked */
  readonly pairs: number
  readonly missed: readonly string[]
}

export interface CoverageBook {
  /** Says that this role is to ask that route. */
  expect(route: string, role: Role): void
  asked(route: string, role: Role): void
  readonly coverage: Coverage
}

export function openCoverageBook(): CoverageBook {
  const times = new Map<string, number>()
  const routes = new Set<string>()
  const roles = new Set<string>()
  return {
    expect(route, role) {
      routes.add(route)
      roles.add(role)
      times.set(`${route} by ${role}`, times.get(`${route} by ${role}`) ?? 0)
    },
    asked(route, role) {
      times.set(`${route} by ${role}`, (times.get(`${route} by ${role}`) ?? 0) + 1)
    },
    get coverage() {
      const missed = [...times].flatMap(([pair, count]) => (count === 0 ? [pair] : []))
      return { routes: routes.size, roles: roles.size, pairs: times.size, missed }
    },
  }
}
