/** GET /api/portfolio: how many records of each kind the reader sees. */
import type { PortfolioAnswer } from '@demarche/api'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const showPortfolio: Verb = (app, { office }) => {
  app.get('/api/portfolio', async (request): Promise<PortfolioAnswer> =>
    office().portfolio.overview(readerOf(sessionOf(request))),
  )
}
