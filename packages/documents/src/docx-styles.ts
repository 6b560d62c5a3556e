/**
 * The look of the Word file: A4, margins of 2.5 cm at the sides, serif text, quiet tables.
 *
 * Times New Roman is on every office machine and has Latin, Greek and Cyrillic letters.
 */
import type { Language } from '@demarche/core/kernel/language.ts'
import { LOCALES } from './page-marking.ts'
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  type INumberingOptions,
  type ISectionPropertiesOptions,
  type IStylesOptions,
  LevelFormat,
  UnderlineType,
} from 'docx'

const MARGIN = convertMillimetersToTwip(25)
const EDGE = convertMillimetersToTwip(22.5)
const A4 = { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) }

/** Width between the margins, in twentieths of a point. */
export const TEXT_WIDTH = A4.width - 2 * MARGIN

export const PAGE: NonNullable<ISectionPropertiesOptions['page']> = {
  size: A4,
  margin: { top: EDGE, right: MARGIN, bottom: EDGE, left: MARGIN, header: 700, footer: 700 },
}

export const NUMBERED = 'paragraphs'
export const BULLETS = 'bullets'

const STEP = 400

export const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: NUMBERED,
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 567, hanging: 567 } } },
        },
      ],
    },
    {
      reference: BULLETS,
      levels: Array.from({ length: 9 }, (_, level) => ({
        level,
        format: LevelFormat.BULLET,
        text: level % 2 === 0 ? '•' : '–',
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 567 + STEP * (level + 1), hanging: STEP } } },
      })),
    },
  ],
}

const FONT = 'Times New Roman'
const heading = (size: number, before: number, italics = false) => ({
  run: { font: FONT, size, bold: true, italics, color: '000000' },
  paragraph: { spacing: { before, after: 120 }, keepNext: true },
})

/** The styles of a paper in that language, by which it is spelled and hyphenated. */
export const stylesIn = (language: Language): IStylesOptions => ({
  default: {
    document: {
      run: { font: FONT, size: 22, language: { value: LOCALES[language].join('-') } },
      paragraph: { spacing: { line: 264 } },
    },
    title: {
      run: { font: FONT, size: 36, bold: true, color: '000000' },
      paragraph: { spacing: { before: 120, after: 120 } },
    },
    heading1: heading(26, 300),
    heading2: heading(23, 220),
    heading3: heading(22, 220, true),
    caption: {
      run: { font: FONT, size: 19, italics: true, color: '000000' },
      paragraph: { spacing: { before: 120, after: 80 }, keepNext: true },
    },
    footnoteText: { run: { font: FONT, size: 17 }, paragraph: { spacing: { line: 228, after: 20 } } },
    hyperlink: { run: { color: '1F3864', underline: { type: UnderlineType.NONE } } },
  },
  paragraphStyles: [
    {
      id: 'BodyText',
      name: 'Body Text',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { after: 110 }, alignment: AlignmentType.BOTH },
    },
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      run: { size: 20, color: '404040' },
      paragraph: { spacing: { after: 320 } },
    },
    { id: 'Marking', name: 'Marking', basedOn: 'Normal', paragraph: { spacing: { after: 0 } } },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { line: 236 } },
    },
    {
      id: 'TableHead',
      name: 'Table Head',
      basedOn: 'TableText',
      run: { bold: true },
      paragraph: { keepNext: true },
    },
    {
      id: 'AfterTable',
      name: 'After Table',
      basedOn: 'Normal',
      run: { size: 12 },
      paragraph: { spacing: { after: 60 } },
    },
  ],
  characterStyles: [{ id: 'Code', name: 'Code', run: { font: 'Courier New', size: 18 } }],
})

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const firm = { style: BorderStyle.SINGLE, size: 8, color: '000000' }

/** Rules above, below and between the rows; none between the columns. */
export const RULE = {
  top: firm,
  bottom: firm,
  left: none,
  right: none,
  insideHorizontal: { style: BorderStyle.SINGLE, size: 4, color: 'A6A6A6' },
  insideVertical: none,
}
