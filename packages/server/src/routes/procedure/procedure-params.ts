/** A procedure in an address. */
import { z } from 'zod'

export const procedureParamsSchema = z.strictObject({
  entity: z
    .string()
    .regex(/^procedure:[\w.-]{1,120}$/, 'expected procedure:slug, e.g. procedure:declaration-a1b2c3'),
})
