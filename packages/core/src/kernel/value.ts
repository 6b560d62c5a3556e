/**
 * The values that an assertion can carry, before the vocabulary gives them their type and unit.
 */
import { z } from 'zod'

/** Plain JSON: what an assertion's value is made of. */
export type Value =
  string | number | boolean | readonly Value[] | { readonly [key: string]: Value | undefined }

export const valueSchema: z.ZodType<Value> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.array(valueSchema), z.record(z.string(), valueSchema)]),
)
