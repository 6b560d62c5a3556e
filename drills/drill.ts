/** A drill: something goes wrong on purpose, and the desk must stand it. */
export interface DrillOptions {
  readonly rounds?: number
  /** printed, so that a run can be repeated */
  readonly seed?: number
  /** of the load drill */
  readonly users?: number
  readonly minutes?: number
  readonly servers?: number
  /** `postgres` starts a server of its own for the drill */
  readonly engine?: 'pglite' | 'postgres'
  /** of the kill drill: the database folder of the embedded store is deleted before each start */
  readonly withoutDatabase?: boolean
  readonly say: (line: string) => void
}

/** @returns whether the desk stood it */
export type Drill = (options: DrillOptions) => Promise<boolean>
