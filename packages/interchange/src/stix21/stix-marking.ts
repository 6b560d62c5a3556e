/**
 * Markings of STIX objects: the Traffic Light Protocol, version 1 or 2, as a marking of this desk.
 *
 * A limit that is not understood is the strictest one (TLP:RED), never none. Granular markings cover the whole object.
 * Rests on: OASIS STIX 2.1 section 7.2 (TLP 1 marking ids), the OASIS extension for TLP 2.0. Rule: INT-34.
 */
import { entryOf } from '../reading.ts'
import { inWords, highestMarking, type Marking, TLP_LABELS, type TlpLabel } from '@demarche/core'
import type { Collector } from '../reading.ts'
import type { StixBundle, StixObject } from './bundle.ts'

const FIXED: Readonly<Record<string, TlpLabel>> = {
  'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9': 'TLP:CLEAR',
  'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da': 'TLP:GREEN',
  'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82': 'TLP:AMBER',
  'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed': 'TLP:RED',
  'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487': 'TLP:CLEAR',
  'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb': 'TLP:GREEN',
  'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421': 'TLP:AMBER',
  'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003': 'TLP:AMBER+STRICT',
  'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1': 'TLP:RED',
}

/**
 * The strictest marking of some objects together; undefined when none carries one.
 * A marking chosen for the import is never loosened by the file.
 */
export function markingOf(
  bundle: StixBundle,
  objects: readonly StixObject[],
  collector: Collector,
): Marking | undefined {
  const labels = objects.flatMap((object) =>
    [
      ...(object.object_marking_refs ?? []),
      ...(object.granular_markings ?? []).flatMap(({ marking_ref }) => marking_ref ?? []),
    ].flatMap((reference) => labelOf(bundle, reference, object, collector)),
  )
  if (labels.length === 0) return undefined
  const chosen = collector.options.marking
  const markings = labels.map((tlp): Marking => ({ distribution: chosen ? 'PUBLIC' : 'LIMITE', tlp }))
  return highestMarking(chosen ? [chosen, ...markings] : markings)
}

function labelOf(
  bundle: StixBundle,
  reference: string,
  object: StixObject,
  collector: Collector,
): readonly TlpLabel[] {
  const fixed = entryOf(FIXED, reference)
  if (fixed) return [fixed]
  const definition = bundle.objects.get(reference)
  if (definition?.definition_type === 'statement') return []
  const named = definition?.definition?.tlp ?? definition?.name?.replace(/^TLP:/i, '')
  const wanted = named?.toUpperCase() === 'WHITE' ? 'TLP:CLEAR' : `TLP:${named?.toUpperCase() ?? ''}`
  const label = TLP_LABELS.find((known) => known === wanted)
  if (label) return [label]
  const what = definition ? 'is no TLP marking' : 'is not in the bundle'
  collector.remark(
    object.id,
    `the marking ${reference} ${what}; treated as TLP:RED (INT-34)`,
    inWords('remark-treated-as-red', { seen: reference }),
  )
  return ['TLP:RED']
}
