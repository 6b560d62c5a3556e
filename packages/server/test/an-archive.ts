/** The archive of a case between desks under test: a case that goes into one, what a desk hands out, and taking it in at another. */
import type { ImportReport } from '@demarche/api'
import type { Marking } from '@demarche/core'
import type { Reader } from '@demarche/store'
import { importDocument } from '../src/import/run-import.ts'
import { aNewCase, type DeskUnderTest, type SignedInForTest } from './desk-under-test.ts'

/**
 * Opens a case with a name and a date.
 * @returns its entity, and the id of the statement that opened it
 */
export async function openDatedCase(
  as: SignedInForTest,
  name: string,
  marking: Marking,
): Promise<{ readonly entity: string; readonly statement: string }> {
  const answer = await as.ask({
    method: 'POST',
    url: '/api/cases',
    payload: { ...aNewCase(name, { property: 'startDate', value: '2026-01' }), marking },
  })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  const { entity, statement } = answer.json()
  return { entity, statement: statement.id }
}

/** The archive of a case as somebody gets it. @param query as in the address, with its question mark */
export async function archiveOf(as: SignedInForTest, entity: string, query = ''): Promise<Buffer> {
  const answer = await as.ask({ url: `/api/cases/${entity}/archive${query}` })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.rawPayload
}

/** Takes an archive in at a desk that trusts these keys, and its own. @throws as `importDocument` */
export async function takeInArchive(
  { office }: DeskUnderTest,
  bytes: Uint8Array,
  { reader, trusted }: { readonly reader: Reader; readonly trusted: readonly string[] },
): Promise<ImportReport> {
  const { fingerprint: own } = await office.archives.key()
  return importDocument(office.store, {
    bytes,
    filename: 'case.ndjson',
    reader,
    at: office.clock(),
    archives: { trust: async () => ({ trusted, own }) },
  })
}
