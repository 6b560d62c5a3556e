import i18next from 'i18next'
import { afterEach, expect, it } from 'vitest'
import { type Say, speak } from '../texts.ts'
import { sayRefusal } from './say-refusal.ts'

const t: Say = i18next.t.bind(i18next)
const signedBy = (party: string) =>
  sayRefusal(t, undefined, { code: 'key-not-trusted', values: { seen: 'ab12', party } })

afterEach(() => speak('en'))

it('RCD-11 does not call the desk that signed an archive this desk, whatever it calls itself', async () => {
  await speak('fr')
  expect(signedBy('desk')).toContain('Elle dit provenir de : desk.')
  expect(signedBy('EE')).toContain('Elle dit provenir de : Estonie.')
})
