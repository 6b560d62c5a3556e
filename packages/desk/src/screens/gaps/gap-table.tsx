/**
 * The gap map as a grid: one stop for Tab, arrow keys from cell to cell, Enter opens what is behind one.
 *
 * On a phone `gap-cards.tsx` stands in its place. Rests on: ARIA Authoring Practices, grid pattern.
 */
import type { GapsAnswer } from '@demarche/api'
import { type KeyboardEvent, useRef, useState } from 'react'
import { usePrintedPlaceName } from '../../portfolio/places.ts'
import { useText } from '../../texts.ts'
import { type Cell, cellAt, type CellPlace, isEmptyCell, sayCell, type Theme } from './gap-cells.ts'

export interface GapsProps {
  readonly answer: GapsAnswer
  readonly countries: readonly string[]
  readonly themes: readonly Theme[]
  readonly caption: string
  readonly onOpen: (place: CellPlace) => void
}

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
}

export function GapTable({ answer, countries, themes, caption, onOpen }: GapsProps) {
  const t = useText()
  const placeName = usePrintedPlaceName()
  const table = useRef<HTMLTableElement>(null)
  const [[wantedRow, wantedColumn], setActive] = useState<readonly [number, number]>([0, 0])
  const row = Math.min(wantedRow, countries.length - 1)
  const column = Math.min(wantedColumn, themes.length - 1)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (!step) return
    event.preventDefault()
    const next = [within(row + step[0], countries.length), within(column + step[1], themes.length)] as const
    setActive(next)
    table.current?.querySelector<HTMLElement>(`[data-at="${next.join(' ')}"]`)?.focus()
  }
  return (
    <>
      <p className="quiet gap-keys">{t('gaps.keys')}</p>
      <div className="gap-scroll">
        <table className="table gap-table" role="grid" aria-label={caption} ref={table} onKeyDown={onKeyDown}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('gaps.country')}</th>
              {themes.map(({ id, says }) => (
                <th scope="col" key={id}>
                  <span>{says}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {countries.map((country, atRow) => (
              <tr key={country}>
                <th scope="row">{placeName(country)}</th>
                {themes.map((theme, atColumn) => {
                  const cell = cellAt(answer, { country, theme: theme.id })
                  const focus = {
                    'data-at': `${atRow} ${atColumn}`,
                    tabIndex: atRow === row && atColumn === column ? 0 : -1,
                    onFocus: () => setActive([atRow, atColumn]),
                  }
                  return isEmptyCell(cell) ? (
                    <td key={theme.id} {...focus}>
                      <span aria-hidden="true" className="quiet">
                        –
                      </span>
                      <span className="sr-only">{t('gaps.noneKnown')}</span>
                    </td>
                  ) : (
                    <td key={theme.id}>
                      <button
                        type="button"
                        className="gap-cell"
                        onClick={() => onOpen({ country, theme: theme.id })}
                        {...focus}
                      >
                        <span aria-hidden="true">
                          <CellFigures cell={cell} />
                        </span>
                        <span className="sr-only">
                          {t('gaps.cell', {
                            country: placeName(country),
                            theme: theme.says,
                            what: sayCell(t, cell),
                          })}
                        </span>
                      </button>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function within(place: number, length: number): number {
  return Math.max(0, Math.min(length - 1, place))
}

/** What a cell shows: projects known, those in doubt, and a need. */
function CellFigures({ cell: { certain, perhaps, needs } }: { readonly cell: Cell }) {
  const t = useText()
  return (
    <>
      {certain.length > 0 && <span className="gap-certain">{certain.length}</span>}{' '}
      {perhaps.length > 0 && (
        <span className="gap-perhaps">{t('gaps.perhaps', { count: perhaps.length })}</span>
      )}{' '}
      {needs.length > 0 && <span className="gap-need">{t('gaps.need')}</span>}
    </>
  )
}
