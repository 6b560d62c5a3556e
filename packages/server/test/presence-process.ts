/**
 * A server process as far as presence goes: records, accounts and presence on a PostgreSQL server, as `app.ts` puts them together.
 *
 * Forked by a test, which says who opens what here, and may kill it.
 */
import { openStore } from '@demarche/store'
import { serverAccounts } from '../src/accounts/account-database.ts'
import { openAccounts } from '../src/accounts/accounts.ts'
import { openPresenceDesk } from '../src/live/presence-desk.ts'
import { accountOptions } from './account-options.ts'
import { type PresenceReply, sayingSchema, setupSchema } from './presence-messages.ts'

const { databaseUrl, ownerUrl, folder, beatMs } = setupSchema.parse(JSON.parse(process.argv[2] ?? ''))
const reply = (one: PresenceReply): void => void process.send?.(one)

const store = await openStore({ dataDirectory: folder, databaseUrl, ownerUrl })
const { sessions } = await openAccounts(accountOptions(await serverAccounts(databaseUrl, ownerUrl)))
const presence = openPresenceDesk({
  store: () => store,
  sessions,
  clock: () => new Date(),
  changed: (told, entity) => reply({ told: [...told], entity }),
  beatMs,
})

async function say(message: unknown): Promise<void> {
  const { session: id, entity, open } = sayingSchema.parse(message)
  const [session] = await sessions.named([id])
  if (!session) return reply({ refused: 'no session' })
  if (!open) {
    presence.leave(session, entity)
    return reply({ others: [] })
  }
  const { others } = await presence.open(session, entity)
  reply({ others: others.map(({ name }) => name) })
}
process.on('message', (message) => {
  say(message).catch((error: unknown) => reply({ refused: String(error) }))
})
// whoever started it is gone
process.on('disconnect', () => process.exit())
reply('ready')
