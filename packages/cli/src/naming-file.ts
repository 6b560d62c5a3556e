/**
 * A refusal says which file it is about: several may stand on one command line.
 */
import { DemarcheError } from '@demarche/api'
import { refusalText } from './explain.ts'
import { Refused } from './outcome.ts'

/** Does the work; a refusal of the file that it meets is thrown again with the file's name before it. */
export async function namingFile<T>(path: string, act: () => T | Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof DemarcheError || (error instanceof Error && error.name === 'ImportRefusal'))
      throw new Refused(`${path}: ${refusalText(error)}`)
    throw error
  }
}
