import { describe, expect, it } from 'vitest'
import { tellDefect } from './tell-defect.ts'

describe('a fault in the log', () => {
  it('has its stack, its code and its cause', () => {
    const cause = Object.assign(new Error('the connection was lost'), { code: 'ECONNRESET' })
    const told = tellDefect(new Error('the act failed', { cause }))
    expect(told).toContain('Error: the act failed')
    expect(told).toContain('tell-defect.test.ts')
    expect(told).toContain('caused by Error: the connection was lost')
    expect(told).toContain('[ECONNRESET]')
  })

  it('has none of the values that a database hangs on its errors', () => {
    const error = Object.assign(new Error('null value in column "body"'), {
      code: '23502',
      detail: 'Failing row contains (secret wording).',
      query: 'insert … values ($1)',
      params: ['secret wording'],
    })
    expect(tellDefect(new AggregateError([error], 'both failed', { cause: error }))).not.toContain(
      'secret wording',
    )
    expect(tellDefect('secret wording')).not.toContain('secret wording')
  })

  it('ends where errors cause each other in a circle', () => {
    const error = new Error('round and round')
    error.cause = error
    expect(tellDefect(error).split('caused by')).toHaveLength(6)
  })
})
