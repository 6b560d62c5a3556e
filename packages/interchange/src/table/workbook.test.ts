import { zipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import { read } from '../../test/read-table.ts'
import { readWorkbook, writeWorkbook } from './workbook.ts'

describe('a workbook', () => {
  it('of the same rows is the same file on another day', async () => {
    const rows = [['Name'], ['Course']]
    const today = await writeWorkbook('Sheet', rows)
    vi.setSystemTime('2031-07-01T10:00:00Z')
    const later = await writeWorkbook('Sheet', rows)
    vi.useRealTimers()
    expect(Buffer.from(later).equals(Buffer.from(today))).toBe(true)
  })

  it('that is none, is broken, or would be huge is refused', async () => {
    await expect(read(zipSync({ 'a.txt': new Uint8Array([1]) }))).rejects.toMatchObject({
      faults: [{ rule: 'INT-02' }],
    })
    await expect(read(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]))).rejects.toMatchObject({
      faults: [{ rule: 'INT-53' }],
    })
    await expect(read(zipSync({ 'xl/workbook.xml': new Uint8Array([1]) }))).rejects.toMatchObject({
      faults: [{ rule: 'INT-53' }],
    })
    const bomb = zipSync({ 'xl/sheet.xml': new Uint8Array(65 * 1024 * 1024) }, { level: 9 })
    expect(bomb.length).toBeLessThan(200_000)
    await expect(read(bomb)).rejects.toMatchObject({ faults: [{ rule: 'INT-53' }] })
  })

  it('that says its parts are smaller than they are does not grow', async () => {
    const bomb = zipSync({ 'xl/sheet.xml': new Uint8Array(20 * 1024 * 1024) }, { level: 9 })
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength)
    // the size as the central directory has it, 24 bytes behind its signature
    for (let at = 0; at < bomb.length - 4; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true)
    const before = process.memoryUsage().arrayBuffers
    await expect(readWorkbook(bomb)).rejects.toMatchObject({ faults: [{ rule: 'INT-53' }] })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * 1024 * 1024)
  })

  it('with something classified in a cell is refused with the place', async () => {
    const file = await writeWorkbook('Sheet', [['Name'], ['RESTREINT UE/EU RESTRICTED']])
    await expect(read(file, { kind: 'project' })).rejects.toMatchObject({
      faults: [{ rule: 'INT-03', place: 'sheet Sheet, row 2' }],
    })
  })
})
