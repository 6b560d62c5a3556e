import i18next from 'i18next'
import { afterEach, expect, it, vi } from 'vitest'
import { type Say, speak } from '../texts.ts'
import { sayRefusal } from './say-refusal.ts'

vi.stubGlobal('document', { documentElement: { lang: 'en' } })
const t: Say = (key, values) => i18next.t(key, values ?? {})
const signedBy = (signer: string) =>
  sayRefusal(t, undefined, { code: 'key-not-trusted', values: { seen: 'ab12', signer } })

afterEach(() => speak('en'))

it('RCD-11 does not call the desk that signed an archive this desk, whatever it calls itself', async () => {
  await speak('fr')
  expect(signedBy('desk')).toContain('Elle dit provenir de\u00A0: desk.')
  expect(signedBy('EE')).toContain('Elle dit provenir de\u00A0: Estonie.')
})
