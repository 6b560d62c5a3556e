/**
 * How the submissions to a consultation are found in the ledger, list by list: by the facets of what was decided on them, so
 * that none that is not shown is read.
 *
 * The lists hold what core says of each of them (`readSubmission`). Rule: docs/rules/stakeholders.md, STK-12.
 * Next door: `consultation-desk.ts`.
 */
import { facet, type SubmissionList } from '@demarche/core'
import type { RecordPlace, RecordQuery } from '@demarche/store'

const ACCEPTED = facet('moderation', 'accepted')
const SET_ASIDE = facet('moderation', 'set-aside')

interface Wanted {
  /** all that still have a text when absent */
  readonly list?: SubmissionList | undefined
  readonly q?: string | undefined
  readonly after?: RecordPlace | undefined
  /** what the synthesis cites */
  readonly cited: readonly string[]
  readonly limit: number
}

/** The question to the ledger; of no particular consultation where none is named. */
export function submissionsIn(
  consultation: string | undefined,
  { list, cited, ...page }: Wanted,
): RecordQuery {
  const { decided, ...decision } = list === undefined ? {} : LISTS[list]
  return {
    kinds: ['submission'],
    facets: [
      ...(consultation === undefined ? [] : [[facet('consultation', consultation)]]),
      ...(decided === undefined ? [] : [[decided]]),
    ],
    ...decision,
    // what was withdrawn has no text any more
    states: 'text',
    ...(list === 'uncited' ? { except: cited } : {}),
    sort: 'start',
    order: 'asc',
    offset: 0,
    ...page,
  }
}

const LISTS: Readonly<
  Record<SubmissionList, Pick<RecordQuery, 'without' | 'undecided'> & { readonly decided?: string }>
> = {
  waiting: { undecided: [ACCEPTED, SET_ASIDE] },
  accepted: { decided: ACCEPTED, without: [SET_ASIDE] },
  uncited: { decided: ACCEPTED, without: [SET_ASIDE] },
  'set-aside': { decided: SET_ASIDE, without: [ACCEPTED] },
}

/** The place behind which a page begins, as it stands in an address. */
export function writePlace(place: RecordPlace | null): string | null {
  return place && `${place.key ?? ''}~${place.entity}`
}

/** The same read back; the border has checked its form. */
export function readPlace(text: string | undefined): RecordPlace | undefined {
  if (text === undefined) return undefined
  const [key = '', entity = ''] = text.split('~')
  return { key: key === '' ? null : key, entity }
}
