/** One figure of a benchmark run. */
export interface BenchLine {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** what it is measured against in the same run */
  readonly against?: string
}
