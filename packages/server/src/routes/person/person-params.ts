/** A person in an address. */
import { z } from 'zod'

export const personParamsSchema = z.strictObject({
  person: z.string().regex(/^person:[0-9a-f]{16}$/, 'expected person: and 16 hexadecimal digits'),
})
