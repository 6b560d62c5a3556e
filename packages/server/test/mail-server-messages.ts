/** What a test and its mail server say to each other. Next door: `mail-server-process.ts`, `mail-server-under-test.ts`. */
import { z } from 'zod'

/** How it meets mail: takes it, refuses it for now, or refuses whom it has not met before (greylisting). */
const behaviourSchema = z.enum(['takes', 'refuses', 'greylists'])
export type Behaviour = z.infer<typeof behaviourSchema>

export const requestSchema = z.strictObject({ behave: behaviourSchema.optional() })

const receivedSchema = z.strictObject({
  to: z.array(z.string()),
  /** the mail as it came, head and body */
  source: z.string(),
  /** true where it came by TLS */
  isEncrypted: z.boolean(),
})
export type Received = z.infer<typeof receivedSchema>

export const startedSchema = z.strictObject({ port: z.int().positive() })
export const answerSchema = z.strictObject({ received: z.array(receivedSchema) })
