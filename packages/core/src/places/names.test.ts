import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  alpha3Of,
  codeOfAlpha3,
  COUNTRY_CODES,
  EU_NAMES,
  inOrderOfNames,
  LANGUAGES,
  nameOf,
  numericCodeOf,
  PLACES_WITH_NOTE,
  printedNameOf,
  PROTOCOL_ORDER,
  resolveName,
  statesInProtocolOrder,
  statusNoteOf,
} from '../index.ts'
import { tagOf } from '../kernel/language.ts'

const aCode = fc.constantFrom(...COUNTRY_CODES)
const aLanguage = fc.constantFrom(...LANGUAGES)
const pairs = LANGUAGES.flatMap((language) => COUNTRY_CODES.map((code) => ({ language, code })))

describe('names of countries', () => {
  it('PLC-01: every country has a name of its own in every language', () => {
    for (const language of LANGUAGES) {
      const names = COUNTRY_CODES.map((code) => nameOf(code, language))
      expect(names.filter((name, index) => name === COUNTRY_CODES[index])).toEqual([])
      expect(new Set(names).size).toBe(COUNTRY_CODES.length)
    }
  })

  it('PLC-02: are those of CLDR 48, except where EU usage differs', () => {
    const differing = pairs.filter(({ language, code }) => {
      const cldr = new Intl.DisplayNames(tagOf(language), { type: 'region' }).of(code)
      return nameOf(code, language) !== cldr
    })
    const listed = EU_NAMES.map(({ language, code }) => `${language} ${code}`)
    expect(
      differing.map(({ language, code }) => `${language} ${code}`).toSorted(),
      'a name is not as CLDR of this Node has it: take the new name into names/, or enter it in eu-usage.ts with its source',
    ).toEqual(listed.toSorted())
  })

  it('PLC-02: stay as they are, whatever machine runs them', () => {
    const told = ['CZ', 'TR', 'CI', 'MK', 'XK', 'PS', 'TW', 'NL', 'GB', 'CD', 'CG', 'KR', 'EU', '*', 'XX']
    expect(
      LANGUAGES.map((language) => `${language}: ${told.map((code) => nameOf(code, language)).join(', ')}`),
    ).toEqual([
      'en: Czechia, Türkiye, Côte d’Ivoire, North Macedonia, Kosovo, Palestine, Taiwan, Netherlands, United Kingdom, Democratic Republic of the Congo, Congo, South Korea, European Union, worldwide, XX',
      'de: Tschechien, Türkei, Côte d’Ivoire, Nordmazedonien, Kosovo, Palästina, Taiwan, Niederlande, Vereinigtes Königreich, Demokratische Republik Kongo, Kongo, Südkorea, Europäische Union, weltweit, XX',
      'et: Tšehhi, Türgi, Côte d’Ivoire, Põhja-Makedoonia, Kosovo, Palestiina, Taiwan, Madalmaad, Ühendkuningriik, Kongo Demokraatlik Vabariik, Kongo Vabariik, Lõuna-Korea, Euroopa Liit, kogu maailm, XX',
      'fr: Tchéquie, Turquie, Côte d’Ivoire, Macédoine du Nord, Kosovo, Palestine, Taïwan, Pays-Bas, Royaume-Uni, République démocratique du Congo, Congo, Corée du Sud, Union européenne, monde entier, XX',
      'pl: Czechy, Turcja, Wybrzeże Kości Słoniowej, Macedonia Północna, Kosowo, Palestyna, Tajwan, Niderlandy, Zjednoczone Królestwo, Demokratyczna Republika Konga, Kongo, Korea Południowa, Unia Europejska, cały świat, XX',
      'pt: Chéquia, Turquia, Costa do Marfim, Macedónia do Norte, Kosovo, Palestina, Taiwan, Países Baixos, Reino Unido, República Democrática do Congo, Congo, Coreia do Sul, União Europeia, todo o mundo, XX',
      'sl: Češka, Turčija, Slonokoščena obala, Severna Makedonija, Kosovo, Palestina, Tajvan, Nizozemska, Združeno kraljestvo, Demokratična republika Kongo, Kongo, Južna Koreja, Evropska unija, ves svet, XX',
    ])
  })

  it('PLC-03: what is verified says where it was read', () => {
    const verified = EU_NAMES.filter((one) => one.verified)
    expect(verified.map(({ language, code }) => `${language} ${code}`)).toEqual(['et NL', 'pl GB', 'pl NL'])
    for (const { source, code } of verified) expect(source.address, code).toMatch(/^https?:/)
  })

  it('have three codes, Kosovo two', () => {
    expect(COUNTRY_CODES).toHaveLength(250)
    expect([alpha3Of('XK'), numericCodeOf('XK'), numericCodeOf('AF'), alpha3Of('QQ')]).toEqual([
      'XKX',
      undefined,
      '004',
      undefined,
    ])
    expect(COUNTRY_CODES.map((code) => codeOfAlpha3(alpha3Of(code) ?? ''))).toEqual(COUNTRY_CODES)
  })

  it('PLC-05: take a sign and a note where there is one, in every language', () => {
    expect(PLACES_WITH_NOTE).toEqual(['XK', 'PS'])
    expect(printedNameOf('XK', 'pl')).toBe('Kosowo*')
    expect(printedNameOf('RS', 'pl')).toBe('Serbia')
    expect(statusNoteOf('XK', 'en')).toBe(
      'This designation is without prejudice to positions on status, and is in line with UNSCR 1244/1999 and the ICJ Opinion on the Kosovo declaration of independence.',
    )
    for (const language of LANGUAGES) expect(statusNoteOf('XK', language)).toContain('1244')
    expect(statusNoteOf('constructor', 'en')).toBeUndefined()
  })
})

describe('lists of countries', () => {
  it('PLC-04: Member States stand by their own names, in the same order in all languages', () => {
    for (const language of LANGUAGES)
      expect(statesInProtocolOrder(language).map(({ code }) => code)).toEqual(PROTOCOL_ORDER)
    expect(
      statesInProtocolOrder('pl')
        .slice(0, 5)
        .map(({ name }) => name),
    ).toEqual(['Belgia', 'Bułgaria', 'Czechy', 'Dania', 'Niemcy'])
    expect(
      statesInProtocolOrder('sl')
        .map(({ ownName }) => ownName)
        .slice(6, 9),
    ).toEqual(['Éire/Ireland', 'Ελλάδα', 'España'])
  })

  it('PLC-04: others follow the alphabet of the language', () => {
    expect(inOrderOfNames(['GH', 'GM', 'GA'], 'en')).toEqual(['GA', 'GM', 'GH'])
    const codes = ['AT', 'CL', 'CZ', 'HR', 'ME', 'CY']
    expect(inOrderOfNames(codes, 'sl').map((code) => nameOf(code, 'sl'))).toEqual([
      'Avstrija',
      'Ciper',
      'Češka',
      'Čile',
      'Črna gora',
      'Hrvaška',
    ])
    expect(inOrderOfNames(['SI', 'EE', 'SK', 'SE'], 'et').map((code) => nameOf(code, 'et'))).toEqual([
      'Eesti',
      'Rootsi',
      'Slovakkia',
      'Sloveenia',
    ])
  })
})

describe('PLC-10: reading names', () => {
  it('gives back every country from its name in every language, and from its code', () => {
    for (const { language, code } of pairs)
      expect(resolveName(nameOf(code, language)), `${language} ${code}`).toMatchObject({ kind: 'one', code })
    fc.assert(
      fc.property(aCode, (code) => {
        expect(resolveName(code)).toMatchObject({ kind: 'one', code })
        expect(resolveName(alpha3Of(code) ?? '')).toMatchObject({ kind: 'one', code })
      }),
    )
  })

  it('does not mind case, accents and spaces', () => {
    fc.assert(
      fc.property(aCode, aLanguage, (code, language) => {
        const name = nameOf(code, language)
        const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '')
        for (const written of [name.toUpperCase(), `  ${plain}`, name.replaceAll(' ', '  ')])
          expect(resolveName(written)).toMatchObject({ kind: 'one', code })
      }),
    )
  })

  it.each([
    ['Korea', { kind: 'several', codes: ['KP', 'KR'] }],
    ['Congo', { kind: 'one', code: 'CG', also: ['CD'] }],
    ['Guinea', { kind: 'one', code: 'GN', also: ['GQ', 'GW', 'PG'] }],
    ['Virgin Islands', { kind: 'several', codes: ['VG', 'VI'] }],
    ['Ivory Coast', { kind: 'one', code: 'CI', also: [] }],
    ['The Netherlands', { kind: 'one', code: 'NL', also: [] }],
    ['Holandia', { kind: 'one', code: 'NL', also: [] }],
    ['Kosovo*', { kind: 'one', code: 'XK', also: [] }],
    ['Eastern Europe', { kind: 'none' }],
    ['', { kind: 'none' }],
    ['constructor', { kind: 'none' }],
  ])('reads %j', (text, meaning) => {
    expect(resolveName(text)).toEqual(meaning)
  })

  it('never fails', () => {
    fc.assert(fc.property(fc.string(), (text) => void resolveName(text)))
  })
})
