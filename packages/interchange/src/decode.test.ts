import { describe, expect, it } from 'vitest'
import { decodeText, LARGEST_FILE } from './decode.ts'
import { ImportRefusal } from './refusal.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

function faultOf(bytes: Uint8Array) {
  try {
    decodeText(bytes)
    return null
  } catch (error) {
    if (error instanceof ImportRefusal) return error.faults[0]
    throw error
  }
}

describe('decoding a file', () => {
  it('reads UTF-8 and drops the byte order mark', () => {
    expect(decodeText(utf8('\uFEFFżółć'))).toBe('żółć')
  })

  it('INT-02 names the byte that breaks UTF-8', () => {
    expect(faultOf(Uint8Array.of(0x61, 0x62, 0xe9, 0x63))).toMatchObject({ place: 'byte 2', rule: 'INT-02' })
  })

  it('INT-02 finds the broken sequence behind good ones, and one cut off at the end', () => {
    expect(faultOf(Uint8Array.of(0xc3, 0xa9, 0xff))?.place).toBe('byte 2')
    expect(faultOf(Uint8Array.of(0x61, 0xe2, 0x82))?.place).toBe('byte 1')
  })

  it('INT-02 names an archive as one', () => {
    expect(faultOf(Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00))).toMatchObject({
      place: 'byte 0',
      message: expect.stringContaining('is packed; save what is in it'),
      rule: 'INT-02',
    })
  })

  it('INT-02 refuses UTF-16 with and without a mark', () => {
    expect(faultOf(Uint8Array.of(0xff, 0xfe, 0x7b, 0))?.rule).toBe('INT-02')
    expect(faultOf(Uint8Array.of(0x7b, 0, 0x7d, 0))).toMatchObject({
      place: 'line 1, column 2',
      rule: 'INT-02',
    })
  })

  it('INT-03 refuses a file that carries an EU classification marking', () => {
    expect(faultOf(utf8('{"a":1,\n"note":"RESTREINT UE/EU RESTRICTED"}'))).toMatchObject({
      place: 'line 2, column 9',
      rule: 'INT-03',
    })
  })

  it('INT-04 refuses an empty file', () => {
    expect(faultOf(utf8(' \n'))?.rule).toBe('INT-04')
  })

  it('INT-01 refuses a file above the largest size before reading it', () => {
    expect(faultOf(new Uint8Array(LARGEST_FILE + 1))?.rule).toBe('INT-01')
  })
})
