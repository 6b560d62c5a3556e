/** GET /api/doctrine: the doctrine pack in use, with every entry's source, dates and doubts. */
import type { DoctrineAnswer } from '@demarche/api'
import type { Verb } from '../verb.ts'

export const showDoctrine: Verb = (app, { office }) => {
  app.get('/api/doctrine', async (): Promise<DoctrineAnswer> => office().doctrine)
}
