/** What a test and a server process with people at it say to each other. Next door: `presence-process.ts`, `../src/live/presence-of-processes.test.ts`. */
import { z } from 'zod'

export const setupSchema = z.strictObject({
  databaseUrl: z.string(),
  ownerUrl: z.string(),
  folder: z.string(),
  beatMs: z.int().positive(),
})
export type PresenceSetup = z.infer<typeof setupSchema>

/** Somebody opens or closes something at that process. */
export const sayingSchema = z.strictObject({ session: z.string(), entity: z.string(), open: z.boolean() })
export type Saying = z.infer<typeof sayingSchema>

export const replySchema = z.union([
  z.literal('ready'),
  z.strictObject({ others: z.array(z.string()) }),
  z.strictObject({ refused: z.string() }),
  /** these sessions were told that who has it open has changed */
  z.strictObject({ told: z.array(z.string()), entity: z.string() }),
])
export type PresenceReply = z.infer<typeof replySchema>
