/**
 * What the goals that come with the desk are called in the language of the desk: the names are our own words.
 *
 * A goal that people here named otherwise, or put on record themselves, is called as they did.
 */
import type { GoalRow } from '@demarche/api'
import type { Say } from '../../texts.ts'

/** The names as they are on record, by the end of the entity; a test holds them against `doctrine/portfolio/records/goal.yaml`. */
export const NAMES_ON_RECORD = {
  'law-and-norms': 'Law and norms hold in cyberspace',
  confidence: 'States trust each other more',
  'joint-response': 'The Union answers malicious activity together',
  partners: 'The Union talks and works with partners',
  'crime-and-evidence': 'People are protected from crime, and encryption is kept',
  capacity: 'Partners can protect themselves',
  'rights-online': 'Human rights hold online',
  technology: 'New technology serves people, and standards with it',
  stakeholders: 'Others than States have a say',
} as const

type Named = Pick<GoalRow, 'entity' | 'name'>
type Slug = keyof typeof NAMES_ON_RECORD

/** The goals with their names in the language of the desk. */
export function nameGoals<Row extends Named>(goals: readonly Row[], t: Say): readonly Row[] {
  return goals.map((goal) => ({ ...goal, name: nameGoal(goal, t) }))
}

/** What a goal is called; the name of any other record stays. */
export function nameGoal(goal: Named, t: Say): string {
  const slug = slugOf(goal)
  return slug ? t(`goals.name.${slug}`) : goal.name
}

function slugOf({ entity, name }: Named): Slug | undefined {
  return SLUGS.find((slug) => entity === `goal:${slug}` && name === NAMES_ON_RECORD[slug])
}

const SLUGS = Object.keys(NAMES_ON_RECORD).filter((slug): slug is Slug => slug in NAMES_ON_RECORD)
