/**
 * The look of the OpenDocument file: the same page as the Word file, with the styles that office programs know by name.
 *
 * The marking stands in header and footer of the one master page, so every page has it.
 * Next door: `render-odt.ts` uses the names, `page-marking.ts` says what the marking looks like.
 */
import type { Marking } from '@demarche/core'
import { element, type XmlElement, type XmlNode } from './odt-xml.ts'
import { type Language, LANGUAGES } from '@demarche/core/kernel/language.ts'
import type { DocumentTree } from './document-tree.ts'
import { distributionLine, LOCALES, pageLine, TLP_COLOURS } from './page-marking.ts'

/** The version of OpenDocument that every part names. */
export const VERSION = { 'office:version': '1.3' }
const FONT = 'Times New Roman'
/** Between the margins of 2.5 cm. */
export const TEXT_WIDTH_CM = 16

export const LIST_DEPTH = 9

type Properties = Readonly<Record<string, string>>

const paragraph = (properties: Properties): XmlElement => element('style:paragraph-properties', properties)
const text = (properties: Properties): XmlElement => element('style:text-properties', properties)
const size = (points: number, more: Properties = {}): XmlElement =>
  text({ 'fo:font-size': `${points}pt`, ...more })

function style(
  family: 'paragraph' | 'text',
  name: string,
  properties: readonly XmlElement[],
  parent?: string,
): XmlElement {
  return element(
    'style:style',
    {
      'style:name': name.replaceAll(' ', '_20_'),
      'style:display-name': name,
      'style:family': family,
      ...(parent === undefined ? {} : { 'style:parent-style-name': parent.replaceAll(' ', '_20_') }),
    },
    properties,
  )
}

const heading = (level: number, points: number, before: number, more: Properties = {}): XmlElement =>
  element(
    'style:style',
    {
      'style:name': `Heading_20_${level}`,
      'style:display-name': `Heading ${level}`,
      'style:family': 'paragraph',
      'style:parent-style-name': 'Standard',
      'style:default-outline-level': String(level),
    },
    [
      paragraph({
        'fo:margin-top': `${before}pt`,
        'fo:margin-bottom': '6pt',
        'fo:keep-with-next': 'always',
      }),
      size(points, { 'fo:font-weight': 'bold', ...more }),
    ],
  )

function inLanguage(language: Language): Properties {
  const [code, country] = LOCALES[language]
  return { 'fo:language': code, 'fo:country': country }
}

function defaultStyle(language: Language): XmlElement {
  return element('style:default-style', { 'style:family': 'paragraph' }, [
    paragraph({ 'fo:line-height': '110%', 'style:tab-stop-distance': '1.25cm' }),
    text({
      'style:font-name': FONT,
      'fo:font-size': '11pt',
      ...inLanguage(language),
    }),
  ])
}

const NAMED: readonly XmlElement[] = [
  style('paragraph', 'Standard', []),
  style(
    'paragraph',
    'Title',
    [paragraph({ 'fo:margin-bottom': '6pt' }), size(18, { 'fo:font-weight': 'bold' })],
    'Standard',
  ),
  style(
    'paragraph',
    'Subtitle',
    [paragraph({ 'fo:margin-bottom': '16pt' }), size(10, { 'fo:color': '#404040' })],
    'Standard',
  ),
  heading(1, 13, 15),
  heading(2, 11.5, 11),
  heading(3, 11, 11, { 'fo:font-style': 'italic' }),
  style(
    'paragraph',
    'Text body',
    [paragraph({ 'fo:margin-bottom': '5.5pt', 'fo:text-align': 'justify' })],
    'Standard',
  ),
  style('paragraph', 'List', [paragraph({ 'fo:margin-bottom': '3pt' })], 'Standard'),
  style(
    'paragraph',
    'Caption',
    [
      paragraph({ 'fo:margin-top': '6pt', 'fo:margin-bottom': '4pt', 'fo:keep-with-next': 'always' }),
      size(9.5, { 'fo:font-style': 'italic' }),
    ],
    'Standard',
  ),
  style('paragraph', 'Table Contents', [size(9)], 'Standard'),
  style('paragraph', 'Table Heading', [text({ 'fo:font-weight': 'bold' })], 'Table Contents'),
  style('paragraph', 'After Table', [paragraph({ 'fo:margin-bottom': '3pt' }), size(6)], 'Standard'),
  style('paragraph', 'Footnote', [paragraph({ 'fo:margin-bottom': '1pt' }), size(8.5)], 'Standard'),
  style(
    'paragraph',
    'Marking',
    [
      element('style:paragraph-properties', {}, [
        element('style:tab-stops', {}, [
          tabStop('center', TEXT_WIDTH_CM / 2),
          tabStop('right', TEXT_WIDTH_CM),
        ]),
      ]),
      size(12, { 'fo:font-weight': 'bold' }),
    ],
    'Standard',
  ),
  style('text', 'Strong Emphasis', [text({ 'fo:font-weight': 'bold' })]),
  style('text', 'Emphasis', [text({ 'fo:font-style': 'italic' })]),
  style('text', 'Source Text', [text({ 'style:font-name': 'Courier New', 'fo:font-size': '9pt' })]),
  // by which a run in another language than the paper is read aloud and spelled
  ...LANGUAGES.map((language) => style('text', `In ${language}`, [text(inLanguage(language))])),
  style('text', 'Internet link', [text({ 'fo:color': '#1F3864' })]),
  style('text', 'Footnote anchor', [text({ 'style:text-position': 'super 58%' })]),
  style('text', 'Footnote Symbol', []),
  style('text', 'Page', [text({ 'fo:font-size': '9pt', 'fo:font-weight': 'normal' })]),
  listStyle('Numbered', (level) =>
    element(
      'text:list-level-style-number',
      { 'text:level': String(level), 'style:num-format': '1', 'style:num-suffix': '.' },
      [hanging(level, 1)],
    ),
  ),
  listStyle('Bullets', (level) =>
    element(
      'text:list-level-style-bullet',
      { 'text:level': String(level), 'text:bullet-char': level % 2 === 1 ? '•' : '–' },
      [hanging(level + 1, 0.7)],
    ),
  ),
  element('text:notes-configuration', {
    'text:note-class': 'footnote',
    'text:citation-style-name': 'Footnote_20_Symbol',
    'text:citation-body-style-name': 'Footnote_20_anchor',
    'text:default-style-name': 'Footnote',
    'style:num-format': '1',
    'style:num-suffix': ' ',
    'text:start-value': '0',
    'text:footnotes-position': 'page',
    'text:start-numbering-at': 'document',
  }),
]

function tabStop(type: string, centimetres: number): XmlElement {
  return element('style:tab-stop', { 'style:type': type, 'style:position': `${centimetres}cm` })
}

function listStyle(name: string, level: (level: number) => XmlElement): XmlElement {
  const levels = Array.from({ length: LIST_DEPTH }, (_, index) => level(index + 1))
  return element('text:list-style', { 'style:name': name }, levels)
}

function hanging(level: number, step: number): XmlElement {
  const [left, indent] = [`${Math.round(level * step * 100) / 100}cm`, `-${step}cm`]
  return element(
    'style:list-level-properties',
    { 'text:list-level-position-and-space-mode': 'label-alignment' },
    [
      element('style:list-level-label-alignment', {
        'text:label-followed-by': 'listtab',
        'text:list-tab-stop-position': left,
        'fo:text-indent': indent,
        'fo:margin-left': left,
      }),
    ],
  )
}

export const FONTS: XmlElement = element(
  'office:font-face-decls',
  {},
  [FONT, 'Courier New'].map((font) =>
    element('style:font-face', { 'style:name': font, 'svg:font-family': `'${font}'` }),
  ),
)

/** The part `styles.xml`: named styles, the page, and the marking in its header and footer. */
export function stylesPart({ marking, language }: DocumentTree): XmlElement {
  const pageStyle = element('style:page-layout', { 'style:name': 'A4' }, [
    element('style:page-layout-properties', {
      'fo:page-width': '21cm',
      'fo:page-height': '29.7cm',
      'style:print-orientation': 'portrait',
      'fo:margin-top': '1.25cm',
      'fo:margin-bottom': '1.25cm',
      'fo:margin-left': '2.5cm',
      'fo:margin-right': '2.5cm',
    }),
    element('style:header-style', {}, [spaced('fo:margin-bottom')]),
    element('style:footer-style', {}, [spaced('fo:margin-top')]),
  ])
  const tlp = element('style:style', { 'style:name': 'TLP', 'style:family': 'text' }, [
    text({ 'fo:color': `#${TLP_COLOURS[marking.tlp]}`, 'fo:background-color': '#000000' }),
  ])
  const page: readonly XmlNode[] = [
    ...pageLine<XmlNode>(
      language,
      element('text:page-number', { 'text:select-page': 'current' }, ['1']),
      element('text:page-count', {}, ['1']),
    ),
  ]
  return element('office:document-styles', VERSION, [
    FONTS,
    element('office:styles', {}, [defaultStyle(language), ...NAMED]),
    element('office:automatic-styles', {}, [tlp, pageStyle]),
    element('office:master-styles', {}, [
      element('style:master-page', { 'style:name': 'Standard', 'style:page-layout-name': 'A4' }, [
        element('style:header', {}, [band(marking, [])]),
        element('style:footer', {}, [
          band(marking, [element('text:span', { 'text:style-name': 'Page' }, page)]),
        ]),
      ]),
    ]),
  ])
}

function spaced(side: string): XmlElement {
  return element('style:header-footer-properties', { 'fo:min-height': '1cm', [side]: '0.5cm' })
}

/** Distribution on the left, the page in the middle, TLP on the right in its colour on black. */
function band(marking: Marking, middle: readonly XmlNode[]): XmlElement {
  return element('text:p', { 'text:style-name': 'Marking' }, [
    distributionLine(marking),
    element('text:tab'),
    ...middle,
    element('text:tab'),
    element('text:span', { 'text:style-name': 'TLP' }, [marking.tlp]),
  ])
}
