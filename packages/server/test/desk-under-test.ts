/**
 * A whole desk in memory and a temporary folder: real store, real doctrine, no socket. For tests of the server.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { createApp } from '../src/app.ts'
import type { Office } from '../src/office.ts'
import { type OpenOffice, openOffice } from '../src/open-office.ts'
import type { DefectReport } from '../src/problem.ts'
import { openSessionRegister, type SessionRegister } from '../src/session/session-register.ts'

export interface DeskUnderTest {
  readonly app: FastifyInstance
  readonly office: Office
  readonly sessions: SessionRegister
  readonly directory: string
  readonly defects: readonly DefectReport[]
  /** asks as somebody who is signed in */
  ask(request: InjectOptions): Promise<LightMyRequestResponse>
  close(): Promise<void>
}

export interface DeskTestOptions {
  /** false: the records are never opened */
  readonly withRecords?: boolean
  readonly maxUploadBytes?: number
  readonly deskDirectory?: string
}

/** Opens a desk; the clock moves on by a second each time it is read, so that records have an order. */
export async function openDesk(options: DeskTestOptions = {}): Promise<DeskUnderTest> {
  const directory = mkdtempSync(join(tmpdir(), 'demarche-desk-'))
  let now = Date.parse('2026-11-23T09:00:00Z')
  let counter = 0
  const clock = (): Date => new Date((now += 1000))
  const defects: DefectReport[] = []
  const sessions = openSessionRegister({
    party: 'desk',
    days: 7,
    clock,
    randomToken: () => `token-of-a-test-${(counter += 1)}-${'x'.repeat(20)}`,
  })
  const open: OpenOffice | null =
    options.withRecords === false
      ? null
      : await openOffice({
          dataDirectory: directory,
          uploadDirectory: join(directory, 'uploads'),
          clock,
          newId: () => `job-${(counter += 1)}`,
          newSuffix: () => (counter += 1).toString(36).padStart(6, '0'),
          reportImportDefect(error, filename) {
            defects.push({ reference: 'TEST', request: filename, error })
            return 'TEST'
          },
        })
  const app = await createApp({
    office: () => open?.office ?? null,
    sessions,
    deskDirectory: options.deskDirectory ?? join(directory, 'no-desk'),
    uploadDirectory: join(directory, 'uploads'),
    maxUploadBytes: options.maxUploadBytes ?? 1_000_000,
    newReference: () => 'TEST',
    reportDefect: (report) => defects.push(report),
  })
  const signedIn = sessions.signIn(sessions.invite())
  return {
    app,
    get office() {
      if (!open) throw new Error('this desk was opened without records')
      return open.office
    },
    sessions,
    directory,
    defects,
    ask: (request) => app.inject({ ...request, cookies: { 'demarche-session': signedIn?.token ?? '' } }),
    async close() {
      await app.close()
      await open?.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** What a person enters to open a case. */
export function aNewCase(name: string, ...more: readonly { property: string; value: unknown }[]) {
  return {
    assertions: [{ property: 'name', value: name }, ...more],
    source: { document: 'Report of the national CSIRT', date: '2026-11-20', verified: true },
    grading: { reliability: 'B', credibility: '2' },
    marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' },
  }
}
