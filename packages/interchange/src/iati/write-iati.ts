/**
 * Projects as IATI activities of version 2.03.
 *
 * Written is what the standard has a place for, and nothing that nobody said: shares of money only where a source gives
 * them, dates as planned unless their source calls them actual. A less exact date stands as a day with its words beside
 * it, as the standard asks. The desk reports on work of others and says so (`secondary-reporter`).
 *
 * Reading back gives the same project: its own identifier stands beside the published one. Rules: INT-48 in
 * docs/rules/interchange.md. Next door: `read-iati.ts`.
 */
import {
  alternativesOf,
  formatMarking,
  highestMarking,
  inWords,
  isCountryCode,
  type PortfolioRecord,
  propertyOf,
  type RecordKind,
  type RefusalWords,
  sayWord,
  slugOfEntity,
  type Statement,
  valuesOf,
  wordsIn,
} from '@demarche/core'
import { z } from 'zod'
import {
  codeOf,
  DATE_TYPES,
  FUNDING_ROLE,
  IMPLEMENTING_ROLE,
  NO_SECTOR,
  OWNER,
  PLANNED,
  REGIONS_VOCABULARY,
  SCOPES,
  SECTOR_VOCABULARIES,
  STATUSES,
  THEMES_VOCABULARY,
  WEB_PAGE,
} from './code-words.ts'
import { writeMoney } from './write-money.ts'
import { codeOfRegion } from './regions.ts'
import { isOfType } from './simple-types.ts'
import {
  comment,
  decimal,
  DERIVED,
  element,
  firstDay,
  lastDay,
  NAMESPACE,
  narrative,
  xmlText,
} from './xml-text.ts'

export interface IatiProject {
  readonly record: PortfolioRecord
  /** those that the record rests on: what kind of date a source claims stands in its locator */
  readonly statements: readonly Statement[]
}

export interface IatiOutline {
  readonly projects: readonly IatiProject[]
  /** of projects */
  readonly kind: RecordKind
  /** who reports: a party, by the reference and the name by which others know it */
  readonly reporter: { readonly ref: string; readonly name: string; readonly type: string }
  /** instant of the export, `YYYY-MM-DDTHH:mm:ss.sssZ` */
  readonly at: string
}

/** A project that the standard could not hold, by its entity, and why. */
export interface LeftOut {
  readonly entity: string
  readonly why: RefusalWords
}

/** The file. A project without a date, or without anybody who takes part, is left out: the standard asks for both. */
export function writeIati({ projects, kind, reporter, at }: IatiOutline): {
  readonly xml: string
  /** in the order of the projects */
  readonly leftOut: readonly LeftOut[]
} {
  const leftOut: LeftOut[] = []
  const activities = projects.flatMap((project) => {
    const lacking = lackingIn(project)
    if (lacking !== undefined) {
      leftOut.push({ entity: project.record.entity, why: lacking })
      return []
    }
    return [activity(project, kind, reporter, at.slice(0, 10))]
  })
  const marking = formatMarking(highestMarking(projects.map(({ record }) => record.marking)))
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    comment(xmlText(marking)),
    `<iati-activities version="2.03" generated-datetime="${at.slice(0, 19)}Z" xmlns:demarche="${NAMESPACE}">`,
    ...activities,
    '</iati-activities>',
    '',
  ].join('\n')
  return { xml, leftOut }
}

function lackingIn({ record }: IatiProject): RefusalWords | undefined {
  if (wordsIn(record, 'objective').length === 0) return inWords('iati-lacks-objective')
  if (wordsIn(record, 'start').length + wordsIn(record, 'end').length === 0) return inWords('iati-lacks-date')
  return wordsIn(record, 'donors').length + wordsIn(record, 'implementers').length === 0
    ? inWords('iati-lacks-organisation')
    : undefined
}

function activity(
  { record, statements }: IatiProject,
  kind: RecordKind,
  reporter: IatiOutline['reporter'],
  today: string,
): string {
  const [published] = wordsIn(record, 'iatiIdentifier')
  const said = statements
    .flatMap(({ source }) => source.date ?? [])
    .toSorted()
    .at(-1)
  return element(
    'iati-activity',
    {
      'xml:lang': 'en',
      'last-updated-datetime': said === undefined ? undefined : `${firstDay(said)}T00:00:00Z`,
    },
    [
      element('iati-identifier', {}, [
        xmlText(published ?? `${reporter.ref}-${slugOfEntity(record.entity)}`),
      ]),
      element('reporting-org', { ref: reporter.ref, type: reporter.type, 'secondary-reporter': 1 }, [
        narrative(reporter.name),
      ]),
      element('title', {}, [narrative(record.name)]),
      ...wordsIn(record, 'objective').map((text) => element('description', { type: 2 }, [narrative(text)])),
      ...organisations(record, 'donors', FUNDING_ROLE),
      ...organisations(record, 'implementers', IMPLEMENTING_ROLE),
      element('other-identifier', { ref: record.entity, type: 'A1' }, [
        element('owner-org', {}, [narrative(OWNER)]),
      ]),
      status(record, today),
      ...dates(record, statements, today),
      ...firstCode(SCOPES, wordsIn(record, 'scope')).map((code) => element('activity-scope', { code })),
      ...places(record),
      ...sectors(record),
      ...themes(record, kind),
      ...writeMoney(record),
      ...wordsIn(record, 'page')
        .slice(0, 1)
        .filter((url) => url.startsWith('http') && isOfType('anyURI', url))
        .map(page),
      ...wordsIn(record, 'partOf').map((ref) =>
        element('related-activity', { ref: slugOfEntity(ref), type: 1 }),
      ),
      ...wordsIn(record, 'results').map(result),
    ],
  )
}

function organisations(record: PortfolioRecord, property: string, role: string): readonly string[] {
  return wordsIn(record, property).map((name) => element('participating-org', { role }, [narrative(name)]))
}

/** The standard asks for a status. Where nobody has stated one, it is what the dates say, and is marked as that. */
function status(record: PortfolioRecord, today: string): string {
  const [code] = firstCode(STATUSES, wordsIn(record, 'status'))
  if (code !== undefined) return element('activity-status', { code })
  const ends = wordsIn(record, 'end')
  const starts = wordsIn(record, 'start')
  const isOver = ends.length > 0 && ends.every((end) => lastDay(end) < today)
  const isToCome = starts.length > 0 && starts.every((start) => firstDay(start) > today)
  return element('activity-status', { code: isOver ? '4' : isToCome ? '1' : '2', [DERIVED]: 'dates' })
}

function firstCode(table: Readonly<Record<string, string>>, words: readonly string[]): readonly string[] {
  return words.slice(0, 1).flatMap((word) => codeOf(table, word) ?? [])
}

/** Every claim by itself, in the order of the types. */
function dates(record: PortfolioRecord, statements: readonly Statement[], today: string): readonly string[] {
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  const claimed = (name: string) => {
    const row = record.facts.find((one) => one.property === name)
    return (row ? alternativesOf(row) : []).flatMap(({ value, support }) =>
      typeof value === 'string' ? [{ value, support }] : [],
    )
  }
  const claims = (['start', 'end'] as const).flatMap((property) => {
    const plans = claimed(PLANNED[property])
    const { planned, actual } = TYPES[property]
    return [
      ...plans.map(({ value }) => ({ type: planned, value, property })),
      ...claimed(property).flatMap(({ value, support }) => {
        // beside a plan it is what came of it; any other source has not said that it is more than a plan
        const otherwise = plans.length > 0 && lastDay(value) <= today ? actual : planned
        const types = support.map(({ statement }) => typeClaimed(byId.get(statement), property) ?? otherwise)
        return [...new Set(types)].map((type) => ({ type, value, property }))
      }),
    ]
  })
  return claims
    .toSorted((a, b) => a.type.localeCompare(b.type))
    .map(({ type, value, property }) => {
      const day = property === 'start' ? firstDay(value) : lastDay(value)
      return element('activity-date', { type, 'iso-date': day }, day === value ? [] : [narrative(value)])
    })
}

const TYPES = { start: { planned: '1', actual: '2' }, end: { planned: '3', actual: '4' } } as const

/** What a source that is IATI calls the date. */
function typeClaimed(statement: Statement | undefined, property: 'start' | 'end'): string | undefined {
  const type = /^activity-date\[@type="([1-4])"\]/.exec(statement?.source.locator ?? '')?.[1]
  return type !== undefined && DATE_TYPES[type]?.property === property ? type : undefined
}

const shareSchema = z.object({ of: z.string(), percent: z.number() })

function sharesOf(record: PortfolioRecord): ReadonlyMap<string, string> {
  return new Map(
    valuesOf(record, 'shares').flatMap((value) => {
      const share = shareSchema.safeParse(value)
      return share.success ? [[share.data.of, decimal(share.data.percent)] as const] : []
    }),
  )
}

/** Countries first, then regions. */
function places(record: PortfolioRecord): readonly string[] {
  const shares = sharesOf(record)
  const countries = wordsIn(record, 'countries')
  const regions = [...countries.filter((code) => !isCountryCode(code)), ...wordsIn(record, 'regions')]
  return [
    ...countries
      .filter(isCountryCode)
      .map((code) => element('recipient-country', { code, percentage: shares.get(code) })),
    ...regions.map((region) => {
      const known = codeOfRegion(region)
      const percentage = shares.get(region)
      return known
        ? element('recipient-region', { ...known, percentage })
        : element(
            'recipient-region',
            { code: region, vocabulary: 99, 'vocabulary-uri': REGIONS_VOCABULARY, percentage },
            [narrative(region)],
          )
    }),
  ]
}

/** The standard asks for a sector: "not specified" where nobody has stated one. */
function sectors(record: PortfolioRecord): readonly string[] {
  const shares = sharesOf(record)
  const own = wordsIn(record, 'sectors').flatMap((word) => {
    const [vocabulary, prefix] =
      Object.entries(SECTOR_VOCABULARIES)
        .toReversed()
        .find(([, start]) => word.startsWith(start)) ?? []
    if (vocabulary === undefined || prefix === undefined) return []
    return [element('sector', { vocabulary, code: word.slice(prefix.length), percentage: shares.get(word) })]
  })
  return own.length > 0 ? own : [element('sector', { vocabulary: 1, code: NO_SECTOR })]
}

/** As tags: sectors of a vocabulary have shares of the money, and nobody has stated any of themes. */
function themes(record: PortfolioRecord, kind: RecordKind): readonly string[] {
  const property = propertyOf(kind, 'themes')
  return wordsIn(record, 'themes').map((code) =>
    element('tag', { vocabulary: 99, 'vocabulary-uri': THEMES_VOCABULARY, code }, [
      narrative(property ? sayWord(property, code) : code),
    ]),
  )
}

function page(url: string): string {
  return element('document-link', { url, format: 'text/html' }, [
    element('title', {}, [narrative('Page of the project')]),
    element('category', { code: WEB_PAGE }),
  ])
}

/** In words: type 9 is any other result, measure 5 one that is no number. */
function result(text: string): string {
  const title = element('title', {}, [narrative(text)])
  return element('result', { type: 9 }, [title, element('indicator', { measure: 5 }, [title])])
}
