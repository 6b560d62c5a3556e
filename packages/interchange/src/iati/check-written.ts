/**
 * What the rules of the standard say of a file that was written here, for those who will read it.
 *
 * A rule that asks for more than anybody has stated (a share of the money for each of several countries) stays broken and
 * is named: nothing is made up to satisfy it. Rules: INT-47, INT-48. Next door: `write-iati.ts`, `rulesets.ts`.
 */
import { sayRefusal } from '@demarche/core'
import type { ImportFault } from '../refusal.ts'
import { structureFaults } from './check-structure.ts'
import { fewOfEach, rulesetFaults } from './rulesets.ts'
import type { LeftOut } from './write-iati.ts'
import { comment } from './xml-text.ts'
import { iatiActivities } from './xml-tree.ts'

/** Every rule that a file breaks, with its line. `today` is the day on which it was written. */
export async function writtenFaults(xml: string, today: string): Promise<readonly ImportFault[]> {
  const faults: ImportFault[] = []
  for await (const { activity, position } of iatiActivities(xml, {})) {
    const path = `iati-activity[${position}]`
    faults.push(...structureFaults(activity, path), ...fewOfEach(rulesetFaults(activity, path, today)))
  }
  return faults
}

/** The file with what is left out of it, and the rules that it breaks, in comments behind it. */
export async function withRemarks(
  { xml, leftOut }: { readonly xml: string; readonly leftOut: readonly LeftOut[] },
  today: string,
): Promise<string> {
  const left = leftOut.map(({ entity, why }) => `left out: ${entity}. ${sayRefusal(why)} (INT-48)`)
  const broken = (await writtenFaults(xml, today)).map(
    ({ place, message, rule }) => `${place}: ${message} (${rule})`,
  )
  return [xml.trimEnd(), ...[...left, ...broken].map(comment), ''].join('\n')
}
