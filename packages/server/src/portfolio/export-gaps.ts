/**
 * The gap map as CSV: a line with the highest marking of anything in it, a header, a line for each country and theme.
 *
 * A cell without any project says "none known", never "none" (OVL-21).
 */
import type { GapsAnswer } from '@demarche/api'
import { highestMarking, type Money, nameOf } from '@demarche/core'
import { type ExportFile, markedTable } from '../dossier/marked-table.ts'

const HEADER = [
  'country',
  'name',
  'theme',
  'year',
  'known to run',
  'perhaps',
  'need stated',
  'projects',
  'money of whole projects',
]

/** @param themes what the themes say, in the order of the lines of a country */
export function writeGaps(gaps: GapsAnswer, themes: Readonly<Record<string, string>>): ExportFile {
  const lines = gaps.countries.flatMap((country) =>
    Object.entries(themes).map(([theme, says]) => {
      const isHere = (cell: { readonly country: string; readonly theme: string }) =>
        cell.country === country && cell.theme === theme
      const cell = gaps.cells.find(isHere)
      const need = gaps.needs.find(isHere)
      const entities = [...(cell?.certain ?? []), ...(cell?.perhaps ?? [])]
      const projects = entities.flatMap((entity) => gaps.projects[entity] ?? [])
      return [
        country,
        nameOf(country, 'en'),
        says,
        String(gaps.year),
        cell ? String(cell.certain.length) : 'none known',
        cell ? String(cell.perhaps.length) : '',
        need ? [...need.certain, ...need.perhaps].map((id) => gaps.stated[id]?.name ?? id).join('; ') : '',
        projects.map(({ name }) => name).join('; '),
        projects.flatMap(({ name, budgets }) => budgets.map((one) => `${name}: ${sayMoney(one)}`)).join('; '),
      ]
    }),
  )
  return markedTable({
    title: 'gap map',
    name: `gap-map-${gaps.year}`,
    marking: highestMarking(
      [...Object.values(gaps.projects), ...Object.values(gaps.stated)].map((one) => one.marking),
    ),
    lines: [HEADER, ...lines],
  })
}

/** As its source gives it: never converted, never added up. */
function sayMoney({ amount, currency, year }: Money): string {
  return `${currency} ${amount}${year === undefined ? '' : ` (${year})`}`
}
