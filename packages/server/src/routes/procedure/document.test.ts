import { CIRCULATED_OUTLINES, DOCUMENT_FORMATS } from '@demarche/api'
import { CIRCULATED_OUTLINES as WRITERS, DOCUMENT_FORMATS as RENDERERS } from '@demarche/documents'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, openDeclaration, propose } from '../../../test/a-declaration.ts'
import { type DeskUnderTest, openDesk, type SignedInForTest } from '../../../test/desk-under-test.ts'
import { paperThread } from '../../dossier/paper-thread.ts'

const MARKING = { distribution: 'LIMITE', tlp: 'TLP:GREEN' } as const

let desk: DeskUnderTest
let estonia: SignedInForTest
let chair: SignedInForTest
let entity: string

beforeAll(async () => {
  desk = await openDesk()
  estonia = await desk.signInAs({ party: 'EE', role: 'delegate' })
  chair = await desk.signInAs({ party: 'IE', role: 'chair' })
  ;({ entity } = await openDeclaration(
    estonia,
    'Declaration on the port authority',
    MARKING,
    'Intrusion at the port authority',
  ))
  await propose(estonia, entity)
  await act(chair, entity, { verb: 'put-on-agenda', body: 'hwpci', meeting: '2026-11-26' })
  await act(chair, entity, {
    verb: 'set-text',
    paragraphs: [
      { id: 's2', text: 'The European Union strongly condemns the intrusion at the port authority.' },
      { id: 's3', text: 'It calls on all States to comply with the norms of responsible behaviour.' },
    ],
  })
  await act(estonia, entity, {
    verb: 'amend',
    amendment: 'EE-1',
    paragraph: 's2',
    text: 'The Union condemns the intrusion.',
  })
  await act(chair, entity, { verb: 'decide-amendment', amendment: 'EE-1', accepted: true })
})
afterAll(async () => {
  await paperThread.close()
  await desk.close()
})

const paper = (as: SignedInForTest, outline: string, query: string) =>
  as.ask({ method: 'GET', url: `/api/procedures/${entity}/documents/${outline}?${query}` })

describe('documents of a procedure', () => {
  it('are offered for the outlines that have a writer, and no others', () => {
    expect([...CIRCULATED_OUTLINES].toSorted()).toEqual([...WRITERS].toSorted())
    expect(DOCUMENT_FORMATS).toEqual(RENDERERS)
  })

  it('are written from the joint text: the draft declaration in Markdown', async () => {
    const answer = await paper(estonia, 'doc-draft-declaration', 'format=md')
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.headers['content-type']).toBe('text/markdown; charset=utf-8')
    expect(answer.headers['content-disposition']).toMatch(/draft-declaration-declaration-on-the-port.*\.md"$/)
    expect(answer.headers['demarche-gaps']).toBe(String(answer.body.split('Nothing on record: ').length - 1))
    // the annex restates doctrine, which has a life of its own
    const [text = ''] = answer.body.split('## Annex A')
    await expect(text.replace(/doctrine [^·]+ ·/, 'doctrine … ·')).toMatchFileSnapshot(
      '../../../test/golden/draft-declaration.md',
    )
  })

  it('carry the version asked for', async () => {
    const first = await paper(estonia, 'doc-draft-declaration', 'format=md&version=1')
    expect(first.body).toContain('strongly condemns')
    expect(first.headers['content-disposition']).toContain('-v1-')
    const last = await paper(estonia, 'doc-draft-declaration', 'format=md&version=2')
    expect(last.body).not.toContain('strongly condemns')
  })

  it.each([
    ['docx', 'PK'],
    ['odt', 'PK'],
    ['pdf', '%PDF'],
  ])('come as %s', async (format, magic) => {
    const answer = await paper(chair, 'doc-measure-proposal', `format=${format}`)
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.rawPayload.subarray(0, magic.length).toString()).toBe(magic)
  })

  it('are refused with the reason for a version or an outline that there is not', async () => {
    const version = await paper(estonia, 'doc-draft-declaration', 'format=md&version=9')
    expect(version.statusCode).toBe(422)
    expect(version.json()).toMatchObject({
      code: 'value-refused',
      faults: [{ place: '/version', rule: 'TXT-18' }],
    })
    expect((await paper(estonia, 'doc-options-paper', 'format=md')).statusCode).toBe(400)
  })

  it('are nothing to who may not see the procedure, whatever is asked for', async () => {
    const outsider = await desk.signInAs({
      party: 'public',
      role: 'analyst',
      ceiling: { maxDistribution: 'PUBLIC', maxTlp: 'TLP:CLEAR' },
    })
    for (const query of ['format=md', 'format=md&version=1', 'format=md&version=9']) {
      const hidden = await paper(outsider, 'doc-draft-declaration', query)
      const absent = await outsider.ask({
        method: 'GET',
        url: `/api/procedures/procedure:never-opened-000000/documents/doc-draft-declaration?${query}`,
      })
      expect(hidden.statusCode).toBe(404)
      expect(hidden.body.replaceAll(entity, '…')).toBe(
        absent.body.replaceAll('procedure:never-opened-000000', '…'),
      )
    }
  })
})
