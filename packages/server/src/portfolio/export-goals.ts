/**
 * The picture by goals as CSV: a line with the highest marking of anything in it, a header, a line for each record under
 * each goal.
 *
 * Of what has no date it says that nobody can tell, and never that it is on time (GOL-04).
 */
import type { GoalRecord, GoalRecordsAnswer } from '@demarche/api'
import {
  formatMarking,
  highestMarking,
  type PictureLayer,
  type RecordKind,
  type Timing,
} from '@demarche/core'
import { type ExportFile, markedTable } from '../dossier/marked-table.ts'
import type { GoalInFile } from './goals-desk.ts'

const TIMING: Readonly<Record<Timing, string>> = {
  late: 'late',
  ahead: 'day to come',
  settled: 'settled',
  'cannot-tell': 'cannot tell: no date',
}
const LAYER: Readonly<Record<PictureLayer, string>> = {
  strategy: 'strategy',
  instrument: 'instrument',
  activity: 'activity',
  commitment: 'commitment',
}
const HEADER = [
  'goal',
  'layer',
  'kind',
  'record',
  'name',
  'marking',
  'late',
  'last day',
  'lonely',
  'doubled with',
  'linked with',
  'why it counts',
]

export function writeGoals(
  {
    asOf,
    goals,
    named,
  }: Pick<GoalRecordsAnswer, 'asOf' | 'named'> & { readonly goals: readonly GoalInFile[] },
  kinds: readonly RecordKind[],
): ExportFile {
  const labels = new Map(kinds.map(({ id, label }) => [id, label]))
  const nameOf = (entity: string) => named[entity]?.name ?? entity
  const lines = goals.flatMap(({ goal, rows }) =>
    rows.map((row) => [
      goal?.name ?? 'counts for no goal',
      LAYER[row.layer],
      labels.get(row.kind) ?? row.kind,
      row.entity,
      row.name,
      formatMarking(row.marking),
      row.timing === null ? '' : TIMING[row.timing],
      row.due.join('; '),
      row.lonely ? 'linked to nothing' : '',
      row.doubles
        .map(({ other, confirmed }) => `${nameOf(other)}${confirmed ? '' : ' (suggested)'}`)
        .join('; '),
      [...row.linked.map(nameOf), ...(row.links > row.linked.length ? ['…'] : [])].join('; '),
      whyOf(row, nameOf),
    ]),
  )
  return markedTable({
    title: 'picture by goals',
    name: `goals-${asOf}`,
    marking: highestMarking([
      ...goals.flatMap(({ goal, rows }) => (goal && rows.length > 0 ? [goal.marking] : [])),
      ...goals.flatMap(({ rows }) => rows.map((row) => row.marking)),
      ...Object.values(named).map((one) => one.marking),
    ]),
    lines: [HEADER, ...lines],
  })
}

function whyOf({ claim, setAside }: GoalRecord, nameOf: (entity: string) => string): string {
  const grounds = (claim?.grounds ?? []).map((ground) => {
    if (ground.how === 'said') return `said: ${nameOf(ground.link)}`
    return ground.how === 'rule' ? `rule ${ground.rule + 1} of the goal` : `through ${nameOf(ground.record)}`
  })
  return [
    ...grounds,
    ...(claim?.contested ? ['contested'] : []),
    ...setAside.map((goal) => `set aside for: ${nameOf(goal)}`),
  ].join('; ')
}
