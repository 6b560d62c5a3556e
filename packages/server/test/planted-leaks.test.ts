/**
 * The trial of non-interference tried itself: a leak that is planted, in a route that nothing here names or in the database,
 * must be found.
 *
 * Next door: `non-interference.test.ts`, a file of its own so that both run side by side.
 */
import { DemarcheError } from '@demarche/api'
import { sql } from 'kysely'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readerOf } from '../src/session/session.ts'
import { entityParamsSchema, type Surroundings, type Verb } from '../src/routes/verb.ts'
import { sessionOf } from '../src/session/session-guard.ts'
import { authorOf } from './worlds/a-world.ts'
import { tryWorlds } from './worlds/try-worlds.ts'

const planted = vi.hoisted((): { verbs: Verb[] } => ({ verbs: [] }))
vi.mock('../src/routes/verbs.ts', async (original) => {
  const { VERBS } = await original<{ VERBS: readonly Verb[] }>()
  return {
    get VERBS() {
      return [...VERBS, ...planted.verbs]
    },
  }
})
afterEach(() => {
  planted.verbs = []
})

/** Somebody who sees more than whoever asks: to read as them is the leak. */
const everything = ({ office }: Surroundings) => office().store.as(authorOf('EE'))

const LEAKS: Readonly<Record<string, Verb>> = {
  'a count of all': (app, desk) => {
    app.get('/api/planted', async () => ({ cases: (await everything(desk).entities('case')).length }))
  },
  'an order by what all say': (app, desk) => {
    app.get('/api/planted', async (request) => {
      const own = await desk
        .office()
        .store.as(readerOf(sessionOf(request)))
        .entities('case')
      const said = Map.groupBy(await everything(desk).statementsOf(own), ({ entity }) => entity)
      return own.toSorted((a, b) => (said.get(b)?.length ?? 0) - (said.get(a)?.length ?? 0))
    })
  },
  'a number given in the order of all': (app, desk) => {
    app.post('/api/planted', async () => ({
      id: `note-${(await everything(desk).entities('case')).length + 1}`,
    }))
  },
  'another refusal for what is hidden': (app, desk) => {
    app.get('/api/planted/:entity', { schema: { params: entityParamsSchema } }, async (request) => {
      const { entity } = request.params
      const reader = desk.office().store.as(readerOf(sessionOf(request)))
      if ((await reader.statements(entity)).length > 0) return {}
      const isThere = (await everything(desk).statements(entity)).length > 0
      throw new DemarcheError('not-found', isThere ? `${entity} is not for you.` : `There is no ${entity}.`)
    })
  },
  'a file named by what is in all': (app, desk) => {
    app.get('/api/planted', async (_request, reply) => {
      const { length } = await everything(desk).entities('procedure')
      return reply.header('content-disposition', `attachment; filename="${length}.md"`).send('# Nothing')
    })
  },
}

describe('a leak that is planted is found', () => {
  it.each(Object.entries(LEAKS))(
    '%s',
    async (_name, verb) => {
      planted.verbs = [verb]
      await expect(tryWorlds({ rounds: 40, seed: 7, worldsPerBatch: 4 })).rejects.toThrow(/\/api\/planted/)
    },
    120_000,
  )

  it.each(['statements', 'case_parts', 'record_parts', 'record_facets'])(
    'row security switched off on %s',
    async (table) => {
      const trial = tryWorlds({
        rounds: 40,
        seed: 7,
        worldsPerBatch: 4,
        spoil: async (database) => {
          await sql`alter table ${sql.table(`demarche.${table}`)} disable row level security`.execute(
            database,
          )
        },
      })
      await expect(trial).rejects.toThrow(/: headers |where all is on record|differs at byte/)
    },
    120_000,
  )
})
