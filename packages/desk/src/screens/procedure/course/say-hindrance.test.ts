import { type Actor, inWords, nextActs } from '@demarche/core'
import { loadDoctrine } from '@demarche/doctrine'
import i18next from 'i18next'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { labelsIn, readLabelled } from '../../../record/doctrine-labels.ts'
import { type Say, speak } from '../../../texts.ts'
import { sayRole } from '../../../parts/say-refusal.ts'
import { sayWhyNot } from './say-hindrance.ts'

vi.stubGlobal('document', { documentElement: { lang: 'en' } })
const t: Say = (key, values) => i18next.t(key, values ?? {})
const doctrine = loadDoctrine()

/** Opening a procedure, as the server answers it. */
function opening(role: Actor['role'], isPresidency = false) {
  const [next] = nextActs(doctrine, null, { party: 'EE', role, isPresidency }, '2026-11-24T10:00:00.000Z')
  return JSON.stringify(next)
}

describe('why something may not be done, in the language of the desk', () => {
  afterEach(() => speak('en'))

  it('names who does it and as whom the reader acts, with the labels of doctrine', async () => {
    await speak('fr')
    expect((await labelsIn('fr')).get('Member State')).toBe('État membre')
    expect(sayWhyNot(t, doctrine, readLabelled(opening('analyst')))).toMatch(
      /^Cela revient à\u00a0: .*État membre.*\. Vous agissez en tant que\u00a0: Analyste, Estonie\.$/,
    )
  })

  it('says of a chair that it does not hold the Presidency', async () => {
    await speak('sl')
    expect(sayWhyNot(t, doctrine, readLabelled(opening('chair')))).toMatch(
      /Predsedujoči, Estonija; ta država zdaj ne predseduje\.$/,
    )
  })

  it('says through whom a body acts, and who opened it', async () => {
    await speak('pl')
    const body = { id: 'council', label: 'Rada', through: [{ label: 'Sekretariat' }] }
    expect(sayRole(t, body)).toBe('Rada, za pośrednictwem: Sekretariat')
    expect(sayRole(t, { id: 'opener', label: 'opener', through: [] })).toBe(
      'strona, która otworzyła procedurę',
    )
  })

  it('says a reserve with its parties, a deadline with its day, and what has no code as it stands', async () => {
    await speak('de')
    expect(
      sayWhyNot(t, doctrine, { why: '', whyWords: inWords('reserve-open', { party: ['FR', 'PL'] }) }),
    ).toBe('Ein Vorbehalt oder Einwand ist offen; er wird zuerst aufgehoben: Frankreich, Polen.')
    const until = '2026-11-27T17:00:00.000Z'
    expect(sayWhyNot(t, doctrine, { why: '', whyWords: inWords('text-under-silence', { until }) })).toContain(
      'Frist: Freitag, 27. November 2026, 18:00 CET.',
    )
    expect(sayWhyNot(t, doctrine, { why: 'As it is.' })).toBe('As it is.')
    expect(sayWhyNot(t, doctrine, {})).toBeUndefined()
  })
})
