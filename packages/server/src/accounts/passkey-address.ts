/**
 * At which address passkeys hold: that under which people reach the desk.
 *
 * A browser makes passkeys for a name alone, over TLS or for this machine itself; a desk that is reached by a number has
 * none. On this machine that name is `localhost`, whichever number the server listens on.
 *
 * Rests on: WebAuthn Level 3, 5.1.3 (effective domain); Secure Contexts, 3.1.
 */
export interface PasskeyAddress {
  /** the relying party: the name of the host */
  readonly rpId: string
  /** what the browser says where it is, such as `https://desk.example.org` */
  readonly origin: string
}

const THIS_MACHINE = ['localhost', '127.0.0.1', '0.0.0.0', '[::1]', '[::]']

/** @returns null where no browser could make a passkey */
export function passkeyAddressOf(publicUrl: string): PasskeyAddress | null {
  const url = URL.parse(publicUrl)
  if (!url) return null
  const { protocol, port } = url
  if (THIS_MACHINE.includes(url.hostname)) {
    return { rpId: 'localhost', origin: `${protocol}//localhost${port === '' ? '' : `:${port}`}` }
  }
  const isNumber = /^\[|^[\d.]+$/.test(url.hostname)
  return protocol === 'https:' && !isNumber ? { rpId: url.hostname, origin: url.origin } : null
}
