/** A drill: something goes wrong on purpose, and the desk must stand it. */
export interface DrillOptions {
  readonly rounds?: number
  /** printed, so that a run can be repeated */
  readonly seed?: number
  readonly say: (line: string) => void
}

/** @returns whether the desk stood it */
export type Drill = (options: DrillOptions) => Promise<boolean>
