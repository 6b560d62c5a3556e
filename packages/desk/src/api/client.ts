/**
 * Talking to the server: JSON in, JSON out, and a `Refusal` that says what was wrong and where.
 *
 * Next door: `queries.ts` names each question; the shapes are those of `@demarche/api`.
 */
import { ASKED_BY_ITSELF } from '@demarche/api/record.ts'
import type { Problem } from '@demarche/api'
import { GAPS_HEADER, UNATTENDED_HEADER } from '@demarche/api/headers.ts'
import { readLabelled } from '../record/doctrine-labels.ts'
import { isUnattended } from './last-input.ts'

type Faults = Problem['faults']

/** The server said no, with its reasons: expected and explained. */
export class Refusal extends Error {
  readonly code: Problem['code']
  readonly status: number
  readonly faults: Faults
  constructor(status: number, code: Problem['code'], message: string, faults: Faults = []) {
    super(message)
    this.name = 'Refusal'
    this.status = status
    this.code = code
    this.faults = faults
  }
}

/** The server could not be reached. */
export class Unreachable extends Error {
  constructor() {
    super('unreachable')
    this.name = 'Unreachable'
  }
}

async function readProblem(response: Response): Promise<Refusal> {
  try {
    const problem = readLabelled<Partial<Problem>>(await response.text())
    return new Refusal(
      response.status,
      problem.code ?? 'defect',
      problem.detail ?? problem.title ?? response.statusText,
      problem.faults ?? [],
    )
  } catch {
    return new Refusal(response.status, 'defect', response.statusText)
  }
}

async function send(path: string, init: RequestInit): Promise<Response> {
  let response: Response
  try {
    const headers = new Headers(init.headers)
    if (isUnattended()) headers.set(UNATTENDED_HEADER, '1')
    response = await fetch(path, { credentials: 'same-origin', ...init, headers })
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new Unreachable()
  }
  if (!response.ok) throw await readProblem(response)
  return response
}

let isByItself = false

/**
 * Runs what makes questions be asked again without anybody having asked: what is sent while it runs says so, and the
 * audit log tells it from what people read.
 */
export function byItself<Result>(ask: () => Result): Result {
  isByItself = true
  try {
    return ask()
  } finally {
    isByItself = false
  }
}

/** GET that answers JSON of the type that the route promises. */
export async function getJson<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  const headers = { accept: 'application/json', ...(isByItself ? { [ASKED_BY_ITSELF]: '1' } : {}) }
  const response = await send(path, { headers, signal: signal ?? null })
  return readLabelled<Answer>(await response.text())
}

/** A document as it is written, and how many of its places say that nothing is on record for them. */
export interface WrittenDocument {
  readonly text: string
  readonly gaps: number
}

/** GET that answers a document of a procedure as text. */
export async function getDocument(path: string, signal?: AbortSignal): Promise<WrittenDocument> {
  const response = await send(path, { signal: signal ?? null })
  return { text: await response.text(), gaps: Number(response.headers.get(GAPS_HEADER) ?? 0) }
}

/** POST or DELETE with a JSON body; answers JSON, or nothing for 204. */
export async function sendJson<Answer>(
  method: 'POST' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Answer> {
  const response = await send(path, {
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return JSON.parse(text === '' ? 'null' : text)
}

/** POST of a file as it is. */
export async function sendFile<Answer>(path: string, file: Blob): Promise<Answer> {
  const response = await send(path, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/octet-stream' },
    body: file,
  })
  return response.json()
}

/** A query string of the values that are there. */
export function queryString(
  values: Readonly<Record<string, string | number | readonly string[] | undefined>>,
): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    for (const one of typeof value === 'object' ? value : [value])
      if (one !== undefined && one !== '') parameters.append(name, String(one))
  }
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}

/** Fetches a file and hands it to the browser to save; answers the name it was saved under. */
export async function fetchFile(path: string, fallbackName: string): Promise<string> {
  const response = await send(path, {})
  const disposition = response.headers.get('content-disposition') ?? ''
  const inFull = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1]
  const name =
    inFull === undefined
      ? (/filename="?([^";]+)"?/.exec(disposition)?.[1] ?? fallbackName)
      : decodeURIComponent(inFull)
  saveBlob(await response.blob(), name)
  return name
}

/** Hands a text that was made here to the browser to save. */
export function saveFile(text: string, name: string, type: string): void {
  saveBlob(new Blob([text], { type }), name)
}

function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
