import type { Doctrine } from '@demarche/core'
import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { restOfTexts, type Say } from '../../../texts.ts'
import { partyName } from '../../../parts/party-name.ts'
import { actWords, partyCodes } from './act-words.ts'

await restOfTexts()
const t: Say = (key, values) => i18next.t(key, values ?? {})
const doctrine: Pick<Doctrine, 'documents' | 'graph' | 'parties'> = {
  documents: [],
  graph: { states: [], transitions: [], verbs: [], silence: null },
  parties: [],
}

describe('an act in words', () => {
  it('says each thing with its name, dates and clocks as people read them', () => {
    expect(
      actWords(t, doctrine, { verb: 'open-silence', until: '2026-11-27T17:00:00.000Z', version: 2 }),
    ).toEqual([
      { label: 'Silence until', text: 'Friday 27 November 2026, 18:00 CET' },
      { label: 'Version of the joint text', text: '2' },
    ])
    expect(actWords(t, doctrine, { verb: 'put-on-agenda', body: 'psc', meeting: '2026-12-01' })).toEqual([
      { label: 'Body', text: 'PSC' },
      { label: 'Day of the meeting', text: '1 December 2026' },
    ])
  })

  it('says what is circulated, in which version, and to whom', () => {
    const documents = [{ outline: 'doc-draft-declaration', title: 'Draft', version: 1 }]
    expect(actWords(t, doctrine, { verb: 'circulate', documents, to: ['GR', 'EE'] })).toEqual([
      { label: 'Documents', text: 'Draft (doc-draft-declaration), version 1' },
      { label: 'To whom', text: 'EL, EE' },
    ])
  })

  it('names the annexes of the acts that are adopted', () => {
    const acts = [{ outline: 'doc-draft-decision', title: 'Decision', annex: ['A. Person', 'B. Person'] }]
    expect(actWords(t, doctrine, { verb: 'adopt', acts })[0]?.text).toMatch(/annex: A\. Person; B\. Person/)
  })

  it('says of the text what was proposed, and that an empty amendment deletes', () => {
    expect(actWords(t, doctrine, { verb: 'amend', amendment: 'a1', paragraph: 'p2', text: '' })).toEqual([
      { label: 'Paragraph', text: 'p2' },
      { label: 'Text', text: 'deletes the paragraph' },
    ])
  })

  it('says nothing where the act says no more than its verb', () => {
    expect(actWords(t, doctrine, { verb: 'close-silence' })).toEqual([])
  })

  it('names a State by its name whether or not doctrine knows it as a party (PLC-01), and lists codes of EU usage', () => {
    expect(partyName(undefined, 'GR')).toBe('Greece')
    expect(partyName(doctrine, 'HWPCI')).toBe('HWPCI')
    expect(partyCodes(['GR', 'PL'])).toBe('EL, PL')
  })
})
