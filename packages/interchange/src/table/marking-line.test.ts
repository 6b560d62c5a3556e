import type { Marking } from '@demarche/core'
import { describe, expect, it } from 'vitest'
import { markingLine, readMarkingLine } from './marking-line.ts'

describe('the line with the marking', () => {
  it.each<Marking>([
    { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' },
    { distribution: 'LIMITE', tlp: 'TLP:AMBER+STRICT', releasableTo: ['FR', 'US'] },
    { distribution: 'LIMITE', tlp: 'TLP:RED', needToKnow: 'list:aaaaaaaaaaaa+list:bbbbbbbbbbbb' },
  ])('is read back: %j', (marking) => {
    expect(readMarkingLine(markingLine({ kind: 'project', marking }))).toEqual({ kind: 'project', marking })
  })

  it('that is not understood is the strictest', () => {
    expect(readMarkingLine('Demarche project · SOMETHING')?.marking.tlp).toBe('TLP:RED')
  })
})
