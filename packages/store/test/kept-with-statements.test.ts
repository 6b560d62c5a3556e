/**
 * What is kept with statements (docs/rules/ledger.md, LED-15 to LED-17): lists, marking anew, the audit log; a backup and the journal bring all of it back. On both engines.
 */
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Marking, parsePartialDate, PUBLIC, type Reader, WORKING } from '@demarche/core'
import { expect, expectTypeOf, vi } from 'vitest'
import { openStore, restoreStore, type Store } from '../src/index.ts'
import { onBothEngines } from './both-engines.ts'
import { aDraft, aFolder, aList, ALL_CASES, aRemarking, CLOCK, OUTSIDER } from './ledgers.ts'
import { RED, ANN, BOB, EVE, AUDITOR, list, names, an } from './people.ts'

// opening a store from nothing takes seconds, and far longer on a busy machine
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

await onBothEngines(({ on, server, ledger }) => {
  on(
    'LED-15 only the members of a need-to-know list see what is marked with it, and they decide who is one',
    async () => {
      const { store } = ledger
      const secret = aDraft({ entity: 'case:listed', marking: { ...WORKING, needToKnow: list('a') } })
      const nobodys = { ...secret, marking: { ...WORKING, needToKnow: list('z') } }
      await expect(store.as(ANN).append([aList(list('a'), [BOB.person])])).rejects.toThrow(
        `expected ${ANN.person}`,
      )
      await store.as(ANN).append([aList(list('a'), [ANN.person, EVE.person]), secret])
      const seen = (reader: Reader) => names(store, reader, 'listed')
      expect(await Promise.all([ANN, EVE, BOB, AUDITOR].map(seen))).toEqual([['Rain'], ['Rain'], [], []])
      expect(await store.as(EVE).lists()).toEqual([list('a')])
      expect(await store.as(BOB).entities('need-to-know-list')).toEqual([])
      const refusal = (draft: typeof secret) =>
        store
          .as(BOB)
          .append([draft])
          .then(String, (error: Error) => error.message.replaceAll(/list:\w+/g, 'list'))
      expect(await refusal(secret)).toBe(await refusal(nobodys))
      // the same refusal when an outsider tries to make the list his own
      await expect(store.as(BOB).append([aList(list('a'), [BOB.person])])).rejects.toThrow('marked LIMITE')
      // the last statement counts, also when it says what an earlier one said
      for (const [minute, members] of [
        [1, [ANN, BOB]],
        [2, [ANN, EVE]],
        [3, [ANN, BOB]],
      ] as const) {
        const at = `2026-03-02T09:0${minute}:00.000Z`
        await store.as(ANN).append([
          aList(
            list('a'),
            members.map((member) => member.person),
            { assertedAt: at },
          ),
        ])
        expect(await seen(EVE)).toEqual(members.some((member) => member === EVE) ? ['Rain'] : [])
      }
      const inForce = (await store.as(ANN).statements(list('a'))).at(-1)?.id ?? ''
      await expect(store.erase({ statement: inForce, authority: 'x', by: 'y' })).rejects.toThrow('LED-15')
      const same = await store.as(BOB).append([{ ...secret, marking: WORKING }])
      expect(same.statements).toHaveLength(1)
      expect((await store.verify()).fault).toBeNull()
    },
  )

  on(
    'LED-16 whoever records may raise a marking; lowering is for the party that asserted it, with a reason',
    async () => {
      const { store } = ledger
      const entity = 'case:remarked'
      const { statements } = await store.as(ANN).append([aDraft({ entity, marking: WORKING })])
      const [target] = statements
      if (!target) throw new Error('expected a statement')
      const lower = aRemarking(target, PUBLIC, { marking: WORKING })
      await expect(store.as(BOB).append([lower])).rejects.toThrow(
        'desk officer, chair or legal adviser of EU',
      )
      await expect(store.as(EVE).append([lower])).rejects.toThrow('EE')
      await expect(store.as(ANN).append([aRemarking(target, PUBLIC)])).rejects.toThrow('/marking: the record')
      await expect(store.as(OUTSIDER).append([aRemarking(target, PUBLIC)])).rejects.toThrow(
        'not on record for you',
      )
      await expect(
        store.as(OUTSIDER).append([aRemarking({ ...target, id: 'f'.repeat(64) }, PUBLIC)]),
      ).rejects.toThrow('not on record for you')
      const { reason: _, ...silent } = lower
      await expect(store.as(ANN).append([silent])).rejects.toThrow('expected a reason')
      expect(await names(store, OUTSIDER, 'remarked')).toEqual([])

      const versions = async () => Promise.all([ANN, OUTSIDER].map((reader) => store.as(reader).version()))
      const before = await versions()
      await store.as(ANN).append([lower])
      expect((await versions()).map((version, index) => version === before[index])).toEqual([false, false])
      expect(await store.as(OUTSIDER).statements(entity)).toEqual([
        { ...target, marking: PUBLIC, remarked: true },
      ])
      expect((await store.as(OUTSIDER).listCases({ ...ALL_CASES, q: 'remarked' })).rows).toMatchObject([
        { marking: PUBLIC, statements: 1 },
      ])
      // the record itself is for those who could read both
      expect(await store.as(OUTSIDER).remarkings(entity)).toEqual([])
      expect(await store.as(ANN).remarkings(entity)).toMatchObject([{ reason: 'the source asked for it' }])
      expect(await store.as(ANN).statements(entity)).toHaveLength(1)

      // raised by another party, to those two alone
      const two: Marking = { ...RED, releasableTo: ['EE', 'EU'] }
      await expect(store.as(EVE).append([aRemarking(target, RED, { assertedBy: 'EE' })])).rejects.toThrow(
        'LED-04',
      )
      await store.as(EVE).append([aRemarking(target, two, { assertedBy: 'EE' })])
      expect(await names(store, OUTSIDER, 'remarked')).toEqual([])
      expect((await versions())[1]).toBe(before[1])
      expect(await store.as(BOB).statement(target.id)).toMatchObject({ marking: two, remarked: true })
      // and said once more, as before
      await store
        .as(ANN)
        .append([aRemarking(target, PUBLIC, { marking: two, assertedAt: '2026-03-02T09:05:00.000Z' })])
      expect(await names(store, OUTSIDER, 'remarked')).toEqual(['Rain'])
      expect((await store.verify()).fault).toBeNull()
    },
  )

  on(
    'LED-17 the audit log is kept in a chain, read by auditors page by page, and survives the database',
    async () => {
      const { store } = ledger
      await Promise.all(
        Array.from({ length: 5 }, (_, index) => store.audit.note(an({ target: `case:audit-${index}` }))),
      )
      await store.audit.note(an({ outcome: 'refused', rule: 'LED-04' }))
      expect(() => store.audit.note(an({ verb: '' }))).toThrow('verb')
      expect(await store.as(ANN).audit({})).toEqual({ entries: [], next: null })
      const reader = store.as(AUDITOR)
      const first = await reader.audit({ limit: 4 })
      expect(first.entries).toHaveLength(4)
      expect(first.entries[0]).toEqual({ seq: 6, ...an({ outcome: 'refused', rule: 'LED-04' }) })
      expect(await reader.audit({ limit: 4, before: first.next ?? 0 })).toMatchObject({
        entries: [{ seq: 2 }, { seq: 1 }],
        next: null,
      })
      expect((await reader.audit({ target: 'case:audit-3' })).entries).toHaveLength(1)
      expect(await store.verify()).toMatchObject({ sound: true, audit: { entries: 6 } })
    },
  )

  on(
    'ACS-09 LED-17 what an auditor and others see both has no audit log, nor has a moment of it',
    async () => {
      const { store } = ledger
      const { maxDistribution, maxTlp } = AUDITOR
      const shown = store.asShownTo(AUDITOR, { party: 'LV', maxDistribution, maxTlp })
      expectTypeOf(shown).not.toHaveProperty('audit')
      expect(shown).not.toHaveProperty('audit')
      expect(await shown.atOneMoment(async (moment) => 'audit' in moment)).toBe(false)
      expect((await store.as(AUDITOR).audit({})).entries).not.toEqual([])
    },
  )

  on(
    'a backup brings back lists, markings and audit; so does the journal when the database is lost',
    async () => {
      const folder = aFolder()
      try {
        const file = join(folder.path, 'backup')
        const { store } = ledger
        const [marked] = await store.as(ANN).statements('case:remarked')
        if (!marked) throw new Error('expected a statement')
        // what is left of an erased record of a marking still marks
        const { statements } = await store
          .as(ANN)
          .append([aRemarking(marked, WORKING, { assertedAt: '2026-03-02T09:30:00.000Z' })])
        await store.erase({ statement: statements[0]?.id ?? '', authority: 'x', by: 'y' })
        // acts of a procedure, a correction in part, its erasure, days of validity
        const acts = await store.as(ANN).append(
          ['open', 'propose', 'state-position'].map((verb, index) =>
            aDraft({
              kind: 'procedure',
              entity: 'procedure:round-trip',
              marking: WORKING,
              assertedAt: `2026-03-02T09:4${index}:00.000Z`,
              assertions: [{ property: 'act', value: { verb, words: 'Łódź \u2028 雨' } }],
              recordedBy: ANN.person,
            }),
          ),
        )
        const said = await store.as(ANN).append([
          aDraft({
            entity: 'case:round-trip',
            date: '2026-02',
            assertions: [
              { property: 'name', value: 'Round trip' },
              { property: 'partnersActing', value: true, validTo: parsePartialDate('2026-03') },
            ],
          }),
        ])
        const corrected = await store.as(ANN).append([
          aDraft({
            entity: 'case:round-trip',
            date: '2026-03-01',
            assertions: [],
            retracts: [{ statement: said.statements[0]?.id ?? '', property: 'partnersActing', value: true }],
          }),
        ])
        for (const { id } of [...acts.statements.slice(2), ...corrected.statements])
          await store.erase({ statement: id, authority: 'x', by: 'y' })
        await store.backup(file)
        const proof = await store.verify()
        expect(proof.fault).toBeNull()
        const options = { dataDirectory: join(folder.path, 'restored'), clock: CLOCK }
        await restoreStore(file, options)
        const same = async (restored: Store) => {
          const journal = restored.engine === 'pglite' ? 'agrees' : 'none'
          expect(await restored.verify()).toEqual({ ...proof, journal })
          await restored.backup(`${file} again`)
          expect(await readFile(`${file} again`, 'utf8')).toBe(await readFile(file, 'utf8'))
          for (const reader of [ANN, BOB, EVE, OUTSIDER, AUDITOR]) {
            const [left, right] = [store.as(reader), restored.as(reader)]
            expect((await right.kindSeen('case')).digests).toEqual((await left.kindSeen('case')).digests)
            expect(await right.lists()).toEqual(await left.lists())
            expect(await right.listCases(ALL_CASES)).toEqual(await left.listCases(ALL_CASES))
            expect(await right.statements('case:remarked')).toEqual(await left.statements('case:remarked'))
            expect(await right.audit({})).toEqual(await left.audit({}))
            for (const entity of ['procedure:round-trip', 'case:round-trip'])
              expect(await right.statements(entity)).toEqual(await left.statements(entity))
          }
        }
        let restored = await openStore(options)
        await same(restored)
        await restored.close()
        await rm(join(options.dataDirectory, 'database'), { recursive: true })
        restored = await openStore(options)
        await same(restored)
        await restored.close()
        if (server) {
          const elsewhere = { ...options, ...(await server.newDatabase()) }
          await restoreStore(`${file} again`, elsewhere)
          restored = await openStore(elsewhere)
          await same(restored)
          await restored.close()
        }
        // a last line that was cut off is dropped; any other change stops the start
        const auditFile = join(options.dataDirectory, 'audit.ndjson')
        await appendFile(auditFile, '{"audit":"{')
        restored = await openStore(options)
        await same(restored)
        await restored.close()
        await writeFile(
          auditFile,
          (await readFile(auditFile, 'utf8')).replace('case:audit-3', 'case:audit-9'),
        )
        await expect(openStore(options)).rejects.toThrow('does not follow')
      } finally {
        folder.remove()
      }
    },
  )
})
