/** The gap map on a phone: country by country what is known, and on which themes nothing is. */
import { formatNumber } from '../../parts/format-value.ts'
import { semicolon } from '../../parts/semicolon.ts'
import { usePrintedPlaceName } from '../../portfolio/places.ts'
import { useText } from '../../texts.ts'
import { cellAt, isEmptyCell, sayCell } from './gap-cells.ts'
import type { GapsProps } from './gap-table.tsx'

export function GapCards({ answer, countries, themes, caption, onOpen }: GapsProps) {
  const t = useText()
  const placeName = usePrintedPlaceName()
  return (
    <section className="gap-cards" aria-label={caption}>
      {countries.map((country) => {
        const cells = themes.map((theme) => ({ theme, cell: cellAt(answer, { country, theme: theme.id }) }))
        const unknown = cells.filter(({ cell }) => isEmptyCell(cell)).map(({ theme }) => theme.says)
        return (
          <section key={country} aria-labelledby={`gap-${country}`}>
            <h2 id={`gap-${country}`}>{placeName(country)}</h2>
            <ul className="plain-rows">
              {cells
                .filter(({ cell }) => !isEmptyCell(cell))
                .map(({ theme, cell }) => (
                  <li key={theme.id}>
                    <button
                      type="button"
                      className="button-quiet"
                      onClick={() => onOpen({ country, theme: theme.id })}
                    >
                      {theme.says}
                    </button>{' '}
                    <span>{sayCell(t, cell)}</span>
                  </li>
                ))}
            </ul>
            {unknown.length > 0 && (
              <details className="more">
                <summary>{t('gaps.noneKnownCount', { number: formatNumber(unknown.length) })}</summary>
                <p className="quiet">{t('gaps.noneKnownOn', { themes: unknown.join(semicolon()) })}</p>
              </details>
            )}
          </section>
        )
      })}
    </section>
  )
}
