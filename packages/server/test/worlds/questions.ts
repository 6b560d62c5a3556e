/**
 * Questions to a desk: requests to whatever routes there are, with names of things that the reader may see, may not see, and
 * that do not exist. Nothing here names a route to be asked.
 *
 * Next door: `draw.ts` reads the schemas, `ask-both.ts` asks two desks the same.
 */
import type { InjectOptions } from 'fastify'
import type { RegisteredRoute } from '../../src/app.ts'
import { type Dice, draw, fieldsOf, isOptional, pick, textsFor } from './draw.ts'

export interface Question {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly route: string
  readonly payload?: object
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Texts that stand for anything that a route may ask for, besides the names in a world. */
export const COMMON_WORDS: readonly string[] = [
  'Rain',
  'Łódź',
  'a',
  'name',
  'summary',
  'startDate',
  '2026-11-20',
  '2026-11-26',
  '2021-05',
  '2026-11-20T10:30:00Z',
  '2026-11-21T12:00:00.000Z',
  '2027-11-20',
  '09:00',
  'EE',
  'GE',
  'project',
  'commitment',
  'countries=GE',
  'norms=un-a',
  'DE',
  'IE',
  '0',
  '1',
  '2',
  'md',
  'job-1',
  'oidc',
]

/** Parties as which a paper may be asked for; most texts of the pool name none. */
const PARTIES: readonly string[] = ['EE', 'FI', 'IE', 'MD', 'public']

/** Whether the address of that route can be about that thing. */
export function takesName(route: RegisteredRoute, name: string): boolean {
  const [first] = Object.values(fieldsOf(route.schema?.params))
  return first !== undefined && textsFor(first, [name]).length > 0
}

/**
 * One request to that route, drawn: its address, some of its query parameters, and a body where it takes one.
 * @param about what its address names first, where that is not to be drawn; see `takesName`
 * @returns null for a route whose method nobody asks here, or whose address cannot be filled
 */
export function questionTo(
  route: RegisteredRoute,
  dice: Dice,
  pool: readonly string[],
  about?: string,
): Question | null {
  const method = METHODS.find((one) => one === route.method)
  if (!method) return null
  const params = fieldsOf(route.schema?.params)
  let filled = true
  let named = about
  const path = route.url.replaceAll(/:(\w+)/g, (_, name: string) => {
    const schema = params[name]
    if (named !== undefined) {
      const value = encodeURIComponent(named)
      named = undefined
      return value
    }
    const value = schema ? drawText(schema, dice, pool) : pick(dice, pool)
    if (value === undefined) filled = false
    return encodeURIComponent(value ?? '')
  })
  if (!filled || path.includes('*')) return null
  const query = new URLSearchParams()
  for (const [name, schema] of Object.entries(fieldsOf(route.schema?.querystring))) {
    if (isOptional(schema) && dice() < 0.6) continue
    // other formats of the same content take long to write
    const isPaper = name === 'format' && textsFor(schema, ['md']).length > 0
    const isParty = name === 'as' && dice() < 0.85
    const value = isPaper && dice() < 0.85 ? 'md' : drawText(schema, dice, isParty ? PARTIES : pool)
    if (value !== undefined) query.set(name, value)
  }
  const url = query.size > 0 ? `${path}?${query}` : path
  const base = { method, url, route: `${method} ${route.url}` }
  if (method === 'GET' || method === 'DELETE' || !route.schema?.body) return base
  const fields = Object.entries(fieldsOf(route.schema.body)).flatMap(([name, schema]) => {
    const value = draw(schema, dice, pool)
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...base, payload: Object.fromEntries(fields) }
}

function drawText(
  schema: Parameters<typeof isOptional>[0],
  dice: Dice,
  pool: readonly string[],
): string | undefined {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const value = draw(schema, dice, pool)
    if (typeof value === 'string' || typeof value === 'number') return String(value)
  }
  return pick(dice, textsFor(schema, pool))
}

/** As a request for `app.inject`. */
export function toRequest(
  { method, url, payload }: Question,
  cookies: Record<string, string>,
): InjectOptions {
  return { method, url, cookies, ...(payload === undefined ? {} : { payload }) }
}
