/** A refusal that says why: problem details with a code and words. */
import { z } from 'zod'

export const problemCodes = z.looseObject({
  code: z.string().min(3),
  detail: z.string().min(5),
  status: z.number(),
})
