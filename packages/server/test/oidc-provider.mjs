/**
 * An OpenID Connect provider on the loopback, as a process of its own: real discovery, PKCE, keys and signatures.
 *
 * Usage: oidc-provider.mjs PORT REDIRECT_URI. Whoever enters a login name is that person; the e-mail address is the
 * login name, verified unless it begins with "unverified". Prints "listening" when it is ready.
 */
import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'

const [port, redirectUri] = process.argv.slice(2)
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    {
      client_id: 'demarche',
      client_secret: 'a-secret-of-the-test-provider',
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
  ],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  cookies: { keys: ['a-key-of-the-test-provider'] },
  pkce: { required: () => true },
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => ({
      sub: `subject-of-${id}`,
      email: id,
      email_verified: !id.startsWith('unverified'),
      name: id,
    }),
  }),
  features: { devInteractions: { enabled: true } },
})
createServer(provider.callback()).listen(Number(port), '127.0.0.1', () => process.stdout.write('listening\n'))
