/**
 * Values drawn from a schema: for every route whatever it is, what it takes, filled with names of things that there are.
 *
 * Reads the schemas of the routes as they are registered, so a new route needs no word here. The same seed draws the same.
 */
import type { $ZodType } from 'zod/v4/core'
import { z } from 'zod'

/** Numbers in [0, 1). */
export type Dice = () => number

/** The same numbers for the same seed (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function pick<T>(dice: Dice, items: readonly T[]): T | undefined {
  return items[Math.floor(dice() * items.length)]
}

/** The fields of an object schema, by name; none for anything else. */
export function fieldsOf(schema: unknown): Readonly<Record<string, z.ZodType>> {
  return schema instanceof z.ZodObject ? schema.shape : {}
}

/** Whether the field may be left out. */
export function isOptional(schema: z.ZodType): boolean {
  return schema.safeParse(undefined).success
}

/**
 * A value that the schema takes, as far as one is found; texts come from the pool.
 * @returns undefined when nothing fits
 */
export function draw(schema: $ZodType, dice: Dice, pool: readonly string[], depth = 0): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return dice() < 0.5 ? undefined : draw(schema.def.innerType, dice, pool, depth)
  if (schema instanceof z.ZodNullable)
    return dice() < 0.5 ? null : draw(schema.def.innerType, dice, pool, depth)
  if (schema instanceof z.ZodPipe) return draw(schema.def.in, dice, pool, depth)
  if (schema instanceof z.ZodLazy) return depth > 4 ? 'x' : draw(schema.def.getter(), dice, pool, depth + 1)
  if (schema instanceof z.ZodEnum) return pick(dice, schema.options)
  if (schema instanceof z.ZodLiteral) return pick(dice, [...schema.values])
  if (schema instanceof z.ZodBoolean) return dice() < 0.5
  if (schema instanceof z.ZodNumber) {
    return pick(
      dice,
      [0, 1, 2, 7, 50, 0.5].filter((value) => schema.safeParse(value).success),
    )
  }
  if (schema instanceof z.ZodUnion) {
    const option = pick(dice, schema.options)
    return option && draw(option, dice, pool, depth)
  }
  if (schema instanceof z.ZodArray) {
    const most = depth > 4 ? 1 : 3
    const list = Array.from({ length: 1 + Math.floor(dice() * most) }, () =>
      draw(schema.element, dice, pool, depth + 1),
    )
    return [...new Set(list)].filter((value) => value !== undefined)
  }
  if (schema instanceof z.ZodObject) {
    return Object.fromEntries(
      Object.entries(fieldsOf(schema)).flatMap(([name, field]) => {
        const value = draw(field, dice, pool, depth + 1)
        return value === undefined ? [] : [[name, value]]
      }),
    )
  }
  if (schema instanceof z.ZodRecord) return {}
  return pick(dice, textsFor(schema, pool))
}

const fitting = new WeakMap<$ZodType, Map<string, boolean>>()

/** The texts of the pool that the schema takes. */
export function textsFor(schema: $ZodType, pool: readonly string[]): readonly string[] {
  const known = fitting.get(schema) ?? new Map<string, boolean>()
  fitting.set(schema, known)
  if (known.size > 20_000) known.clear()
  return pool.filter((text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const fits = z.safeParse(schema, text).success
    known.set(text, fits)
    return fits
  })
}
