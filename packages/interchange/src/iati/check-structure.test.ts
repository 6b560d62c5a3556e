import { loadShipped } from '@demarche/doctrine'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { iatiFile } from '../../test/iati-activity.ts'
import { isValidIati, validateIati } from '../../test/iati-schema.ts'
import { readDocument } from '../read-document.ts'
import { ImportRefusal } from '../refusal.ts'
import { IATI_STRUCTURE } from './structure.ts'

const { kinds } = loadShipped()

async function faultsOf(xml: string): Promise<readonly string[]> {
  const { rejected } = await readDocument(new TextEncoder().encode(xml), {
    filename: 'activities.xml',
    assertedBy: 'EU',
    assertedAt: '2026-03-01T10:00:00.000Z',
    kinds,
  })
  return rejected.flatMap(({ place, message, rule }) => (rule === 'INT-43' ? [`${place}: ${message}`] : []))
}

async function isAccepted(xml: string): Promise<boolean> {
  try {
    return (await faultsOf(xml)).length === 0
  } catch (error) {
    if (error instanceof ImportRefusal) return false
    throw error
  }
}

const OTHER = 'xmlns:x="urn:x"'
const PERIOD = '<period-start iso-date="2024-01-01"/><period-end iso-date="2024-12-31"/>'
const INDICATOR =
  '<result type="1"><title><narrative>R</narrative></title><indicator measure="1"><title><narrative>I</narrative></title>'

describe('the structure of an activity', () => {
  it.each<readonly [what: string, xml: string]>([
    ['nothing but what must be there', iatiFile()],
    ['a year of five digits and one before Christ', iatiFile({ dates: '<activity-date type="1" iso-date="12024-02-29"/><activity-date type="3" iso-date="-0044-03-15"/>' })],
    ['a whole number with noughts before it', iatiFile({}, { of: 'hierarchy="0000000000001"' })],
    ['a word of letters from any script', iatiFile({ rest: '<legacy-data name="a" value="b" iati-equivalent="é·x́"/>' })],
    ['no language at all, where one was said before', iatiFile({ title: '<title><narrative xml:lang="">Course</narrative></title>' })],
    ['an address with blanks, letters and brackets of any kind', iatiFile({ contact: '<contact-info><website>http://example.org/a b/{ü}?q=1#[2]</website></contact-info>' })],
    ['elements that say they are of no namespace', iatiFile({ title: '<title xmlns=""><narrative xmlns="">Course</narrative></title>' })],
    ['attributes of other namespaces', iatiFile({ status: `<activity-status code="2" ${OTHER} x:colour="red"/>` })],
    ['elements of other namespaces behind all others, with what they like in them', iatiFile({ rest: `<x:more ${OTHER}>text <x:most/> <unknown a="1"/></x:more><more xmlns="urn:y"/>` })],
    ['elements of other namespaces behind the last activity', iatiFile({}, { behind: `<x:more ${OTHER}/>` })],
    ['a schema named by the file', iatiFile({}, { around: 'version="2.03" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:noNamespaceSchemaLocation="a.xsd"' })],
  ])('may have %s', async (_, xml) => {
    expect(await faultsOf(xml)).toEqual([])
    expect(isValidIati(xml)).toBe(true)
  }) // prettier-ignore

  it.each<readonly [what: string, xml: string, fault: string]>([
    ['a day of the year 0', iatiFile({ dates: '<activity-date type="1" iso-date="0000-01-01"/>' }), 'line 9, iati-activity[1]/activity-date: iso-date is "0000-01-01"; expected a day as YYYY-MM-DD'],
    ['a day with a space that does not break', iatiFile({ dates: '<activity-date type="1" iso-date="2024-01-01\u00a0"/>' }), 'line 9, iati-activity[1]/activity-date: iso-date is "2024-01-01\u00a0"; expected a day as YYYY-MM-DD'],
    ['such a space as text between elements', iatiFile({ title: '<title>\u00a0<narrative>Course</narrative></title>' }), 'line 5, iati-activity[1]/title: holds text of its own; expected elements only'],
    ['a whole number that is too great', iatiFile({}, { of: 'hierarchy="2147483648"' }), 'line 2, iati-activity[1]: hierarchy is "2147483648"; expected a whole number of at most 2147483647'],
    ['a language with an underscore', iatiFile({ title: '<title><narrative xml:lang="en_GB">Course</narrative></title>' }), 'line 5, iati-activity[1]/title/narrative: xml:lang is "en_GB"; expected a language such as en or en-GB'],
    ['an address that is none', iatiFile({ contact: '<contact-info><website>http://example.org:port/</website></contact-info>' }), 'line 10, iati-activity[1]/contact-info/website: holds "http://example.org:port/"; expected an address'],
    ['a vocabulary at an address that is none', iatiFile({ sectors: '<sector vocabulary="99" vocabulary-uri="%zz" code="1"/>' }), 'line 11, iati-activity[1]/sector: vocabulary-uri is "%zz"; expected an address'],
    ['attributes of other namespaces where an element has a value alone', iatiFile({ locations: `<location><point srsName="a"><pos ${OTHER} x:a="1">1 2</pos></point></location>` }), 'line 11, iati-activity[1]/location/point/pos: has an attribute x:a; expected none of another namespace'],
    ['the same where the schema has left them out', iatiFile({ rest: `<related-activity ref="A" type="1" xml:lang="en"/>` }), 'line 12, iati-activity[1]/related-activity: has an attribute xml:lang; expected none of another namespace'],
    ['a target that says its language', iatiFile({ rest: `${INDICATOR}<period>${PERIOD}<target xml:lang="en"/></period></indicator></result>` }), 'line 12, iati-activity[1]/result/indicator/period/target: has an attribute xml:lang; expected none of another namespace'],
    ['an element that says it is nothing', iatiFile({ status: '<activity-status code="2" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/>' }), 'line 8, iati-activity[1]/activity-status: has an attribute xsi:nil; no element of version 2.03 may have it'],
    ['an element of IATI within one of another namespace, without its own structure', iatiFile({ rest: `<x:more ${OTHER}><title/></x:more>` }), 'line 12, iati-activity[1]/x:more/title: lacks the element narrative'],
    ['an element of another namespace before the last of its own', iatiFile({ title: `<title><x:more ${OTHER}/><narrative>Course</narrative></title>` }), 'line 5, iati-activity[1]/title: narrative stands behind elements that are not of IATI; expected before them'],
    ['a title of another namespace in place of its own', iatiFile({ title: '<title xmlns="urn:y"><narrative>Course</narrative></title>' }), 'line 2, iati-activity[1]: lacks the element title'],
  ])('may not have %s', async (_, xml, fault) => {
    expect(await faultsOf(xml)).toContain(fault)
    if (validateIati) expect(isValidIati(xml)).toBe(false)
  }) // prettier-ignore
})

describe('what stands around the activities', () => {
  it.each<readonly [what: string, xml: string, fault: string]>([
    ['a day in place of a time', iatiFile({}, { around: 'version="2.03" generated-datetime="2024-01-01"' }), 'line 1, iati-activities: generated-datetime is "2024-01-01"; expected a time as YYYY-MM-DDThh:mm:ss'],
    ['an unknown attribute', iatiFile({}, { around: 'version="2.03" colour="red"' }), 'line 1, iati-activities: has an attribute colour, which version 2.03 does not know there'],
    ['an unknown element', iatiFile({}, { behind: '<more/>' }), 'line 13, iati-activities: holds the element more, which version 2.03 does not know there'],
    ['text', iatiFile({}, { behind: 'more' }), 'line 1, iati-activities: holds text of its own; expected elements only'],
  ])('is rejected by itself when it is %s, and the activities are read', async (_, xml, fault) => {
    expect(await faultsOf(xml)).toEqual([fault])
    if (validateIati) expect(isValidIati(xml)).toBe(false)
    const reading = await readDocument(new TextEncoder().encode(xml), { filename: 'a.xml', assertedBy: 'EU', assertedAt: '2026-03-01T10:00:00.000Z', kinds })
    expect(reading.records).toEqual([{ entity: 'project:XX-1-COURSE', name: 'Course' }])
  }) // prettier-ignore
})

interface Element {
  readonly name: string
  attributes: readonly (readonly [name: string, value: string])[]
  children: readonly (Element | string)[]
}

const VALUES: Readonly<Record<string, string>> = {
  string: 'text', decimal: '12.5', boolean: 'true', int: '1', positiveInteger: '2024', nonNegativeInteger: '0',
  NMTOKEN: 'word', date: '2024-01-31', dateTime: '2024-01-31T10:00:00Z', anyURI: 'https://example.org/a',
} // prettier-ignore

function valueOf(type = 'string'): string {
  return VALUES[type] ?? type
}

/** The element with every attribute and every child that the table knows, and what else the table says of it. */
function fullest(name: string, shape: string): Element {
  const [own = '', within = ''] = (IATI_STRUCTURE[shape] ?? '').split('|').map((part) => part.trim())
  const attributes = own.split(' ').filter((word) => word !== '' && word !== 'closed')
  return {
    name,
    attributes: attributes
      .filter((word) => !word.startsWith('text:'))
      .map((word) => word.replace('!', '').split(':'))
      .map(([attribute = '', type]) => [attribute, valueOf(type)]),
    children: [
      ...attributes.filter((word) => word.startsWith('text:')).map((word) => valueOf(word.slice(5))),
      ...within.split(' ').flatMap((word) => {
        const { child = '', kind } = /^(?<child>[\w-]+)[?*+]?(?:=(?<kind>[\w-]+))?$/.exec(word)?.groups ?? {}
        return child === '' ? [] : [fullest(child, kind ?? child)]
      }),
    ],
  }
}

function whole(): Element {
  return {
    name: 'iati-activities',
    attributes: [['version', '2.03']],
    children: [fullest('iati-activity', 'iati-activity')],
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

function xmlOf(one: Element | string): string {
  if (typeof one === 'string') return escaped(one)
  const attributes = one.attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')
  return `<${one.name}${attributes}>${one.children.map(xmlOf).join('')}</${one.name}>`
}

function allIn(one: Element): readonly Element[] {
  return [one, ...one.children.flatMap((child) => (typeof child === 'string' ? [] : allIn(child)))]
}

const MORE = { name: 'x:more', attributes: [['xmlns:x', 'urn:x']], children: ['text'] } as const
const ODD_VALUES = ['', ' ', '1', '-1', '1.5', '1e3', '2147483648', 'true', 'TRUE', '2024-02-30', '2024-02-29Z', '0000-01-01', '12024-01-01', '2024-01-01T24:00:00', '2024-01-01T10:00', 'en_GB', 'a:b', '::', '%zz', '\u00a01'] // prettier-ignore

/** Changes one element; `seed` chooses which of its parts. */
const CHANGES: Readonly<Record<string, (one: Element, seed: number) => void>> = {
  'an attribute less': (one, seed) => {
    one.attributes = one.attributes.filter((_, index) => index !== seed % one.attributes.length)
  },
  'an attribute of another name': (one, seed) => {
    const at = seed % one.attributes.length
    one.attributes = one.attributes.map(([name, value], index) => [index === at ? `${name}s` : name, value])
  },
  'an attribute of another value': (one, seed) => {
    const at = seed % one.attributes.length
    const odd = ODD_VALUES[seed % ODD_VALUES.length] ?? ''
    one.attributes = one.attributes.map(([name, value], index) => [name, index === at ? odd : value])
  },
  'its language': (one, seed) => {
    const lang = ['en', 'en_GB', '', ' ', 'x-'][seed % 5] ?? ''
    one.attributes = [...one.attributes.filter(([name]) => name !== 'xml:lang'), ['xml:lang', lang]]
  },
  'an attribute of another namespace': (one) => {
    one.attributes = [...one.attributes, ['xmlns:x', 'urn:x'], ['x:colour', 'red']]
  },
  'text of its own': (one, seed) => {
    one.children = [...one.children, [' ', 'x', '\u00a0', '1'][seed % 4] ?? '']
  },
  'an element of another namespace behind': (one) => {
    one.children = [...one.children, MORE]
  },
  'an unknown element': (one) => {
    one.children = [...one.children, { name: 'unknown', attributes: [], children: [] }]
  },
  'a child less': (one, seed) => {
    one.children = one.children.filter((_, index) => index !== seed % one.children.length)
  },
  'a child twice': (one, seed) => {
    const at = seed % one.children.length
    one.children = one.children.flatMap((child, index) => (index === at ? [child, child] : [child]))
  },
  'a child in another place': (one, seed) => {
    const at = seed % one.children.length
    const moved = one.children[at]
    if (moved !== undefined) one.children = [moved, ...one.children.filter((_, index) => index !== at)]
  },
}

describe('the table of structure', () => {
  it('accepts an activity with everything that it knows, and so does the schema of the standard', async () => {
    expect(allIn(whole()).length).toBeGreaterThan(190)
    expect(await faultsOf(xmlOf(whole()))).toEqual([])
    expect(isValidIati(xmlOf(whole()))).toBe(true)
  })

  it.skipIf(validateIati === undefined)(
    'accepts and refuses what the schema of the standard accepts and refuses, whatever is changed in it',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.nat(),
          fc.nat(),
          fc.constantFrom(...Object.keys(CHANGES)),
          async (place, seed, how) => {
            const file = whole()
            const elements = allIn(file)
            const chosen = elements[place % elements.length]
            // without a version a file is read as one of version 1
            if (!chosen || (chosen === file && how.startsWith('an attribute'))) return
            CHANGES[how]?.(chosen, seed)
            const xml = xmlOf(file)
            expect(await isAccepted(xml), `${chosen.name} with ${how}: ${xmlOf(chosen)}`).toBe(
              isValidIati(xml),
            )
          },
        ),
        { numRuns: 400 },
      )
    },
    60_000,
  )
})
