/**
 * What a list says of one property of a record: its value, values side by side where sources differ, and that nobody knows
 * where nobody does; never nothing.
 */
import type { FactRow, RecordDoubt } from '@demarche/core'
import { Fragment } from 'react'
import { Unverified } from '../parts/authority-mark.tsx'
import { semicolon } from '../parts/semicolon.ts'
import { SaidValue } from '../parts/said.tsx'
import { valuesInOrder } from './values-in-order.ts'
import { leads, type Said, textOf, type Wording } from '../record/wording.ts'
import { useText } from '../texts.ts'

/** So many of a list of values or places are named; the rest is counted. */
const MOST_NAMED = 5
const MOST_LETTERS = 220

interface Props {
  readonly row: FactRow | undefined
  readonly property: string
  readonly wording: Wording
  readonly doubts: readonly RecordDoubt[]
}

export function FactValue({ row, property, wording, doubts }: Props) {
  const t = useText()
  const values = row ? valuesInOrder(row) : []
  const doubt = doubts.find((one) => one.property === property)?.what
  if (values.length === 0) {
    const missing = doubt === 'missing' ? 'portfolio.notKnown' : 'portfolio.notStated'
    return <span className="quiet">{row?.otherTimes ? t('portfolio.otherTimes') : t(missing)}</span>
  }
  const contested = row?.fact?.state === 'contested'
  const shown = values.slice(0, MOST_NAMED)
  return (
    <span>
      {shown.map((value, index) => (
        <Fragment key={index}>
          {index > 0 && ' '}
          <span>
            <Shortened said={wording.say(property, value, row?.unit)} />
            {index < shown.length - 1 ? (contested ? ' /' : semicolon().trimEnd()) : contested && ','}
          </span>
        </Fragment>
      ))}
      {values.length > shown.length && (
        <span className="quiet"> {t('portfolio.more', { count: values.length - shown.length })}</span>
      )}
      {contested && (
        <>
          {' '}
          <span className="differs">{t('portfolio.differ')}</span>
        </>
      )}
      {doubt === 'unverified' && (
        <>
          {' '}
          <Unverified />
        </>
      )}
    </span>
  )
}

/** The first of many, and how many follow; a long text to its first lines. */
function Shortened({ said }: { readonly said: Said }) {
  const t = useText()
  const named = said.filter((_, index) => index % 2 === 0)
  const isList =
    said.length > 2 && said.every(({ text }, index) => index % 2 === 0 || /^\u00A0?[,;] $/.test(text))
  if (isList && named.length > MOST_NAMED) {
    return (
      <>
        <SaidValue said={said.slice(0, MOST_NAMED * 2 - 1)} />{' '}
        <span className="quiet">{t('portfolio.more', { count: named.length - MOST_NAMED })}</span>
      </>
    )
  }
  const text = textOf(said)
  if (leads(said) || text.length <= MOST_LETTERS) return <SaidValue said={said} />
  return `${text.slice(0, text.lastIndexOf(' ', MOST_LETTERS))} …`
}
