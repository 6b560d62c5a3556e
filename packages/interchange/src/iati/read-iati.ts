/**
 * IATI activities: a project for each, with a statement for every passage of it.
 *
 * An activity that has not the structure of the standard is rejected by itself; what breaks the ruleset is remarked on.
 *
 * Rules: INT-40 to INT-47 in docs/rules/interchange.md. Next door: `activity.ts`, `version-1.ts`, `write-iati.ts`.
 */
import {
  inFile,
  inWords,
  type Place,
  type RecordKind,
  type Source,
  type Vocabulary,
  vocabularyOf,
} from '@demarche/core'
import { Collector, entityOf, partialDate, type Reading, type ReadOptions } from '../reading.ts'
import { type ImportFault, refuse } from '../refusal.ts'
import { identifierOf, stateActivity } from './activity.ts'
import { type ActivityContext, narrativeOf, statePassage } from './activity-context.ts'
import { frameFaults, structureFaults } from './check-structure.ts'
import { OWNER } from './code-words.ts'
import { fewOfEach, rulesetFaults } from './rulesets.ts'
import { asVersion2, isVersion1 } from './version-1.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  type IatiHead,
  iatiActivities,
  textOf,
  type XmlNode,
} from './xml-tree.ts'

const VERSIONS = ['2.01', '2.02', '2.03']
/** Faults that are listed of one activity: a file of another structure breaks a rule in every line. */
const MOST_FAULTS = 10
const PARENT = '1'
const CHILD = '2'

/** Reads IATI activities. @throws ImportRefusal INT-40 to INT-42 */
export async function readIati(text: string, options: ReadOptions): Promise<Reading> {
  const kind = options.kinds?.find(({ id }) => id === 'project')
  if (!kind) refuse(inFile('file'), inWords('file-kind-not-here'), 'INT-08')
  const file = new ActivityFile(kind, options)
  let frame: IatiHead | undefined
  for await (const { head, activity, position } of iatiActivities(text, options)) {
    frame = head
    file.read(head, activity, position)
  }
  if (frame) file.readFrame(frame)
  file.relate()
  return file.collector.reading('iati-xml')
}

interface Identity {
  readonly entity: string
  /** as published; undefined where this desk gave it, and where there is none */
  readonly identifier: string | undefined
  /** how a source calls the activity */
  readonly called: string
}

/** One file being read; not shared. */
class ActivityFile {
  readonly collector: Collector
  readonly #vocabulary: Vocabulary
  /** identifier as published to what was read of it */
  readonly #read = new Map<string, ActivityContext>()
  readonly #entities = new Set<string>()

  constructor(kind: RecordKind, options: ReadOptions) {
    this.collector = new Collector(options)
    this.#vocabulary = vocabularyOf(kind)
  }

  read(head: IatiHead, raw: XmlNode, position: number): void {
    const { collector } = this
    const path = `iati-activity[${position}]`
    const place = [inFile('line', raw.line), path]
    const isOld = isVersion1(head.version)
    if (isOld) {
      if (position === 1)
        collector.remark(
          inFile('file'),
          `is of version 1 ("${head.version}") of the standard and is read as far as it fits version 2.03`,
          inWords('remark-version-1', { seen: head.version }),
        )
    } else if (!VERSIONS.includes(head.version)) {
      refuse('iati-activities', inWords('file-iati-version', { seen: head.version }), 'INT-42')
    }
    const faults = isOld ? [] : structureFaults(raw, path)
    this.#reject(faults, place)
    if (faults.length > 0) return
    const activity = isOld ? asVersion2(raw) : raw
    const identity = identityOf(activity)
    if (identity === undefined) {
      collector.reject(
        place,
        'has no identifier by which it could be found again',
        'INT-15',
        inWords('line-without-id'),
      )
      return
    }
    if (this.#entities.has(identity.entity)) {
      const message = `the identifier "${identity.called}" occurs twice in the file; the first one was read`
      collector.reject(place, message, 'INT-16', inWords('line-twice', { seen: identity.called }))
      return
    }
    this.#entities.add(identity.entity)
    const rejected = collector.rejected.length
    this.#state(head, activity, path, identity)
    if (!isOld) this.#remark(activity, path, collector.rejected.slice(rejected))
  }

  /** What the ruleset says of it, unless the line was rejected for the same. */
  #remark(activity: XmlNode, path: string, rejected: readonly ImportFault[]): void {
    const { collector } = this
    const lines = new Set(rejected.map(({ place }) => lineIn(place)))
    const today = collector.options.assertedAt.slice(0, 10)
    const broken = rulesetFaults(activity, path, today).filter(
      ({ isRejected, place }) => !isRejected || !lines.has(lineIn(place)),
    )
    for (const { place, at: parts, message, rule, words } of fewOfEach(broken))
      collector.remark(parts ?? place, `${message} (${rule})`, words)
  }

  /** What the file has around its activities: what is wrong there is rejected by itself, the activities stay. */
  readFrame({ version, element }: IatiHead): void {
    if (!isVersion1(version)) this.#reject(frameFaults(element), [inFile('line', element.line), element.name])
  }

  #reject(faults: readonly ImportFault[], place: Place): void {
    const { collector } = this
    for (const fault of faults.slice(0, MOST_FAULTS))
      collector.reject(fault.at ?? fault.place, fault.message, fault.rule, fault.words)
    const count = faults.length - MOST_FAULTS
    if (count > 0)
      collector.reject(
        place,
        `${count} more faults of structure`,
        'INT-43',
        inWords('line-more-faults', { count }),
      )
  }

  #state(head: IatiHead, activity: XmlNode, path: string, { entity, identifier, called }: Identity): void {
    const bare: ActivityContext = {
      collector: this.collector,
      vocabulary: this.#vocabulary,
      activity,
      entity,
      path,
      source: { document: '', verified: false },
      language: attributeOf(activity, 'xml:lang')?.slice(0, 2),
    }
    const context = { ...bare, source: sourceOf(bare, head, called) }
    stateActivity(context, identifier)
    this.collector.records.push({ entity, name: narrativeOf(bare, childOf(activity, 'title')) ?? called })
    this.#read.set(identifier ?? called, context)
  }

  /** Parents and children, once all are known: a child that the file does not hold is no record yet. */
  relate(): void {
    for (const context of this.#read.values()) {
      for (const node of childrenOf(context.activity, 'related-activity')) {
        const ref = attributeOf(node, 'ref')
        if (ref === undefined) continue
        const type = attributeOf(node, 'type')
        const other = this.#read.get(ref)
        const locator = `related-activity[@ref="${ref}"]`
        if (type === PARENT) {
          const parent = other?.entity ?? entityOf('project', ref) ?? undefined
          statePassage(context, { locator, line: node.line, claims: [['partOf', parent]] })
        } else if (type === CHILD && other) {
          const said = { ...context, entity: other.entity }
          statePassage(said, { locator, line: node.line, claims: [['partOf', context.entity]] })
        } else {
          const why = type === CHILD ? inWords('left-part-elsewhere') : inWords('left-no-relation')
          this.collector.leave('related-activity', why)
        }
      }
    }
  }
}

function lineIn(place: string): string | undefined {
  return place.split(',', 1)[0]
}

/** Which project an activity is: the one that it was written from here, else one of its identifier. */
function identityOf(activity: XmlNode): Identity | undefined {
  const identifier = identifierOf(activity)
  const others = childrenOf(activity, 'other-identifier')
  for (const node of others) {
    const ref = attributeOf(node, 'ref')
    const owner = textOf(childOf(childOf(node, 'owner-org'), 'narrative'))
    if (owner !== OWNER || ref === undefined || !/^project:[\w.-]{1,120}$/.test(ref)) continue
    const given = identifier?.endsWith(`-${ref.slice('project:'.length)}`) === true
    return { entity: ref, identifier: given ? undefined : identifier, called: identifier ?? ref }
  }
  if (identifier !== undefined) {
    const entity = entityOf('project', identifier)
    return entity === null ? undefined : { entity, identifier, called: identifier }
  }
  // drafts of version 1 have the number alone, and whose it is
  const [other] = others
  const number = textOf(other) ?? attributeOf(other, 'ref')
  if (number === undefined) return undefined
  const owner =
    attributeOf(other, 'owner-name') ?? textOf(childOf(childOf(activity, 'reporting-org'), 'narrative'))
  const called = owner === undefined ? number : `${owner} ${number}`
  const entity = entityOf('project', called)
  return entity === null ? undefined : { entity, identifier: undefined, called }
}

function sourceOf(context: ActivityContext, head: IatiHead, called: string): Source {
  const { activity, collector } = context
  const reporting = childOf(activity, 'reporting-org')
  const party = narrativeOf(context, reporting) ?? attributeOf(reporting, 'ref')
  const said = attributeOf(activity, 'last-updated-datetime') ?? head.generated
  const date = partialDate(said?.slice(0, 10)) ?? collector.options.sourceDate
  return {
    document: `IATI activity ${called}`,
    ...(date === undefined ? {} : { date }),
    ...(party === undefined ? {} : { party }),
    verified: false,
  }
}
