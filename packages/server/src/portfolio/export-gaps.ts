/**
 * The gap map as CSV: a line with the highest marking of anything in it, a header, a line for each country and theme, in
 * the language asked for.
 *
 * A cell without any project says "none known", never "none" (OVL-21).
 */
import type { GapsAnswer } from '@demarche/api'
import { highestMarking, type Money, nameOf } from '@demarche/core'
import type { Language } from '@demarche/core/kernel/language.ts'
import { type Wording, wordingIn } from '@demarche/documents/language/wording.ts'
import { type ExportFile, markedTable } from '../dossier/marked-table.ts'
import { withCode } from './export-heads.ts'

/** @param themes what the themes say in the language, in the order of the lines of a country */
export function writeGaps(
  gaps: GapsAnswer,
  themes: Readonly<Record<string, string>>,
  language: Language,
): ExportFile {
  const wording = wordingIn(language)
  const { say } = wording
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
        nameOf(country, language),
        says,
        theme,
        String(gaps.year),
        cell ? String(cell.certain.length) : say('table.gaps.noneKnown'),
        cell ? String(cell.perhaps.length) : '',
        need ? [...need.certain, ...need.perhaps].map((id) => gaps.stated[id]?.name ?? id).join('; ') : '',
        projects.map(({ name }) => name).join('; '),
        projects.flatMap(({ name, budgets }) => budgets.map((one) => `${name}: ${sayMoney(one)}`)).join('; '),
      ]
    }),
  )
  return markedTable({
    title: say('table.gaps.title'),
    name: `gap-map-${gaps.year}`,
    language,
    marking: highestMarking(
      [...Object.values(gaps.projects), ...Object.values(gaps.stated)].map((one) => one.marking),
    ),
    lines: [headOf(wording), ...lines],
  })
}

function headOf(wording: Wording): readonly string[] {
  const { say } = wording
  return [
    say('table.gaps.country'),
    say('table.name'),
    ...withCode(wording, say('table.gaps.theme')),
    say('table.gaps.year'),
    say('table.gaps.running'),
    say('table.gaps.perhaps'),
    say('table.gaps.need'),
    say('table.gaps.projects'),
    say('table.gaps.money'),
  ]
}

/** As its source gives it: never converted, never added up. */
function sayMoney({ amount, currency, year }: Money): string {
  return `${currency} ${amount}${year === undefined ? '' : ` (${year})`}`
}
