import { type Fault, faultOf, refusalOf } from '@demarche/api'
import { inFile, inWords, placed, type RefusalWords, withSeen } from '@demarche/core'
import { loadDoctrine } from '@demarche/doctrine'
import i18next from 'i18next'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { restOfTexts, type Say, speak } from '../texts.ts'
import { hasEnglish, tellFault, tellRefusal } from './fault-lines.tsx'

vi.stubGlobal('document', { documentElement: { lang: 'en' } })
const t: Say = (key, values) => i18next.t(key, values ?? {})
const doctrine = loadDoctrine()
const tell = (refusal: Parameters<typeof tellRefusal>[2]) => tellRefusal(t, doctrine, refusal)

const said = (words: RefusalWords) => tellFault(t, doctrine, faultOf('endDate', words))

const NOT_MEMBER = refusalOf(
  'act-refused',
  faultOf('/act', inWords('no-member-state', { party: 'US', day: '2026-11-28' }), 'PRC-11'),
)
const WRITTEN = { code: 'value-refused', message: 'It is not so (REC-01).', faults: [] } as const

describe('a refusal in the language of the reader', () => {
  afterEach(() => speak('en'))

  it('says one fault as a sentence, with names and dates of the language and its rule', async () => {
    await speak('fr')
    expect(tell(NOT_MEMBER)).toEqual({
      sentence: expect.objectContaining({
        text: 'Seuls les États membres ont des positions. N’est pas un État membre le 28 novembre 2026\u00a0: États-Unis.',
        lang: undefined,
      }),
      rules: ['PRC-11'],
      lines: [],
      isInEnglish: false,
    })
  })

  it('says several faults as lines, each with its place', async () => {
    await speak('pl')
    const { sentence, lines, isInEnglish } = tell(
      refusalOf(
        'value-refused',
        faultOf('/reason', inWords('form-empty')),
        faultOf('/act', inWords('no-text'), 'X-1'),
      ),
    )
    expect(sentence).toBeNull()
    expect(lines.map(({ place, rule }) => [place, rule])).toEqual([
      ['/reason', undefined],
      ['/act', 'X-1'],
    ])
    expect(lines[0]?.text).toContain('tekstu')
    expect(isInEnglish).toBe(false)
  })

  it('says before a fault of a value what the property is called', async () => {
    await speak('de')
    const words = { ...inWords('form-no-number'), values: { property: { name: 'damage', label: 'Damage' } } }
    expect(tell(refusalOf('value-refused', faultOf('/x', words))).sentence?.text).toBe(
      'Damage: Das ist keine Zahl.',
    )
  })

  it('says a line that was left out of a file with what stands there, and the words of a library as its own', async () => {
    await speak('fr')
    const line = (words: RefusalWords) =>
      tellFault(t, doctrine, faultOf([inFile('row', 3), 'endDate'], words, 'INT-17'))
    expect(line(withSeen(inWords('form-no-number'), { found: 'beaucoup' }))).toEqual({
      place: 'ligne 3, endDate',
      placeLang: undefined,
      text: 'Ce n’est pas un nombre. Dans le fichier\u00a0: beaucoup.',
      lang: undefined,
      rule: 'INT-17',
    })
    expect(line(withSeen(inWords('file-not-xml'), { quote: 'Unclosed tag: title' })).text).toContain(
      'Dans son libellé anglais\u00a0: Unclosed tag: title.',
    )
    const inEnglish = tellFault(t, doctrine, { place: 'row 3', message: 'Of an archive.' })
    expect([inEnglish.placeLang, inEnglish.lang, hasEnglish([inEnglish])]).toEqual(['en', 'en', true])
  })

  it.each([
    ['de', 'Blatt Projekte, Zeile 2, name', 'Zeile 12, Spalte 3'],
    ['fr', 'feuille Projekte, ligne 2, name', 'ligne 12, colonne 3'],
    ['et', 'leht Projekte, rida 2, name', 'rida 12, veerg 3'],
    ['pl', 'arkusz Projekte, wiersz 2, name', 'wiersz 12, kolumna 3'],
    ['pt', 'folha Projekte, linha 2, name', 'linha 12, coluna 3'],
    ['sl', 'list Projekte, vrstica 2, name', 'vrstica 12, stolpec 3'],
    ['en', 'sheet Projekte, row 2, name', 'line 12, column 3'],
  ] as const)(
    'says in %s where in a file a fault lies, and leaves the names of the file alone',
    async (language, cell, letter) => {
      await restOfTexts()
      await speak(language)
      const empty = inWords('form-empty')
      const inCell = [inFile('sheet', 'Projekte'), inFile('row', 2), 'name']
      expect(tellFault(t, doctrine, faultOf(inCell, empty)).place).toBe(cell)
      const atLetter = [inFile('line', 12), inFile('column', 3)]
      expect(tellFault(t, doctrine, faultOf(atLetter, empty)).place).toBe(letter)
    },
  )

  it('says a place that a newer server names in English', async () => {
    await speak('de')
    const newer: Fault = JSON.parse(
      '{ "place": "page 3", "at": [{ "part": "page", "seen": 3 }], "message": "New." }',
    )
    expect(tellFault(t, doctrine, newer)).toMatchObject({ place: 'page 3', placeLang: 'en' })
  })

  it('says which rule of the IATI ruleset is broken by its number, with the elements as the standard calls them', async () => {
    await speak('de')
    const sum = withSeen(inWords('iati-percentages-sum', { choices: ['recipient-country'], percent: 99.9 }), {
      iatiRule: '3.1.2',
      more: 4,
    })
    expect(said(sum)).toMatchObject({
      text: 'Die Summe der Prozentsätze ist 99,9 und nicht 100: recipient-country. IATI-Regel 3.1.2. Weitere dieser Art: 4.',
      lang: undefined,
    })
    await speak('fr')
    const future = inWords('iati-in-the-future', { name: 'transaction-date', day: '2026-03-02' })
    expect(said(withSeen(future, { iatiRule: '11.2.1' })).text).toBe(
      'La date dans transaction-date se situe dans l’avenir\u00a0: 2 mars 2026. Règle IATI 11.2.1.',
    )
  })

  it('says why an archive is refused, and what is remarked on one that was taken in', async () => {
    await speak('fr')
    const words = inWords('archive-changed')
    const refused = { ...placed(inFile('file')), message: 'was changed', rule: 'RCD-11', words }
    expect(tellFault(t, doctrine, refused)).toEqual({
      place: 'fichier',
      placeLang: undefined,
      text: 'L’archive a été modifiée après sa signature.',
      lang: undefined,
      rule: 'RCD-11',
    })
    const taken = inWords('archive-taken', {
      signer: 'EE',
      now: '2026-11-28T15:00:00.000Z',
      seen: 'LIMITE, TLP:AMBER',
      name: 'ab12',
    })
    const remark = tellFault(t, doctrine, faultOf('file', taken, 'RCD-11'))
    expect(remark.text).toContain('Archive de\u00a0: Estonie. Faite\u00a0: samedi 28 novembre 2026')
    expect(remark.text).toContain('La signature par cette clé est valable\u00a0: ab12.')
    expect(remark.lang).toBeUndefined()
  })

  it('says why a field of a file was not carried over, and what is odd in what was kept', async () => {
    await speak('fr')
    expect(said(inWords('left-no-column'))).toMatchObject({
      text: 'Aucune colonne de la correspondance ne le lit.',
      lang: undefined,
    })
    expect(said(inWords('remark-end-left-out', { day: '2020-04-30', since: '2020-05-01' })).text).toBe(
      'La fin (30 avril 2020) précède le début (1er mai 2020)\u00a0; la fin est laissée de côté.',
    )
  })

  it('gives what has no words of the language in English, and says so', async () => {
    await speak('sl')
    expect(tell(WRITTEN)).toMatchObject({
      sentence: { text: WRITTEN.message, lang: 'en' },
      isInEnglish: true,
    })
    const unknown: { code: 'no-text' } = JSON.parse('{ "code": "of-a-newer-server" }')
    expect(tell(refusalOf('act-refused', { place: '/', message: 'New.', words: unknown }))).toMatchObject({
      sentence: { text: 'New.', lang: 'en' },
      isInEnglish: true,
    })
  })

  it('says the same in English, with names of parties once its texts are there', async () => {
    await restOfTexts()
    expect(tell(NOT_MEMBER).sentence?.text).toBe(
      'United States is no Member State on 28 November 2026; only Member States hold positions.',
    )
    expect(tell(WRITTEN).isInEnglish).toBe(false)
  })
})
