/**
 * The picture by goals as CSV: a line with the highest marking of anything in it, a header, a line for each record under
 * each goal. What the desk itself says is in the language asked for, with its code in the next column.
 *
 * Of what has no date it says that nobody can tell, and never that it is on time (GOL-04).
 */
import type { GoalRecord, GoalRecordsAnswer } from '@demarche/api'
import { formatMarking, GOAL_KIND, highestMarking, type RecordKind } from '@demarche/core'
import type { Language } from '@demarche/core/kernel/language.ts'
import { type Wording, wordingIn } from '@demarche/documents/language/wording.ts'
import { type ExportFile, markedTable } from '../dossier/marked-table.ts'
import { withCode } from './export-heads.ts'
import type { GoalInFile } from './goals-desk.ts'

/** @param kinds in the words of the language */
export function writeGoals(
  {
    asOf,
    goals,
    named,
  }: Pick<GoalRecordsAnswer, 'asOf' | 'named'> & { readonly goals: readonly GoalInFile[] },
  kinds: readonly RecordKind[],
  language: Language,
): ExportFile {
  const wording = wordingIn(language)
  const { say } = wording
  const labels = new Map(kinds.map(({ id, label }) => [id, label]))
  const nameOf = (entity: string) => nameIn(wording, entity, named[entity]?.name ?? entity)
  const lines = goals.flatMap(({ goal, rows }) =>
    rows.map((row) => [
      goal ? nameIn(wording, goal.entity, goal.name) : say('table.goals.none'),
      goal?.entity ?? '',
      say(`table.goals.layer.${row.layer}`),
      row.layer,
      labels.get(row.kind) ?? row.kind,
      row.kind,
      row.entity,
      nameIn(wording, row.entity, row.name),
      formatMarking(row.marking),
      row.timing === null ? '' : say(`table.goals.timing.${row.timing}`),
      row.timing ?? '',
      row.due.join('; '),
      row.lonely ? say('table.goals.toNothing') : '',
      row.doubles
        .map(({ other, confirmed }) =>
          confirmed ? nameOf(other) : say('table.goals.suggested', { name: nameOf(other) }),
        )
        .join('; '),
      [...row.linked.map(nameOf), ...(row.links > row.linked.length ? ['…'] : [])].join('; '),
      whyOf(row, nameOf, wording),
    ]),
  )
  return markedTable({
    title: say('table.goals.title'),
    name: `goals-${asOf}`,
    language,
    marking: highestMarking([
      ...goals.flatMap(({ goal, rows }) => (goal && rows.length > 0 ? [goal.marking] : [])),
      ...goals.flatMap(({ rows }) => rows.map((row) => row.marking)),
      ...Object.values(named).map((one) => one.marking),
    ]),
    lines: [headOf(wording), ...lines],
  })
}

function headOf(wording: Wording): readonly string[] {
  const { say } = wording
  return [
    ...withCode(wording, say('table.goals.goal')),
    ...withCode(wording, say('table.goals.layer')),
    ...withCode(wording, say('table.kind')),
    say('table.record'),
    say('table.name'),
    say('table.marking'),
    ...withCode(wording, say('table.goals.late')),
    say('table.goals.due'),
    say('table.goals.lonely'),
    say('table.goals.doubled'),
    say('table.goals.linked'),
    say('table.goals.why'),
  ]
}

/** The goals that come with the desk are called in words of its own; other records as they are on record. */
function nameIn({ ofDoctrine }: Wording, entity: string, name: string): string {
  return entity.startsWith(`${GOAL_KIND}:`) ? ofDoctrine(name) : name
}

function whyOf(
  { claim, setAside }: GoalRecord,
  nameOf: (entity: string) => string,
  { say }: Wording,
): string {
  const grounds = (claim?.grounds ?? []).map((ground) => {
    if (ground.how === 'said') return say('table.goals.said', { name: nameOf(ground.link) })
    return ground.how === 'rule'
      ? say('table.goals.rule', { number: ground.rule + 1 })
      : say('table.goals.through', { name: nameOf(ground.record) })
  })
  return [
    ...grounds,
    ...(claim?.contested ? [say('table.goals.contested')] : []),
    ...setAside.map((goal) => say('table.goals.setAside', { name: nameOf(goal) })),
  ].join('; ')
}
