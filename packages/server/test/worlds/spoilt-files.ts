/**
 * Files for the importers, spoilt: cases as JSON, EuRepoC as CSV, STIX, archives, lines of JSON, and random bytes.
 */
import { readFileSync } from 'node:fs'
import { precedentCasesPath } from '@demarche/doctrine'
import { type Dice, pick } from './draw.ts'
import { randomBytes } from './nonsense.ts'

const NAMES = [
  'cases.json',
  'global_1.1.csv',
  'bundle.stix.json',
  'archive.zip',
  'lines.ndjson',
  'x',
  '../../etc/passwd',
  '\u0000.csv',
  'é'.repeat(100),
  '.json',
  '__proto__.json',
]

let precedents: string | undefined

/** A few thousand bytes that look like something at first. */
export function spoiltFile(dice: Dice): { readonly name: string; readonly bytes: Buffer } {
  const name = pick(dice, NAMES) ?? 'x'
  const whole = (pick(dice, SEEDS) ?? SEEDS[0])?.(dice) ?? Buffer.from('')
  return { name: name.replaceAll('\u0000', '%00'), bytes: spoilBytes(whole, dice) }
}

const SEEDS: readonly ((dice: Dice) => Buffer)[] = [
  (dice) => {
    precedents ??= readFileSync(precedentCasesPath, 'utf8')
    const start = Math.floor(dice() * 2000)
    return Buffer.from(dice() < 0.5 ? precedents.slice(0, 20_000) : precedents.slice(start, start + 5000))
  },
  () => {
    precedents ??= readFileSync(precedentCasesPath, 'utf8')
    const { cases } = JSON.parse(precedents)
    return Buffer.from(JSON.stringify({ cases: cases.slice(0, 2) }))
  },
  () =>
    Buffer.from(
      'incident_id,name,description,start_date,end_date,receiver_country,initiator_country,status\n' +
        '1,Rain,"A port, stood still",2021-05-01,,EE,Unknown,Sent to database\n2,"Sn""ow",x,not a date,2020-01-01,DE;FR,Russia,x\n',
    ),
  () =>
    Buffer.from(
      JSON.stringify({
        type: 'bundle',
        id: 'bundle--5d0092c5-5f74-4287-9642-33f4c354e56d',
        objects: [
          {
            type: 'campaign',
            spec_version: '2.1',
            id: 'campaign--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f',
            created: '2016-04-06T20:03:00.000Z',
            modified: '2016-04-06T20:03:00.000Z',
            name: 'Rain',
            description: 'A campaign',
          },
        ],
      }),
    ),
  () => Buffer.from('{"format":"demarche-archive","version":1}\n{"id":"x"}\n{"id":'),
  () => Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(400, 7)]),
  (dice) => randomBytes(dice),
  () => Buffer.from('['.repeat(20_000)),
  () => Buffer.from(`{"cases":[${'{"a":'.repeat(5000)}`),
  () => Buffer.from(`a,b\n"${'x'.repeat(50_000)}`),
  () => Buffer.from('\ufeff{"cases":[{"__proto__":{"x":1},"id":"__proto__","name":"constructor"}]}'),
  () => Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x22, 0x00]),
  () => Buffer.from(','.repeat(30_000)),
]

function spoilBytes(bytes: Buffer, dice: Dice): Buffer {
  const kind = dice()
  if (kind < 0.2 || bytes.length === 0) return bytes
  const spoilt = Buffer.from(bytes)
  if (kind < 0.4) return spoilt.subarray(0, Math.floor(dice() * spoilt.length))
  for (let count = 1 + Math.floor(dice() * 8); count > 0; count -= 1) {
    spoilt[Math.floor(dice() * spoilt.length)] =
      dice() < 0.5 ? Math.floor(dice() * 256) : (pick(dice, [...Buffer.from('"\\{}[],\n\r:;\u0000')]) ?? 0)
  }
  return kind > 0.8 ? Buffer.concat([spoilt, spoilt.subarray(0, Math.floor(dice() * 500))]) : spoilt
}
