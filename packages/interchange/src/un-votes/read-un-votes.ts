/**
 * Recorded votes of the UN General Assembly from the tables of Voeten, Strezhnev and Bailey: roll calls, and who voted how.
 *
 * Both tables name a roll call by its number (`rcid`) and attach to the same record, `vote:unga-<rcid>`. A country without a
 * row was absent or no member; the tables do not say which, and nothing is said of it.
 *
 * Rests on: Harvard Dataverse hdl:1902.1/12379 (columns inferred from their values). Rules: INT-22, INT-25, INT-57 to
 * INT-60.
 */
import {
  inFile,
  inWords,
  isCountryCode,
  type Place,
  resolveName,
  type Vocabulary,
  vocabularyOf,
} from '@demarche/core'
import { csvRows } from '../csv-rows.ts'
import { type Claim, Collector, partialDate, type Reading, type ReadOptions, wording } from '../reading.ts'
import { refuse } from '../refusal.ts'
import { rivalsAmong, type RollCall } from './rivals.ts'
import { titleOf } from './title-of.ts'

const DOCUMENT = 'United Nations General Assembly voting data (Voeten, Strezhnev, Bailey)'
const JUDGEMENT = 'Judgement of this desk on the titles and days of the roll calls'
const PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['yes', 'inFavour'],
  ['no', 'against'],
  ['abstain', 'abstained'],
])

/** The columns of which something is kept, by table. */
const OF_ROLL_CALLS: readonly string[] = ['rcid', 'date', 'unres', 'amend', 'para', 'short', 'descr']
const OF_VOTES: readonly string[] = ['rcid', 'country', 'country_code', 'vote']

/** True for the header of either table. */
export function looksLikeUnVotes(header: readonly string[]): boolean {
  return header.includes('rcid') && (header.includes('unres') || header.includes('vote'))
}

/** Reads either table. @throws ImportRefusal INT-04, INT-20, INT-22 */
export async function readUnVotes(
  text: string,
  header: readonly string[],
  options: ReadOptions,
): Promise<Reading> {
  const kind = options.kinds?.find(({ id }) => id === 'vote')
  if (!kind) refuse(inFile('file'), inWords('file-kind-not-here'), 'INT-08')
  const collector = new Collector(options)
  const vocabulary = vocabularyOf(kind)
  const isRollCalls = header.includes('unres')
  const needed = isRollCalls ? ['rcid', 'date', 'unres', 'descr'] : ['rcid', 'country_code', 'vote']
  const missing = needed.find((column) => !header.includes(column))
  if (missing !== undefined)
    refuse(inFile('header'), inWords('file-column-missing', { name: missing }), 'INT-22')
  const votes = new VoteTable(collector, vocabulary)
  const kept = isRollCalls ? OF_ROLL_CALLS : OF_VOTES
  const others = header.filter((column) => column !== '' && !kept.includes(column))
  let number = 1
  for await (const cells of csvRows(text, options)) {
    number += 1
    const row = inFile('row', number)
    if (cells.length !== header.length) {
      const [count, most] = [cells.length, header.length]
      const words = inWords('line-cells', { count, most })
      collector.reject(row, `has ${count} cells; the header has ${most}`, 'INT-24', words)
      continue
    }
    const cell = (column: string): string => cells[header.indexOf(column)]?.trim() ?? ''
    for (const column of others)
      if (said(cell(column)) !== undefined) collector.leave(column, inWords('left-no-property'))
    if (!/^\d+$/.test(cell('rcid'))) {
      const words = inWords('line-no-row-number', { seen: cell('rcid') })
      collector.reject(row, `"${cell('rcid')}" is the number of no roll call`, 'INT-25', words)
    } else if (isRollCalls) votes.rollCall(cell, row)
    else votes.vote(cell, row)
  }
  if (number === 1) refuse(inFile('file'), inWords('file-no-rows'), 'INT-04')
  votes.finish()
  return collector.reading(isRollCalls ? 'un-roll-calls-csv' : 'un-votes-csv')
}

type Cell = (column: string) => string

/** Collects votes by roll call; one per file. */
class VoteTable {
  readonly #collector: Collector
  readonly #vocabulary: Vocabulary
  /** roll call to property to the countries that voted so */
  readonly #votes = new Map<string, Map<string, Set<string>>>()
  readonly #seen = new Set<string>()
  /** those on a resolution as a whole */
  readonly #rollCalls: RollCall[] = []

  constructor(collector: Collector, vocabulary: Vocabulary) {
    this.#collector = collector
    this.#vocabulary = vocabulary
  }

  rollCall(cell: Cell, row: Place): void {
    const rcid = cell('rcid')
    if (this.#seen.has(rcid)) {
      this.#collector.reject(
        row,
        `the roll call ${rcid} stands in a row before; the first one was read`,
        'INT-16',
        inWords('line-twice', { seen: rcid }),
      )
      return
    }
    this.#seen.add(rcid)
    const date = cell('date')
    const start = partialDate(date)
    if (start === undefined)
      this.#collector.reject(
        row,
        `"${date}" is no day of the calendar`,
        'INT-12',
        inWords('line-no-date', { seen: date }),
      )
    const part =
      said(cell('amend')) === '1' ? 'amendment to ' : said(cell('para')) === '1' ? 'paragraph of ' : ''
    const symbol = symbolOf(cell('unres'))
    const { title, whole } = titleOf(said(cell('descr')) ?? '', said(cell('short')) ?? '')
    const of = symbol ?? 'a resolution'
    const name = [part === '' ? (title === '' ? of : '') : `${part}${of}`, title]
      .filter((one) => one !== '')
      .join(': ')
    const claims: Claim[] = [
      ['name', name],
      ['symbol', symbol],
      ['start', start],
      ['subject', said(cell('short'))],
    ]
    this.#state(rcid, 'roll call', row, claims, whole)
    if (part === '' && start !== undefined)
      this.#rollCalls.push({ rcid, session: cell('session'), day: start, title })
    this.#collector.records.push({ entity: entity(rcid), name })
  }

  vote(cell: Cell, row: Place): void {
    const property = PROPERTIES.get(cell('vote'))
    if (property === undefined) {
      const seen = cell('vote')
      const words = inWords('line-not-among', { seen, choices: [...PROPERTIES.keys()] })
      this.#collector.reject(row, `"${seen}" is no vote; expected yes, no or abstain`, 'INT-13', words)
      return
    }
    const country = countryOf(cell('country_code'), cell('country'))
    if (cell('country_code') === YUGOSLAVIA)
      this.#collector.remark(
        inFile('file'),
        'YU is read as RS: Serbia holds the seat that the table calls Yugoslavia',
        inWords('remark-yugoslavia'),
      )
    if (country === undefined) {
      const seen = cell('country_code') || cell('country')
      const message = `"${seen}" is the name or code of no country`
      this.#collector.reject(row, message, 'INT-57', inWords('line-no-country', { seen }))
      return
    }
    const rcid = cell('rcid')
    const own = this.#votes.get(rcid) ?? new Map<string, Set<string>>()
    this.#votes.set(rcid, own)
    if ([...own.values()].some((countries) => countries.has(country))) {
      this.#collector.reject(
        row,
        `${country} votes twice in the roll call ${rcid}; the first vote was read`,
        'INT-58',
        inWords('line-votes-twice', { seen: country }),
      )
      return
    }
    own.set(property, (own.get(property) ?? new Set()).add(country))
  }

  finish(): void {
    for (const [rcid, own] of this.#votes) {
      const claims = [...own].map(([property, countries]) => [property, [...countries].toSorted()] as const)
      this.#state(rcid, 'votes', inFile('roll-call', rcid), claims)
      this.#collector.records.push({ entity: entity(rcid), name: `roll call ${rcid}` })
    }
    this.#proposeRivals()
  }

  #proposeRivals(): void {
    for (const { earlier, later, days } of rivalsAmong(this.#rollCalls)) {
      const place = inFile('roll-call', later.rcid)
      this.#collector.state({
        entity: entity(later.rcid),
        vocabulary: this.#vocabulary,
        place,
        source: {
          document: JUDGEMENT,
          locator: `rcid ${later.rcid} and rcid ${earlier.rcid}`,
          verified: false,
          note: `To be confirmed: both were voted on in session ${later.session}, ${days} days apart, and their titles speak of ICT and international security. Who sponsored them is not in the table.`,
        },
        claims: [['rivalOf', entity(earlier.rcid)]],
      })
      this.#collector.remark(
        place,
        `proposed as a rival of the roll call ${earlier.rcid}, in the judgement of this desk; to be confirmed (INT-60)`,
        inWords('remark-rival', { seen: earlier.rcid }),
      )
    }
  }

  #state(rcid: string, what: string, place: Place, claims: readonly Claim[], note?: string): void {
    const { sourceDate } = this.#collector.options
    this.#collector.state({
      entity: entity(rcid),
      vocabulary: this.#vocabulary,
      place,
      source: {
        document: DOCUMENT,
        locator: `rcid ${rcid}, ${what}`,
        ...(sourceDate === undefined ? {} : { date: sourceDate }),
        verified: false,
        ...(note === undefined ? {} : { note }),
      },
      claims,
    })
  }
}

function entity(rcid: string): string {
  return `vote:unga-${rcid}`
}

/** A cell; `NA` and nothing are nothing. */
function said(text: string): string | undefined {
  return text === 'NA' ? undefined : wording(text)
}

/** `R/73/27` and `A/RES/73/27` are one symbol. */
function symbolOf(text: string): string | undefined {
  const symbol = said(text)
  return symbol?.replace(/^R\//, 'A/RES/')
}

/** The tables keep the code of Yugoslavia for the seat that Serbia and Montenegro had from 2000, and Serbia since 2006. */
const YUGOSLAVIA = 'YU'

/** `NA` is Namibia here. A code that is none may stand beside a name that is one. */
function countryOf(code: string, name: string): string | undefined {
  if (isCountryCode(code)) return code
  if (code === YUGOSLAVIA) return 'RS'
  const named = resolveName(name)
  return named.kind === 'one' && named.also.length === 0 ? named.code : undefined
}
