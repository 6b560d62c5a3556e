/**
 * What the entries of a pack say of each other and of themselves must fit together: names, dates, measures, documents,
 * packages, scales.
 *
 * Rests on: docs/rules/doctrine.md, DOC-08, DOC-09, DOC-12 to DOC-14 and DOC-21 to DOC-28, DOC-40. Next door: `check-rules.ts`.
 */
import { CATEGORIES, DIMENSIONS, type DoctrineEntry } from '@demarche/core'
import { checkParties } from './check-parties.ts'
import type { Fault } from './pack-file.ts'
import type { PackEntries, Sited } from './read-entries.ts'

export function checkReferences(entries: PackEntries): Fault[] {
  return [
    ...checkEntries(entries),
    ...checkMeasures(entries),
    ...checkPackages(entries),
    ...checkScales(entries),
    ...checkCeilings(entries),
    ...checkPopulations(entries),
    ...checkParties(entries),
  ]
}

function at(
  sited: Sited<DoctrineEntry>,
  keys: readonly (string | number)[],
  rule: Fault['rule'],
  message: string,
): Fault {
  return { path: sited.path, place: [...sited.place, ...keys], rule, message }
}

const UNREAD = /\bnot read\b|\brecalled\b|\bnot reached\b|\bpart not reached\b/

function checkEntries(entries: PackEntries): Fault[] {
  const faults: Fault[] = []
  const { pack, unread: _unread, ...kinds } = entries
  const packDate = pack?.value.date
  const lists: readonly (readonly Sited<DoctrineEntry>[])[] = Object.values(kinds)
  for (const list of lists) {
    const byId = new Map<string, Sited<DoctrineEntry>[]>()
    for (const sited of list) {
      const { entry, path } = sited
      const { from, to } = entry.inForce
      if (to !== undefined && to < from) {
        faults.push(
          at(
            sited,
            ['inForce'],
            'DOC-08',
            `in force to ${to}, which is before ${from}; exchange the dates or mend one.`,
          ),
        )
      }
      if (packDate !== undefined && from > packDate) {
        const message = `in force from ${from}, after the date of the pack, ${packDate}; nobody can have read that. Mend the date, or the pack's.`
        faults.push(at(sited, ['inForce'], 'DOC-09', message))
      }
      if (entry.verified && !entry.verifiedParts && UNREAD.test(entry.source.locator)) {
        const message = `verified: true, but the source says it was not read (${entry.source.locator}); name the parts that were read in verifiedParts, or say false.`
        faults.push(at(sited, ['verified'], 'DOC-12', message))
      }
      const name = /([^/.]+)(?:\.[^/]*)?\.yaml$/.exec(path)?.[1] ?? ''
      const expected = 'letter' in entry ? entry.letter : entry.id
      if (sited.place.length === 0 && name !== expected) {
        const message = `the file is named "${name}" and its ${'letter' in entry ? 'letter' : 'id'} is "${String(expected)}"; they must be the same.`
        faults.push(at(sited, ['letter' in entry ? 'letter' : 'id'], 'DOC-13', message))
      }
      const same = byId.get(entry.id) ?? []
      for (const other of same.filter(
        ({ entry: { inForce } }) => from <= (inForce.to ?? '9') && inForce.from <= (to ?? '9'),
      )) {
        const message = `"${entry.id}" stands in ${other.path} too, and both are in force at the same time; give the older one a date "to", or another id.`
        faults.push(at(sited, ['id'], 'DOC-14', message))
      }
      byId.set(entry.id, [...same, sited])
    }
  }
  return faults
}

function checkMeasures(entries: PackEntries): Fault[] {
  const faults: Fault[] = []
  const measures = new Set([...entries.measures.map(({ entry }) => entry.id), ...entries.unread.measures])
  const documents = new Set([...entries.documents.map(({ entry }) => entry.id), ...entries.unread.documents])
  for (const sited of entries.measures) {
    const { id, compatibleWith, conflictsWith } = sited.entry
    const unknown = (keys: readonly (string | number)[], name: string) =>
      faults.push(at(sited, keys, 'DOC-21', `the pack has no measure "${name}".`))
    for (const [index, name] of compatibleWith.entries()) {
      if (!measures.has(name)) unknown(['compatibleWith', index], name)
    }
    for (const [index, { measure }] of conflictsWith.entries()) {
      const place = ['conflictsWith', index, 'measure']
      if (!measures.has(measure)) unknown(place, measure)
      if (measure === id) faults.push(at(sited, place, 'DOC-23', `"${id}" conflicts with itself.`))
      if (compatibleWith.includes(measure)) {
        faults.push(
          at(
            sited,
            place,
            'DOC-23',
            `"${measure}" is said to be compatible and to conflict; say one of them.`,
          ),
        )
      }
      const other = entries.measures.find(({ entry }) => entry.id === measure)
      if (other && !other.entry.conflictsWith.some((back) => back.measure === id)) {
        faults.push(
          at(
            sited,
            place,
            'DOC-23',
            `conflicts with "${measure}", which does not say so of "${id}"; a conflict is said on both sides.`,
          ),
        )
      }
      if (other?.entry.compatibleWith.includes(id)) {
        faults.push(
          at(
            sited,
            place,
            'DOC-23',
            `conflicts with "${measure}", which says it is compatible with "${id}".`,
          ),
        )
      }
    }
    for (const [index, name] of sited.entry.documents.entries()) {
      if (!documents.has(name))
        faults.push(at(sited, ['documents', index], 'DOC-22', `the pack has no document "${name}".`))
    }
  }
  return faults
}

function checkPackages(entries: PackEntries): Fault[] {
  const faults: Fault[] = []
  const measures = new Map(entries.measures.map(({ entry }) => [entry.id, entry]))
  const covered = new Set<string>()
  for (const sited of entries.packages) {
    for (const [index, slot] of sited.entry.slots.entries()) {
      for (const [position, name] of slot.oneOf.entries()) {
        const measure = measures.get(name)
        const place = ['slots', index, 'oneOf', position]
        if (!measure) {
          if (!entries.unread.measures.includes(name))
            faults.push(at(sited, place, 'DOC-21', `the pack has no measure "${name}".`))
          continue
        }
        covered.add(measure.category)
        if (sited.entry.withoutAttribution && ['political', 'legal'].includes(measure.attribution.need)) {
          const message = `a package without attribution takes "${name}", which needs a ${measure.attribution.need} one.`
          faults.push(at(sited, place, 'DOC-25', message))
        }
        if (measure.role === 'lifecycle-act') {
          faults.push(
            at(
              sited,
              place,
              'DOC-25',
              `"${name}" is an act in the life of a listing and answers no incident.`,
            ),
          )
        }
      }
    }
  }
  const first = entries.packages[0]
  if (!first || entries.unread.packages.length > 0 || entries.unread.measures.length > 0) return faults
  const restraints = new Set(
    entries.packages.filter(({ entry }) => entry.restraint).map(({ entry }) => entry.id),
  )
  const missing = CATEGORIES.filter((category) => !covered.has(category))
  const whole = (message: string) => faults.push({ path: first.path, place: [], rule: 'DOC-24', message })
  if (restraints.size !== 1)
    whole(
      `${restraints.size} packages are marked "restraint: true" (${[...restraints].join(', ') || 'none'}); expected one.`,
    )
  if (!entries.packages.some(({ entry }) => entry.withoutAttribution))
    whole('no package is marked "withoutAttribution: true".')
  if (missing.length > 0) whole(`no package takes a measure of the category ${missing.join(', ')}.`)
  return faults
}

function checkScales(entries: PackEntries): Fault[] {
  const faults: Fault[] = []
  for (const sited of entries.scales) {
    for (const [index, { level }] of sited.entry.levels.entries()) {
      const before = sited.entry.levels[index - 1]
      if (before && before.level >= level) {
        faults.push(
          at(
            sited,
            ['levels', index, 'level'],
            'DOC-26',
            `level ${level} follows level ${before.level}; each level stands once, lowest first.`,
          ),
        )
      }
    }
  }
  const first = entries.scales[0]
  if (!first || entries.unread.scales.length > 0) return faults
  const missing = DIMENSIONS.filter(
    (dimension) => !entries.scales.some(({ entry }) => entry.id === dimension),
  )
  if (missing.length > 0) {
    faults.push({
      path: first.path,
      place: [],
      rule: 'DOC-27',
      message: `no scale for ${missing.join(', ')}; a profile has all seven dimensions.`,
    })
  }
  return faults
}

function checkCeilings(entries: PackEntries): Fault[] {
  return entries.proportionality.flatMap((sited) => {
    const { ceilings } = sited.entry
    const faults = ceilings.flatMap(({ band, usualCeiling }, index) => {
      const before = ceilings[index - 1]
      return before && (before.band >= band || before.usualCeiling > usualCeiling)
        ? [
            at(
              sited,
              ['ceilings', index],
              'DOC-28',
              `band ${band} with ceiling ${usualCeiling} follows band ${before.band} with ceiling ${before.usualCeiling}; bands rise, and ceilings never fall.`,
            ),
          ]
        : []
    })
    const missing = [0, 1, 2, 3, 4, 5].filter((band) => !ceilings.some((ceiling) => ceiling.band === band))
    return missing.length === 0
      ? faults
      : [...faults, at(sited, ['ceilings'], 'DOC-28', `no ceiling for band ${missing.join(', ')}.`)]
  })
}

function checkPopulations(entries: PackEntries): Fault[] {
  return entries.populations.flatMap((sited) => {
    const { percent, rounding } = sited.entry
    const shares = Object.values(percent)
    const sum = shares.reduce((total, share) => total + share, 0)
    const slack = shares.length * rounding
    const faults: Fault[] = []
    // a millionth of a point is beyond any table, and above what binary fractions lose
    if (Math.abs(sum - 100) > slack + 1e-6) {
      const message = `the shares add up to ${sum.toFixed(2)} %; expected 100 within ${slack.toFixed(3)}, which is the rounding of ${shares.length} figures.`
      faults.push(at(sited, ['percent'], 'DOC-40', message))
    }
    for (const [state, share] of Object.entries(percent)) {
      if (share >= rounding) continue
      const message = `the share of ${state} is ${share} %, less than the rounding of ${rounding}; nobody could tell it from none.`
      faults.push(at(sited, ['percent', state], 'DOC-40', message))
    }
    return faults
  })
}
