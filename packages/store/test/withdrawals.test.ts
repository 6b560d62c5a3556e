/**
 * What was corrected or withdrawn stays so: after an erasure, a second import, and the loss of the database (LED-03, LED-10).
 */
import { appendFile, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import {
  CASE_VOCABULARY,
  knownBy,
  PUBLIC,
  resolveFacts,
  type Statement,
  UNNAMED_CASE,
  WORKING,
} from '@demarche/core'
import { expect, test, vi } from 'vitest'
import { openStore, restoreStore } from '../src/index.ts'
import { onBothEngines } from './both-engines.ts'
import { type Bench, aDraft, aFolder, ALL_CASES, aRemarking, CLOCK, KEEPER } from './ledgers.ts'

// opening a store from nothing takes seconds, and far longer on a busy machine
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const facts = (statements: readonly Statement[]) => resolveFacts(CASE_VOCABULARY, statements)
const two = [
  { property: 'name', value: 'Rain' },
  { property: 'deaths', value: 3 },
]
const DE = { country: 'DE', sector: 'energy' }
const FR = { country: 'FR', sector: 'health' }
const authority = { authority: 'Decision 7/2026', by: 'keeper' }
const later = (minute: number) => `2026-03-02T09:${String(minute).padStart(2, '0')}:00.000Z`

await onBothEngines(({ name, on, ledger }) => {
  on(
    'LED-10 an erased correction revives nothing, also after the database was lost or a backup restored',
    async () => {
      const { store } = ledger
      const reader = store.as(KEEPER)
      const entity = 'case:unrevived'
      const { statements } = await reader.append([
        aDraft({
          entity,
          assertions: [...two, { property: 'target', value: DE }, { property: 'target', value: FR }],
        }),
      ])
      const statement = statements[0]?.id ?? ''
      const corrected = await reader.append([
        aDraft({
          entity,
          assertedAt: later(1),
          date: '2020-05',
          document: 'Jane Q. Unforgettable',
          assertions: [{ property: 'deaths', value: 0 }],
          supersedes: [{ statement, property: 'deaths' }],
          retracts: [
            { statement, property: 'target', value: FR },
            { statement, property: 'name' },
          ],
        }),
      ])
      const id = corrected.statements[0]?.id ?? ''
      const tombstone = await store.erase({ statement: id, ...authority })
      expect(JSON.stringify(tombstone)).not.toMatch(/Unforgettable|health/)
      const check = async (bench: Pick<Bench, 'store'>) => {
        const read = await bench.store.as(KEEPER).statements(entity)
        expect(read.map(({ erased }) => erased?.authority)).toEqual([undefined, 'Decision 7/2026'])
        expect(facts(read).one('deaths').state).toBe('unknown')
        expect(
          facts(read)
            .many('target')
            .map(({ value }) => value),
        ).toEqual([DE])
        // nobody had said it by then: the correction counts from the day on which its source said it
        expect(facts(knownBy(read, { saidBy: '2020-05-30' })).one('deaths').state).toBe('unknown')
        expect((await bench.store.as(KEEPER).listCases({ ...ALL_CASES, q: 'unrevived' })).rows).toMatchObject(
          [{ name: UNNAMED_CASE, targetCountries: ['DE'], statements: 1 }],
        )
        expect(await bench.store.as(KEEPER).statement(id)).toEqual(read[1])
        expect(await bench.store.verify()).toMatchObject({ sound: true })
      }
      await check(ledger)

      const folder = aFolder()
      try {
        const file = join(folder.path, 'backup')
        await store.backup(file)
        const options = { dataDirectory: join(folder.path, 'other'), clock: CLOCK }
        await restoreStore(file, options)
        await rm(join(options.dataDirectory, 'database'), { recursive: true })
        const restored = await openStore(options)
        await check({ store: restored })
        await restored.close()
      } finally {
        folder.remove()
      }
    },
  )

  on('LED-03 what was withdrawn in part can be said again by a person', async () => {
    const reader = ledger.store.as(KEEPER)
    const draft = aDraft({ entity: 'case:said-again', assertions: two })
    const { statements } = await reader.append([draft])
    const retracts = [{ statement: statements[0]?.id ?? '', property: 'deaths' }]
    await reader.append([
      aDraft({ entity: 'case:said-again', assertions: [], retracts, assertedAt: later(1) }),
    ])
    const again = { ...draft, assertedAt: later(2) }
    expect((await reader.append([again])).statements).toHaveLength(1)
    expect(facts(await reader.statements('case:said-again')).one('deaths')).toMatchObject({ value: 3 })
    // and then it stands, for a file as for a person
    const third = [{ ...draft, assertedAt: later(3) }]
    for (const withdrawn of ['restate', 'leave'] as const)
      expect(await reader.append(third, { withdrawn })).toEqual({
        statements: [],
        alreadyOnRecord: 1,
        leftWithdrawn: [],
      })
  })

  on('LED-03 a file that is loaded again leaves withdrawn what was withdrawn, and says so', async () => {
    const reader = ledger.store.as(KEEPER)
    const file = ['whole', 'part', 'corrected', 'stands'].map((slug) =>
      aDraft({ entity: `case:file-${slug}`, assertions: two }),
    )
    const { statements } = await reader.append(file, { withdrawn: 'leave' })
    const reference = (index: number) => ({ statement: statements[index]?.id ?? '' })
    const acts = [
      aDraft({ entity: 'case:file-whole', assertions: [], retracts: [reference(0)] }),
      aDraft({
        entity: 'case:file-part',
        assertions: [],
        retracts: [{ ...reference(1), property: 'deaths' }],
      }),
      aDraft({
        entity: 'case:file-corrected',
        assertions: [{ property: 'deaths', value: 0 }],
        supersedes: [reference(2)],
      }),
    ].map((act) => ({ ...act, assertedAt: later(1), assertedBy: 'EE' }))
    const made = await reader.append(acts)
    const before = await reader.version()
    for (const marking of [PUBLIC, WORKING]) {
      const again = file.slice(0, 3).map((draft) => ({ ...draft, marking, assertedAt: later(9) }))
      const { leftWithdrawn, ...counts } = await reader.append(again, { withdrawn: 'leave' })
      expect(counts).toEqual({ statements: [], alreadyOnRecord: 0 })
      expect(leftWithdrawn).toEqual(
        again.map((draft, index) => ({
          draft,
          statement: statements[index]?.id,
          withdrawnBy: made.statements[index]?.id,
          withdrawnOn: later(1),
          party: 'EE',
        })),
      )
    }
    expect(await reader.append(file, { withdrawn: 'leave' })).toMatchObject({ alreadyOnRecord: 4 })
    expect(await reader.version()).toBe(before)
  })

  on('VOC-03 days of validity that nothing would read are refused, with their place', async () => {
    const reader = ledger.store.as(KEEPER)
    const dated = aDraft({
      entity: 'case:dated',
      assertions: [{ property: 'deaths', value: 1, validFrom: aDraft({ date: '2016' }).source.date }],
    })
    await expect(reader.append([aDraft({ entity: 'case:dated' }), dated])).rejects.toThrow(
      '/1/assertions/0: Deaths: It does not change with time; from when and until when it holds cannot be said.',
    )
    expect(await reader.statements('case:dated')).toEqual([])
  })

  on('verify finds no fault while others append, mark anew, erase and read', async () => {
    const { store } = ledger
    const reader = store.as(KEEPER)
    const end = new AbortController()
    const entry = { at: later(1), person: 'p', party: 'EU', role: 'system', verb: 'case.show' } as const
    const note = async () => {
      while (!end.signal.aborted) await store.audit.note({ ...entry, outcome: 'read' })
    }
    const append = async () => {
      for (let round = 0; !end.signal.aborted; round += 1) {
        const { statements } = await reader.append(
          Array.from({ length: 30 }, (_, index) =>
            aDraft({ entity: 'case:busy', document: `Report ${round} ${index}` }),
          ),
        )
        for (const target of statements.slice(1, 4)) {
          await reader.append([aRemarking(target, WORKING, { reason: `Round ${round}` })])
        }
        if (round % 3 === 0) await store.erase({ statement: statements[0]?.id ?? '', ...authority })
      }
    }
    const appending = Promise.all([append(), note()])
    try {
      for (let round = 0; round < 12; round += 1) {
        expect((await store.verify()).fault).toBeNull()
      }
    } finally {
      end.abort()
      await appending
    }
  })

  on(
    'verify finds no fault in what is marked anew, or being written to the audit log, while it reads',
    async () => {
      const { store, options } = ledger
      const reader = store.as(KEEPER)
      // more than one page: the last ones are read when the new markings are on record
      const many = Array.from({ length: 4500 }, (_, index) =>
        aDraft({ entity: 'case:many', document: `Report ${index}` }),
      )
      const targets = (await reader.append(many)).statements.slice(-4)
      const auditFile = join(options.dataDirectory, 'audit.ndjson')
      for (const target of targets) {
        const verifying = store.verify()
        await pause(20)
        await reader.append([aRemarking(target, WORKING)])
        if (name === 'pglite') await appendFile(auditFile, '{"audit":"{')
        expect((await verifying).fault).toBeNull()
        if (name === 'pglite') await truncate(auditFile, (await stat(auditFile)).size - '{"audit":"{'.length)
      }
      expect(await store.verify()).toMatchObject({ sound: true })
    },
  )

  test.skipIf(name === 'postgres')(
    'LED-17 verify names the audit entry at which the file ends too early',
    async () => {
      const { store, options } = ledger
      const auditFile = join(options.dataDirectory, 'audit.ndjson')
      const entry = { at: later(1), person: 'p', party: 'EU', role: 'system', verb: 'case.show' } as const
      await store.audit.note({ ...entry, outcome: 'read' })
      const whole = await readFile(auditFile)
      await store.audit.note({ ...entry, outcome: 'done' })
      const longer = await readFile(auditFile)
      await writeFile(auditFile, whole)
      const { fault, audit } = await store.verify()
      expect(fault).toMatchObject({ place: `audit entry ${audit.entries}`, rule: 'LED-17' })
      await writeFile(auditFile, longer)
      expect((await store.verify()).fault).toBeNull()
    },
  )
})
