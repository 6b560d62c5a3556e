import { afterAll, describe, expect, it } from 'vitest'
import type { Proof } from '@demarche/core'
import { loadDoctrine } from '@demarche/doctrine'
import { aDossier } from '@demarche/testkit/a-dossier.ts'
import { openPaperThread, type PaperOrder } from './paper-thread.ts'
import { writeOptionsPaper } from './write-options-paper.ts'

const doctrine = loadDoctrine()
const thread = openPaperThread()
afterAll(() => thread.close())

const order = (more: Partial<PaperOrder> = {}): PaperOrder => ({
  dossier: aDossier(),
  doctrine,
  format: 'md',
  producedOn: '2026-06-02',
  ...more,
})

describe('papers set in a thread of their own', () => {
  it.each(['md', 'docx', 'pdf', 'odt'] as const)('are the same as when set here: %s', async (format) => {
    const there = await thread.write(order({ format }))
    const here = await writeOptionsPaper(aDossier(), doctrine, format, '2026-06-02')
    expect({ ...there, bytes: undefined }).toEqual({ ...here, bytes: undefined })
    expect(Buffer.compare(there.bytes, here.bytes)).toBe(0)
  })

  it('leave the main thread free for others while a PDF is set', async () => {
    let turns = 0
    let turning = setImmediate(function turn() {
      turns += 1
      turning = setImmediate(turn)
    })
    const paper = thread.write(order({ format: 'pdf' })).finally(() => clearImmediate(turning))
    await paper
    expect((await paper).bytes.subarray(0, 4).toString()).toBe('%PDF')
    expect(turns).toBeGreaterThan(50)
  })

  it('wait for their turn, and each goes to who asked for it', async () => {
    const days = ['2026-06-03', '2026-06-04', '2026-06-05']
    const papers = await Promise.all(days.map((producedOn) => thread.write(order({ producedOn }))))
    papers.forEach(({ bytes }, index) => {
      expect(bytes.toString()).toContain(`produced on ${index + 3} June 2026`)
    })
  })

  it('fail alone, with the error of the writer', async () => {
    const empty = { ...aDossier(), toJSON: () => '' }
    const refused = thread.write(order({ dossier: empty }))
    const next = thread.write(order())
    await expect(refused).rejects.toThrow(/undefined/)
    expect((await next).mediaType).toBe('text/markdown; charset=utf-8')
  })

  it('are refused at once when they cannot be sent', async () => {
    const [test] = aDossier().tests
    if (!test) throw new Error('the invented dossier has tests')
    // a proof that rests on itself has no end
    const parts: Proof[] = []
    const circular: Proof = { ...test.proof, parts }
    parts.push(circular)
    const dossier = aDossier({ tests: [{ ...test, proof: circular }] })
    await expect(thread.write(order({ dossier }))).rejects.toThrow(/circular/)
    expect((await thread.write(order())).filename).toMatch(/\.md$/)
  })

  it('are refused when their thread ends, and the next order starts another', async () => {
    const lost = expect(thread.write(order({ format: 'pdf' }))).rejects.toThrow(
      'thread that sets papers has ended',
    )
    await thread.close()
    await lost
    expect((await thread.write(order())).bytes.length).toBeGreaterThan(1000)
  })
})
