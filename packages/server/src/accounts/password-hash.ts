/**
 * Passwords as they are kept: scrypt, with a salt of its own for each, at a cost that a stolen file makes felt.
 *
 * The kept text says at which cost it was made, so that the cost can rise. What the library made before, at half of it, is
 * still read, and is made anew when its person next signs in with it alone (with a second factor: when it is changed).
 *
 * Rests on: RFC 7914; OWASP ASVS 4.0.3, 2.4.6. Next door: `auth-library.ts`, `sign-in.ts`.
 */
import { randomBytes, scrypt, type ScryptOptions, timingSafeEqual } from 'node:crypto'
import { verifyPassword as verifyByLibrary } from 'better-auth/crypto'

const COST = { N: 2 ** 16, r: 8, p: 1 } as const
const START = `scrypt-${COST.N}-${COST.r}-${COST.p}`
const KEY_BYTES = 64

/** The text to keep. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `${START}:${salt.toString('hex')}:${(await keyOf(password, salt)).toString('hex')}`
}

/** True when the password is the one that was kept. */
export async function verifyPassword({
  hash,
  password,
}: {
  readonly hash: string
  readonly password: string
}): Promise<boolean> {
  if (!isOfPresentCost(hash)) return verifyByLibrary({ hash, password })
  const [, salt = '', kept = ''] = hash.split(':')
  const key = Buffer.from(kept, 'hex')
  return key.length === KEY_BYTES && timingSafeEqual(key, await keyOf(password, Buffer.from(salt, 'hex')))
}

/** False when it should be made anew. */
export function isOfPresentCost(hash: string): boolean {
  return hash.startsWith(`${START}:`)
}

function keyOf(password: string, salt: Buffer): Promise<Buffer> {
  const options: ScryptOptions = { ...COST, maxmem: 256 * COST.N * COST.r }
  return new Promise((resolve, reject) => {
    // the same letters typed in two ways are one password
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
