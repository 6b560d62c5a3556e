/** A statement in an address. */
import { z } from 'zod'

export const statementParamsSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits'),
})
