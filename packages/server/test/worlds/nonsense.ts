/**
 * Malformed requests: what a route takes, spoilt in one or more places, or something else altogether.
 *
 * Begins with a request that fits (`questions.ts`), because nonsense that is refused at the door tests only the door.
 */
import type { InjectOptions } from 'fastify'
import type { RegisteredRoute } from '../../src/app.ts'
import { type Dice, pick } from './draw.ts'
import { questionTo } from './questions.ts'

const TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfff',
  '\u202e\u0007\u001b[31m',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  'C:\\Windows\\system32',
  "' or 1=1; drop table statements; --",
  '<script>alert(1)</script>',
  '${7*7}{{7*7}}',
  '__proto__',
  'constructor',
  'NaN',
  '-0',
  '1e999',
  '9007199254740993',
  '2026-02-30',
  '9999-12-31',
  '0000-00-00',
  '-000001-01-01',
  '275760-09-14T00:00:00Z',
  'case:',
  'case:..',
  'case:__proto__',
  'procedure:constructor',
  'list:',
  'person:0000000000000000',
  'é'.repeat(300),
  'x'.repeat(5000),
  '😀'.repeat(100),
  '\u0130\u0131ß\ufb03',
  '(a+)+$',
  '%',
  '\\',
]
const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  [],
  {},
  [[]],
  [null],
  { $gt: '' },
  { length: 1e9 },
  { toString: 'x', valueOf: 'y' },
  ...TEXTS,
]
/** JSON that no object of this program would write. */
const RAW_BODIES: readonly string[] = [
  '',
  '{',
  '[1,]',
  '"text"',
  'null',
  '123',
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"x":1}}}',
  '{"a":1,"a":2}',
  '{"a":"\\ud800"}',
  '\ufeff{}',
  '{"a":1e400}',
  `${'['.repeat(50_000)}`,
  `${'{"a":'.repeat(60)}1${'}'.repeat(60)}`,
  `{"a":"${'x'.repeat(900_000)}"}`,
  `{"a":"${'x'.repeat(1_100_000)}"}`,
  `[${'0,'.repeat(200_000)}0]`,
  '\u0000\u0001\u0002',
]
const TYPES: readonly string[] = [
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  'nonsense',
  'a/b; c=\u00e9',
]
const HEADERS: readonly (readonly [string, string])[] = [
  ['host', '../../x'],
  ['x-forwarded-for', '127.0.0.1'],
  ['cookie', 'demarche-session=%00; demarche-session=x'],
  ['cookie', `demarche-session=${'a'.repeat(5000)}`],
  ['cookie', '__proto__=x; constructor=y;;;=;'],
  ['origin', 'null'],
  ['accept', '*/*;q=nonsense'],
  ['accept-encoding', 'br;q=1e9'],
  ['content-length', '-1'],
  ['range', 'bytes=-1'],
  ['if-none-match', '*'],
  ['if-modified-since', 'never'],
  ['transfer-encoding', 'chunked'],
  ['expect', '100-continue'],
  ['sec-fetch-site', 'nonsense'],
  ['x-http-method-override', 'DELETE'],
  ['authorization', 'Basic AAAA'],
  ['last-event-id', '\u00e9\u00e9'],
]
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const

/** One malformed request, mostly to that route. */
export function nonsenseTo(
  route: RegisteredRoute,
  dice: Dice,
  pool: readonly string[],
  cookies: Record<string, string>,
): InjectOptions {
  const fitting = questionTo(route, dice, pool) ?? {
    method: METHODS.find((one) => one === route.method) ?? 'GET',
    url: route.url,
  }
  const method = dice() < 0.03 ? (pick(dice, METHODS) ?? 'GET') : fitting.method
  const headers: Record<string, string> = {}
  if (dice() < 0.15) {
    const [name, value] = pick(dice, HEADERS) ?? ['accept', '*/*']
    headers[name] = value
  }
  const request = {
    method,
    url: spoilAddress(fitting.url, dice),
    headers,
    cookies: dice() < 0.95 && headers['cookie'] === undefined ? cookies : {},
  }
  if (method === 'GET' || method === 'HEAD') return request
  if (dice() < 0.25) {
    headers['content-type'] ??= (dice() < 0.7 ? 'application/json' : pick(dice, TYPES)) ?? 'text/plain'
    return { ...request, payload: dice() < 0.8 ? (pick(dice, RAW_BODIES) ?? '') : randomBytes(dice) }
  }
  const body: unknown = 'payload' in fitting ? fitting.payload : {}
  headers['content-type'] ??= 'application/json'
  return { ...request, payload: JSON.stringify(spoil(body, dice)) ?? 'null' }
}

/** Random bytes, at most some thousand. */
export function randomBytes(dice: Dice): Buffer {
  return Buffer.from(Array.from({ length: Math.floor(dice() ** 3 * 4000) }, () => Math.floor(dice() * 256)))
}

/** The value with something else in one or more places. */
function spoil(value: unknown, dice: Dice, depth = 0): unknown {
  if (dice() < 0.12 || depth > 12) return pick(dice, VALUES)
  if (Array.isArray(value)) {
    const list = value.map((one) => spoil(one, dice, depth + 1))
    return dice() < 0.05 ? Array.from({ length: 3000 }, () => list[0] ?? 0) : list
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, one]) => [name, spoil(one, dice, depth + 1)] as const)
  if (dice() < 0.05) entries.pop()
  if (dice() < 0.08) entries.push([pick(dice, TEXTS) ?? 'x', pick(dice, VALUES)])
  return Object.fromEntries(entries)
}

function spoilAddress(url: string, dice: Dice): string {
  const [path = '/', query = ''] = url.split('?')
  const kind = dice()
  const text = pick(dice, TEXTS) ?? ''
  const encoded = encodeURIComponent(text.toWellFormed())
  if (kind < 0.35) return url
  if (kind < 0.5) {
    const parts = path.split('/')
    const at = 1 + Math.floor(dice() * (parts.length - 1))
    return `${parts.with(at, encoded || '%20').join('/')}${query && `?${query}`}`
  }
  if (kind < 0.75) {
    const given = new URLSearchParams(query)
    const name =
      pick(dice, [...given.keys(), 'offset', 'limit', '__proto__', 'at', text.toWellFormed()]) ?? 'x'
    given.append(name, text.toWellFormed())
    return `${path}?${given}`
  }
  if (kind < 0.8) return `${path}?${'a=b&'.repeat(Math.floor(dice() * 3000))}`
  if (kind < 0.85)
    return `${path}?${'%'.repeat(1 + Math.floor(dice() * 5))}${String.fromCharCode(33 + dice() * 90)}=%ff%fe%00`
  if (kind < 0.9) return `${path}/../..//${encoded}`
  if (kind < 0.95)
    return `${path}${pick(dice, ['/', '//', '%00', ';x=y', '%2e%2e', '.json', '%c0%ae', '?', '?#'])}`
  return `/${encoded}`
}
