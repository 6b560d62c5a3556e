/** GET /api/portfolio/kinds: the kinds of record, of which forms, lists and pages are made. */
import type { RecordKindsAnswer } from '@demarche/api'
import type { Verb } from '../verb.ts'

export const listRecordKinds: Verb = (app, { office }) => {
  app.get('/api/portfolio/kinds', async (): Promise<RecordKindsAnswer> => ({
    kinds: office().portfolio.kinds,
  }))
}
