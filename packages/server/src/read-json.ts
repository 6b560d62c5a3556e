/**
 * JSON bodies, read with care: too deep is refused before it is parsed, no key may reach an object's prototype, and no
 * text holds what cannot be put on record.
 */
import { DemarcheError, faultOf, refusalOf } from '@demarche/api'
import { inWords, unwritableEscape, withSeen } from '@demarche/core'
import type { FastifyInstance } from 'fastify'

/** Deeper than any statement; far below what could exhaust the stack. */
export const DEEPEST_NESTING = 40

/** Makes JSON the only type of body that the app reads. */
export function readJsonCarefully(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = String(body)
    if (isTooDeep(text)) {
      done(
        new DemarcheError(
          'malformed-request',
          `The body is nested more than ${DEEPEST_NESTING} levels deep.`,
          [{ place: '/', message: `expected at most ${DEEPEST_NESTING} levels of objects and lists` }],
        ),
      )
      return
    }
    const unwritable = unwritableEscape(text)
    if (unwritable >= 0) {
      const words = withSeen(inWords('file-half-a-character'), {
        found: text.slice(unwritable, unwritable + 6),
      })
      done(refusalOf('malformed-request', faultOf(`/ character ${unwritable + 1}`, words)))
      return
    }
    parse(request, text, done)
  })
}

/** True when brackets outside of texts nest deeper than allowed. */
export function isTooDeep(json: string): boolean {
  let depth = 0
  let inText = false
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at]
    if (inText) {
      if (character === '\\') at += 1
      else if (character === '"') inText = false
    } else if (character === '"') inText = true
    else if (character === '{' || character === '[') {
      depth += 1
      if (depth > DEEPEST_NESTING) return true
    } else if (character === '}' || character === ']') depth -= 1
  }
  return false
}
