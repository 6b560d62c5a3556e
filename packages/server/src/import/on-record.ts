/**
 * What a file says and the record says already, under a marking that is no stricter.
 *
 * The ledger itself tells the same content under the same marking (LED-03). A file that was loaded for everybody to read
 * adds nothing when it is imported again under a stricter marking: whoever may read the new statement reads the old one.
 *
 * In: drafts; out: those that add something. Only cases and records that exist are looked at.
 */
import { canonicalJson, type DraftStatement, isAtLeastAsStrict, type Marking } from '@demarche/core'
import type { LedgerReader } from '@demarche/store'

/** Cases or records whose statements are held in memory at a time. */
const CHUNK = 200

/** The drafts whose content this reader does not find on record, or only under a stricter marking or withdrawn. */
export async function leaveOutOnRecord(
  ledger: Pick<LedgerReader, 'entities' | 'statementsOf'>,
  drafts: readonly DraftStatement[],
): Promise<readonly DraftStatement[]> {
  const existing = await entitiesOnRecord(ledger, drafts)
  const concerned = [...new Set(drafts.map(({ entity }) => entity))].filter((entity) => existing.has(entity))
  const known = new Map<string, Marking[]>()
  for (let start = 0; start < concerned.length; start += CHUNK) {
    const statements = await ledger.statementsOf(concerned.slice(start, start + CHUNK))
    const withdrawn = new Set(
      statements.flatMap(({ retracts }) =>
        (retracts ?? []).filter(({ property }) => property === undefined).map(({ statement }) => statement),
      ),
    )
    for (const { id, ...draft } of statements) {
      if (withdrawn.has(id)) continue
      const key = contentKey(draft)
      known.set(key, [...(known.get(key) ?? []), draft.marking])
    }
  }
  if (known.size === 0) return drafts
  return drafts.filter(
    (draft) =>
      !existing.has(draft.entity) ||
      !known.get(contentKey(draft))?.some((marking) => isAtLeastAsStrict(draft.marking, marking)),
  )
}

/** The entities of the kinds that the drafts are about, of which the reader sees something. */
export async function entitiesOnRecord(
  ledger: Pick<LedgerReader, 'entities'>,
  drafts: readonly DraftStatement[],
): Promise<ReadonlySet<string>> {
  const kinds = [...new Set(drafts.map(({ kind }) => kind))]
  return new Set((await Promise.all(kinds.map((kind) => ledger.entities(kind)))).flat())
}

/** The content apart from who put it on record, when, and for whom. */
function contentKey(draft: DraftStatement): string {
  return canonicalJson({ ...draft, assertedAt: '', assertedBy: '', recordedBy: '', marking: null })
}
