import { expect, it } from 'vitest'
import { passkeyAddressOf } from './passkey-address.ts'

it.each([
  ['https://desk.example.org', 'desk.example.org', 'https://desk.example.org'],
  ['https://Desk.example.org:8443/', 'desk.example.org', 'https://desk.example.org:8443'],
  ['http://localhost:4700', 'localhost', 'http://localhost:4700'],
  ['http://127.0.0.1:4700', 'localhost', 'http://localhost:4700'],
  ['http://0.0.0.0:4700', 'localhost', 'http://localhost:4700'],
  ['http://[::1]:4700', 'localhost', 'http://localhost:4700'],
])('at %s passkeys hold for %s', (url, rpId, origin) => {
  expect(passkeyAddressOf(url)).toEqual({ rpId, origin })
})

it.each(['http://desk.example.org', 'https://192.0.2.7', 'https://[2001:db8::1]', 'no address'])(
  'at %s there are none',
  (url) => {
    expect(passkeyAddressOf(url)).toBeNull()
  },
)
