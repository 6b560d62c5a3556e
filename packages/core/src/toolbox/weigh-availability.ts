/**
 * Which measures of the catalogue are open for a case, which are not, and which turn on something.
 *
 * Takes a compiled pack, the facts of a case and a date; gives one finding per measure, each reason with its text, its
 * authority and its proof. Open in law and in fact is all this says: whether to take a measure is for people.
 *
 * Rules (docs/rules/toolbox.md): TB-AVAIL-01 to TB-AVAIL-06. Next door: `compose-packages.ts` builds on the findings.
 */
import { type CompiledDoctrine, type CompiledLaw, versionsOn } from '../assessment/compile-doctrine.ts'
import type { CaseFrame } from '../assessment/case-frame.ts'
import { openFactsIn } from '../assessment/read-proof.ts'
import type { Availability, MeasureFinding } from './option.ts'
import { isInForce } from '../kernel/doctrine-entry.ts'
import type { AvailabilityClause, Doctrine, Measure } from '../kernel/doctrine.ts'
import type { Facts } from '../kernel/fact.ts'
import type { Proof } from '../kernel/finding.ts'
import type { CalendarDate } from '../kernel/partial-date.ts'
import type { Rule } from '../kernel/rule.ts'
import { and, type Verdict } from '../kernel/verdict.ts'
import { reasonInEnglish } from '../reason/english-voice.ts'
import { reasonOf } from '../reason/reason-words.ts'

type Reason = MeasureFinding['reasons'][number]

/** The versions of the measures to show on a date: those in force, else the next to come, else the last that were. */
export function measuresOn(doctrine: Doctrine, onDate: CalendarDate): readonly Measure[] {
  const chosen = versionsOn(doctrine.measures, onDate)
  return doctrine.measures.filter((measure) => chosen.has(measure))
}

/**
 * Weighs every measure of the pack.
 * @param facts resolved and derived facts
 * @param onDate calendar day in Brussels; selects the measures and the law in force
 * @returns in the order of the pack, lifecycle acts and adjacent options included (see `role`)
 */
export function weighAvailability(
  compiled: CompiledDoctrine,
  facts: Facts,
  onDate: CalendarDate,
): readonly MeasureFinding[] {
  const law = compiled.on(onDate)
  const frame = law.read(facts)
  return measuresOn(compiled.doctrine, onDate).map((measure) => weighMeasure(measure, law, frame, onDate))
}

/** The properties that the finding on a measure rests on, those aside that it names instead of a derived one. */
export function readByMeasure(law: CompiledLaw, measure: Measure): readonly string[] {
  return measure.availability.flatMap(({ rule }) => law.rule(rule, measure.id).slots.map(({ name }) => name))
}

/** Weighs one measure: the same finding as among all of them. */
export function weighMeasure(
  measure: Measure,
  law: CompiledLaw,
  frame: CaseFrame,
  onDate: CalendarDate,
): MeasureFinding {
  const reasons = isInForce(measure, onDate)
    ? measure.availability.map((clause) => weighClause(measure, clause, law, frame, onDate))
    : [notInForce(measure, onDate)]
  const verdict = reasons.reduce<Verdict>((sum, reason) => and(sum, reason.verdict), 'true')
  const open = verdict === 'unknown' || verdict === 'contested' ? reasons : []
  return {
    measure: measure.id,
    label: measure.label,
    category: measure.category,
    role: measure.role,
    availability: availabilityOf(verdict),
    reasons,
    turnsOn: [...new Set(open.flatMap(({ proof }) => openFactsIn(proof, frame.facts, true)))],
    attributionNeed: measure.attribution.need,
    escalation: measure.escalation,
    verified: measure.verified,
  }
}

function weighClause(
  measure: Measure,
  clause: AvailabilityClause,
  law: CompiledLaw,
  frame: CaseFrame,
  onDate: CalendarDate,
): Reason {
  const sleeping = requiredTests(clause.rule)
    .map((id) => law.test(id)?.entry)
    .find((entry) => entry !== undefined && !isInForce(entry, onDate))
  const rule = law.rule(clause.rule, measure.id)
  const verdict = sleeping === undefined ? rule.verdict(frame) : 'false'
  const words =
    sleeping === undefined
      ? reasonOf('availability.clause', { clause: clause.text })
      : reasonOf('availability.lawNotInForce', {
          clause: clause.text,
          label: sleeping.label,
          date: onDate,
        })
  let proof: Proof | undefined
  return {
    verdict,
    text: reasonInEnglish(words),
    words,
    authority: clause.authority,
    ...(clause.source ? { citation: clause.source } : {}),
    get proof() {
      return (proof ??= { ...rule.prove(frame), verdict })
    },
  }
}

/** TB-AVAIL-02: tests without which the clause cannot hold. */
function requiredTests(rule: Rule): readonly string[] {
  if ('test' in rule) return [rule.test]
  return 'all' in rule ? rule.all.flatMap(requiredTests) : []
}

function notInForce(measure: Measure, onDate: CalendarDate): Reason {
  const { from, to } = measure.inForce
  const words =
    onDate < from
      ? reasonOf('availability.notYet', { date: onDate, from })
      : reasonOf('availability.noLonger', { date: onDate, until: to ?? from })
  return {
    verdict: 'false',
    text: reasonInEnglish(words),
    words,
    authority: measure.authority,
    citation: measure.source,
    proof: { verdict: 'false', node: { type: 'always' }, support: [], parts: [] },
  }
}

function availabilityOf(verdict: Verdict): Availability {
  return verdict === 'true' ? 'available' : verdict === 'false' ? 'not-available' : 'turns-on'
}
